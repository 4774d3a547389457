import Testing

@testable import PolicyFiles

@Suite struct SpellingTests {
    @Test("names the nearest", arguments: [("ownr", "owner"), ("Owner", "owner"), ("otherwize", "otherwise"), ("onconflict", "onConflict")])
    func nearest(word: String, name: String) {
        let known = ["owner", "otherwise", "onConflict", "survive"]
        #expect(Spelling.hint(for: word, among: known) == "did you mean `\(name)`?")
        #expect(Spelling.hint(for: word, among: known, else: "x") == "did you mean `\(name)`?")
    }

    @Test("without a near name it lists what there is, in order, or says what to do") func list() {
        #expect(Spelling.hint(for: "xyzzy", among: ["b", "a"]) == "known: `a`, `b`")
        #expect(Spelling.hint(for: "xyzzy", among: []) == nil)
        #expect(Spelling.hint(for: "xyzzy", among: ["b", "a"], else: "write it") == "write it")
        let many = (100..<200).map { "name\($0)" }
        #expect(Spelling.hint(for: "xyzzy", among: many)?.hasSuffix("`name123`, …") == true)
    }
}
