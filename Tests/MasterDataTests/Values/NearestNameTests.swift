import Testing

@testable import MasterData

@Suite struct NearestNameTests {
    private let known = ["billTo", "email", "legalName", "name", "phone", "shipTo", "taxIds", "website"]

    @Test(arguments: [("legalname", "legalName"), ("leaglName", "legalName"), ("e-mail", "email"), ("billto", "billTo"), ("taxId", "taxIds"), ("phnoe", "phone")])
    func finds(name: String, near: String) {
        #expect(NearestName.suggestion(for: name, among: known) == near)
    }

    @Test(arguments: ["", "colour", "shoeSize", String(repeating: "legalName", count: 1000)])
    func findsNothingNear(name: String) {
        #expect(NearestName.suggestion(for: name, among: known) == nil)
    }

    @Test func tiesGoToTheFirstName() {
        #expect(NearestName.suggestion(for: "ac", among: ["ad", "ab"]) == "ab")
    }

    @Test(arguments: [("", "", 0), ("a", "", 1), ("ab", "ba", 1), ("kitten", "sitting", 3), ("ca", "abc", 3), ("flaw", "lawn", 2)])
    func distance(left: String, right: String, edits: Int) {
        #expect(NearestName.distance(Array(left.utf8), Array(right.utf8), bound: 5) == edits)
        #expect(NearestName.distance(Array(left.utf8), Array(right.utf8), bound: edits) == edits)
        #expect(edits == 0 || NearestName.distance(Array(left.utf8), Array(right.utf8), bound: edits - 1) == nil)
    }
}
