import Testing

@testable import PolicyFiles

@Suite struct SpellingTests {
    @Test("finds the nearest name within reach", arguments: [
        ("ownr", "owner"), ("Owner", "owner"), ("otherwize", "otherwise"), ("onconflict", "onConflict"), ("sruvive", "survive"), ("xyzzy", nil), ("", nil),
        ("o", nil), ("sap", nil),
    ] as [(String, String?)])
    func nearest(word: String, name: String?) {
        #expect(Spelling.nearest(to: word, among: ["owner", "otherwise", "onConflict", "survive", "required"]) == name)
    }

    @Test("ties go to the first in byte order, whatever the order given") func ties() {
        #expect(Spelling.nearest(to: "cat", among: ["car", "bat"]) == "bat")
        #expect(Spelling.nearest(to: "cat", among: ["bat", "car"]) == "bat")
    }

    @Test("optimal string alignment: published values", arguments: [("CA", "ABC", 3), ("kitten", "sitting", 3), ("abcd", "acbd", 1), ("", "abc", 3), ("same", "same", 0)])
    func distance(left: String, right: String, edits: Int) {
        #expect(Spelling.editDistance(Array(left.utf8), Array(right.utf8)) == edits)
        #expect(Spelling.editDistance(Array(right.utf8), Array(left.utf8)) == edits)
    }

    @Test("without a near name it lists what there is") func list() {
        #expect(Spelling.hint(for: "xyzzy", among: ["b", "a"]) == "known: `a`, `b`")
        #expect(Spelling.hint(for: "xyzzy", among: []) == nil)
    }
}
