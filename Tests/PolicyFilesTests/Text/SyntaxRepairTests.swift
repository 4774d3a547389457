import Testing

@testable import PolicyFiles

@Suite struct SyntaxRepairTests {
    private func keys(_ node: PolicyNode?) -> [String] {
        guard case .mapping(let entries)? = node?.content else { return [] }
        return entries.map(\.key)
    }

    @Test(
        "each key that is there twice is reported where it comes again",
        arguments: [
            ("a: 1\nb: 2\na: 3\n", ["3: `a` is there twice"], ["a", "b"]),
            ("a: 1\n\"a\": 3\na: 4\nb: 5\n", ["2: `a` is there twice", "3: `a` is there twice"], ["a", "b"]),
            ("a: {b: 1, b: 2}\nc: 3\n", ["1: `b` is there twice"], ["a", "c"]),
            ("a:\n  b: 1\n  c:\n    b: 1\n  b: 3\nd:\n  b: 1\n", ["5: `b` is there twice"], ["a", "d"]),
            ("- x: 1\n  y: 2\n  x: 3\n", ["3: `x` is there twice"], []),
            ("a:\n  { b: 1,\n    b: 2 }\nc: 3\n", ["3: `b` is there twice"], ["a", "c"]),
            ("é: {ü: 1, ü: 2}\nc: 3\n", ["1: `ü` is there twice"], ["é", "c"]),
        ])
    func duplicates(text: String, found: [String], kept: [String]) {
        let result = PolicyDocumentTests.parse(text)
        #expect(result.found == found)
        #expect(keys(result.node) == kept)
    }

    @Test(
        "the rest of the file is read after a syntax mistake",
        arguments: [
            ("entity: customer\nattributes:\n  a: { type: text\n  b: { type: text }\n", 3),
            ("entity: customer\nattributes:\n  a: { type: text }\n  b:\n    type: \"text\n  c: { type: text }\n", 5),
            ("entity: customer\nattributes:\n  a:\n    type: text\n     owner: sap\n  b: { type: text }\n", 5),
            ("entity: customer\nattributes:\n  a: { type: text }\n  b:\n    type: @text\n  c: { type: text }\n", 5),
            ("entity: customer\nattributes:\n  a: x: y\n  c: { type: text }\n", 3),
        ])
    func rest(text: String, line: Int) {
        let result = PolicyDocumentTests.parse(text)
        #expect(result.found.count == 1)
        #expect(result.found.first?.hasPrefix("\(line): not valid YAML") == true, "\(result.found)")
        #expect(keys(result.node) == ["entity", "attributes"])
    }

    @Test("two syntax mistakes are two diagnostics") func two() {
        let result = PolicyDocumentTests.parse(
            "entity: customer\nattributes:\n  a: { type: text ]\n  b: { type: text }\n  c: x: y\n  d: { type: text }\n")
        #expect(result.found.map { String($0.prefix(2)) } == ["3:", "5:"])
    }

    @Test("what is missing only because it could not be read is not reported") func noEcho() throws {
        let reading = try PolicyFolderFixture.read([
            "customer.yaml":
                "entity customer\nattributes:\n  status: { type: text ]\n  a: { type: text, owner: { when: { status: x }, platform: sap, else: zuora } }\n"
        ])
        #expect(reading.diagnostics.allSatisfy { $0.message.hasPrefix("not valid YAML") }, "\(reading.diagnostics)")
        #expect(!reading.diagnostics.isEmpty)
    }
}
