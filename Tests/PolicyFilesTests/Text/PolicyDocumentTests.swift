import Testing

@testable import PolicyFiles

@Suite struct PolicyDocumentTests {
    static func parse(_ text: String) -> (node: PolicyNode?, found: [String]) {
        var findings = Findings(file: "a.yaml")
        let node = PolicyDocument.parse(Array(text.utf8), findings: &findings)
        return (node, findings.diagnostics.sorted().map { "\($0.line): \($0.message)" })
    }

    @Test("keeps lines, texts and quotes") func nodes() {
        let node = Self.parse("# note\na: 1\nb:\n  - x\n  - \"null\"\nc: {d: null}\n").node
        func scalar(_ text: String, _ line: Int, isPlain: Bool = true) -> PolicyNode {
            PolicyNode(content: .scalar(text, isPlain: isPlain), line: line)
        }
        #expect(
            node
                == PolicyNode(
                    content: .mapping([
                        .init(key: "a", line: 2, value: scalar("1", 2)),
                        .init(key: "b", line: 3, value: PolicyNode(content: .list([scalar("x", 4), scalar("null", 5, isPlain: false)]), line: 4)),
                        .init(key: "c", line: 6, value: PolicyNode(content: .mapping([.init(key: "d", line: 6, value: scalar("null", 6))]), line: 6)),
                    ]), line: 2))
    }

    @Test("an empty file says so", arguments: ["", "\n\n", "# only a note\n", "---\n", "~\n", "---\n...\n"])
    func empty(text: String) {
        #expect(Self.parse(text).found == ["1: the file is empty"])
    }

    @Test(
        "what YAML allows and policies do not",
        arguments: [
            ("a: !!python/object:x y\n", "1: unknown tag `tag:yaml.org,2002:python/object:x`"),
            ("a: 1\nb: !secret c\n", "2: unknown tag `!secret`"),
            ("? [a, b]\n: c\n", "1: a key that is not a name"),
            ("a: &x [1]\n*x : 2\n", "1: an alias (`*name`) is used as a key"),
            ("a: 1\n---\nb: 2\n", "2: not valid YAML: expected a single document in the stream: but found another document"),
            ("a: *b\n", "1: not valid YAML: found undefined alias"),
            ("a: &x [*x]\n", "1: not valid YAML: found undefined alias"),
        ])
    func refused(text: String, message: String) {
        #expect(Self.parse(text).found == [message])
    }

    @Test("aliases as values are followed") func alias() {
        let result = Self.parse("a: &x { b: 1 }\nc: *x\n")
        #expect(result.found == [])
        guard case .mapping(let entries)? = result.node?.content else {
            Issue.record("no mapping")
            return
        }
        #expect(entries.map(\.value.content).allSatisfy { $0 == entries[0].value.content })
    }

    @Test("a bomb of aliases is stopped by a count", .timeLimit(.minutes(1))) func bomb() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...30 { text += "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ") + "]\n" }
        let result = Self.parse(text)
        #expect(result.found.count == 1)
        #expect(result.found.first?.hasSuffix("the file has more than 100000 values once its aliases are resolved") == true)
    }

    @Test("depth is bounded", .timeLimit(.minutes(1)), arguments: [40, 900, 5_000, 100_000]) func depth(levels: Int) {
        let flow = Self.parse("a: " + String(repeating: "[", count: levels) + String(repeating: "]", count: levels) + "\n")
        #expect(flow.found.count == 1)
        #expect(["1: nested more than 32 levels deep", "1: nested too deeply to be read"].contains(flow.found.first ?? ""))
        let block = Self.parse(String(repeating: "- ", count: levels) + "x\n")
        #expect(["1: nested more than 32 levels deep", "1: nested too deeply to be read"].contains(block.found.first ?? ""))
    }
}
