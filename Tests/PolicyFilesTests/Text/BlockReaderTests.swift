import Testing

@testable import PolicyFiles

@Suite struct BlockReaderTests {
    private func found(_ text: String, _ body: (inout BlockReader, inout Findings) -> Void) -> [String] {
        var findings = Findings(file: "a.yaml")
        guard let node = PolicyDocument.parse(Array(text.utf8), findings: &findings) else { return ["nothing"] }
        if var block = BlockReader(node, subject: "the block", findings: &findings) { body(&block, &findings) }
        return findings.diagnostics.map(PolicyFolderFixture.text)
    }

    @Test("what nobody asked for is unknown, with the nearest of what was") func unknown() {
        let found = found("owner: a\nownr: b\nzzzz: c\n") { block, findings in
            _ = block.take("owner", findings: &findings)
            block.finish(findings: &findings)
        }
        #expect(found == ["2: unknown key `ownr` in the block; did you mean `owner`?", "3: unknown key `zzzz` in the block; known: `owner`"])
    }

    @Test("an empty value is a mistake and no value", arguments: ["a:", "a: ~", "a: null"]) func empty(text: String) {
        var value: PolicyNode?
        let found = found(text) { block, findings in value = block.take("a", findings: &findings) }
        #expect(value == nil)
        #expect(found == ["1: `a` of the block is empty; give it a value, or remove the line"])
    }

    @Test("a quoted null is a value") func quoted() {
        var value: PolicyNode?
        let found = found("a: 'null'") { block, findings in value = block.take("a", findings: &findings) }
        #expect(found == [])
        #expect(value != nil)
    }

    @Test(
        "something else than a block",
        arguments: [
            ("[a]", "1: the block is a list, not a block of keys; write `key: value` lines"),
            ("a", "1: the block is a single value, not a block of keys; write `key: value` lines"),
        ])
    func noBlock(text: String, message: String) {
        #expect(found(text) { _, _ in } == [message])
    }

    @Test(
        "missing keys are reported, those of a page only when all of it could be read",
        arguments: [(false, false), (false, true), (true, false), (true, true)])
    func missing(isPage: Bool, isComplete: Bool) throws {
        var findings = Findings(file: "a.yaml")
        findings.isComplete = isComplete
        let node = PolicyNode(content: .mapping([]), line: 1)
        let block = try #require(BlockReader(node, subject: "the block", isPage: isPage, findings: &findings))
        block.missing("b", hint: "add it", findings: &findings)
        #expect(findings.diagnostics.map(PolicyFolderFixture.text) == (isPage && !isComplete ? [] : ["1: the block has no `b`; add it"]))
    }
}
