import MasterData
import Testing

@testable import PolicyFiles

@Suite struct ScalarsTests {
    private func read<Value>(_ text: String, _ body: (PolicyNode, inout Findings) -> Value) -> (value: Value, found: [String])? {
        var findings = Findings(file: "a.yaml")
        guard let node = PolicyDocument.parse(Array(text.utf8), findings: &findings) else { return nil }
        let value = body(node, &findings)
        return (value, findings.diagnostics.map(PolicyFolderFixture.text))
    }

    @Test(
        "whole numbers in their range",
        arguments: [
            ("5", 5, []), ("0", nil, ["1: `n` is `0`; use 1 to 10"]), ("-3", nil, ["1: `n` is `-3`; use 1 to 10"]),
            ("+3", nil, ["1: `n` is `+3`, not a whole number"]),
            ("1.5", nil, ["1: `n` is `1.5`, not a whole number"]), ("1e1", nil, ["1: `n` is `1e1`, not a whole number"]),
            ("99999999999999999999", nil, ["1: `n` is `99999999999999999999`, not a whole number"]),
            ("[5]", nil, ["1: `n` is a list, not a single value"]),
        ] as [(String, Int?, [String])])
    func integer(text: String, value: Int?, found: [String]) throws {
        let result = try #require(read(text) { node, findings in node.integer("n", in: 1...10, findings: &findings) })
        #expect(result.value == value)
        #expect(result.found == found)
    }

    @Test("only true and false", arguments: [("true", true), ("false", false), ("yes", nil), ("True", nil), ("1", nil)] as [(String, Bool?)])
    func boolean(text: String, value: Bool?) throws {
        let result = try #require(read(text) { node, findings in node.boolean("b", findings: &findings) })
        #expect(result.value == value)
        #expect(result.found.isEmpty == (value != nil))
    }

    @Test(
        "one or several, each once",
        arguments: [
            ("a", ["a"], []), ("[a, b]", ["a", "b"], []), ("[a, a]", ["a"], ["1: `a` is twice in `l`; keep one"]),
            ("[]", nil, ["1: `l` is an empty list; name at least one, or remove the line"]),
            ("[a, [b]]", ["a"], ["1: `l` is a list, not a single value"]),
            ("{a: b}", nil, ["1: `l` is a block of keys, not a single value"]),
        ] as [(String, [String]?, [String])])
    func texts(text: String, value: [String]?, found: [String]) throws {
        let result = try #require(read(text) { node, findings in node.texts("l", findings: &findings)?.map(\.text) })
        #expect(result.value == value)
        #expect(result.found == found)
    }

    @Test("an enumeration names its nearest") func choice() throws {
        let result = try #require(read("propse") { node, findings in node.choice("onConflict", of: ConflictRule.self, findings: &findings) })
        #expect(result.value == nil)
        #expect(result.found == ["1: `onConflict` is `propse`; did you mean `propose`?"])
    }
}
