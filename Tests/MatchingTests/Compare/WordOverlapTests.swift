import Testing

@testable import Matching

@Suite struct WordOverlapTests {
    private func overlap(_ a: String, _ b: String) -> WordOverlap {
        WordOverlap(Words(folded: TextFolding.fold(a)), Words(folded: TextFolding.fold(b)))
    }

    @Test(arguments: [
        ("alpha beta", "beta alpha", 1000, 1000),  // order does not count
        ("data works", "dataworks", 1000, 1000),  // joined
        ("north data works", "dataworks north", 1000, 1000),  // joined beside another word
        ("alpha beta", "alpha", 500, 1000),  // contained
        ("alpha beta", "gamma delta", 0, 0),
    ])
    func shares(left: String, right: String, both: Int32, lighter: Int32) {
        let found = overlap(left, right)
        #expect(found.both == both)
        #expect(found.lighter == lighter)
    }

    @Test func typingErrorsCountAlmostFully() {
        #expect(overlap("maschinenbau keller", "maschienenbau keller").both > 900)
        #expect(overlap("technologies keller", "tech keller").both > 700)
    }

    @Test func numbersAreEqualOrDifferent() {
        #expect(overlap("pump x200", "pump x201").numbersDiffer)
        #expect(!overlap("pump x200", "pump").numbersDiffer)
    }

    @Test func symmetryIdentityAndBounds() {
        let seed = SeededRandom.fresh()
        var random = SeededRandom(seed: seed)
        func text() -> String { (0..<(1 + random.below(5))).map { _ in random.word(upTo: 7) }.joined(separator: " ") }
        for _ in 0..<1_000 {
            let (a, b) = (text(), text())
            let (x, y) = (overlap(a, b), overlap(b, a))
            #expect(x.both == y.both && x.lighter == y.lighter && x.numbersDiffer == y.numbersDiffer, "`\(a)` `\(b)`, seed \(seed)")
            #expect((0...1000).contains(x.both) && x.both <= x.lighter && x.lighter <= 1000, "`\(a)` `\(b)`, seed \(seed)")
            #expect(overlap(a, a).both == 1000, "`\(a)`, seed \(seed)")
        }
    }
}
