import Testing

@testable import SampleData

@Suite struct TypoTests {
    @Test func `a slip keeps the text valid and close`() {
        var random = SeededRandom(seed: 5)
        for _ in 0..<500 {
            let slipped = Typo.slip("Köhler Maschinenbau GmbH", &random)
            #expect(slipped.hasPrefix("Kö"))
            #expect(abs(slipped.count - 24) <= 1)
        }
    }

    @Test func `digits stay as many`() {
        var random = SeededRandom(seed: 6)
        for _ in 0..<200 {
            let slipped = Typo.slip(inDigitsOf: "DE136695976", &random)
            #expect(slipped != "DE136695976")
            #expect(slipped.wholeMatch(of: /DE[0-9]{9}/) != nil)
        }
    }

    @Test func `short texts are left alone`() {
        var random = SeededRandom(seed: 7)
        #expect(Typo.slip("Ag", &random) == "Ag")
        #expect(Typo.slip(inDigitsOf: "123", &random) == "123")
    }
}
