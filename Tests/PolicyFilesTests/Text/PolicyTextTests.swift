import Testing

@testable import PolicyFiles

@Suite struct PolicyTextTests {
    private func read(_ bytes: [UInt8]) -> (text: PolicyText?, found: [String]) {
        var findings = Findings(file: "a.yaml")
        let text = PolicyText(bytes, findings: &findings)
        return (text, findings.diagnostics.map { "\($0.line): \($0.message)" })
    }

    @Test("line ends of both kinds") func lines() {
        #expect(read(Array("a: 1\r\nb: 2\n".utf8)).text?.lines == ["a: 1", "b: 2", ""])
    }

    @Test("each line that is not UTF-8 is reported") func encoding() {
        let result = read(Array("a: 1\nb: ".utf8) + [0xFF, 0x0A] + Array("c: 3\nd: ".utf8) + [0xC3, 0x28])
        #expect(result.text == nil)
        #expect(result.found == ["2: the line is not valid UTF-8", "4: the line is not valid UTF-8"])
    }

    @Test("control characters are named", arguments: [(0x00, "U+0000"), (0x1B, "U+001B"), (0x7F, "U+007F")] as [(UInt8, String)])
    func control(byte: UInt8, name: String) {
        let result = read(Array("a: 1\nb: x".utf8) + [byte])
        #expect(result.text == nil)
        #expect(result.found == ["2: the line holds the control character \(name)"])
    }

    @Test("a line indented with a tab is reported and indented as its neighbours suggest") func tabs() {
        let result = read(Array("a:\n\tb: 1\n\tc:\n\t\td: 2\n  e: 3\n\t# note\nf:\t4\n".utf8))
        #expect(result.text?.lines == ["a:", "  b: 1", "  c:", "    d: 2", "  e: 3", "\t# note", "f:\t4", ""])
        #expect(result.found == [2, 3, 4].map { "\($0): the line is indented with a tab" })
    }

    @Test("the size is bounded") func size() {
        let result = read([UInt8](repeating: 0x20, count: PolicyText.maximumBytes + 1))
        #expect(result.text == nil)
        #expect(result.found == ["1: the file has 1048577 bytes, more than the 1048576 allowed"])
    }
}
