import Testing

@testable import Matching

@Suite struct LetterSimilarityTests {
    private func with<Result>(_ a: String, _ b: String, _ body: (Letters, Letters) -> Result) -> Result {
        Array(a.utf8).withUnsafeBufferPointer { x in Array(b.utf8).withUnsafeBufferPointer { y in body(x, y) } }
    }

    /// Winkler, Proc. Survey Research Methods (1990), table 1, without the adjustment for similar characters.
    @Test(arguments: [
        ("martha", "marhta", 0.9611), ("dixon", "dicksonx", 0.8133), ("dwayne", "duane", 0.84), ("jones", "johnson", 0.8323), ("abroms", "abrams", 0.9222),
    ] as [(String, String, Float)])
    func agreesWithPublishedValues(a: String, b: String, expected: Float) {
        #expect(abs(with(a, b, LetterSimilarity.jaroWinkler) - expected) < 0.001)
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64]) func isSymmetricBoundedAndOneForTheSame(seed: UInt64) {
        var random = SplitMix(seed: seed)
        func word() -> String { String((0..<random.below(12)).map { _ in Array("abcde")[random.below(5)] }) }
        for _ in 0..<2_000 {
            let (a, b) = (word(), word())
            let forth = with(a, b, LetterSimilarity.jaroWinkler)
            #expect(forth == with(b, a, LetterSimilarity.jaroWinkler), "seed \(seed): `\(a)` and `\(b)`")
            #expect((0...1).contains(forth))
            if a == b, !a.isEmpty { #expect(forth == 1) }
            for limit in 1...3 {
                let distance = with(a, b) { LetterSimilarity.osa($0, $1, limit: limit) }
                #expect(distance == EditDistance.osa(a, b, limit: limit), "seed \(seed): `\(a)` and `\(b)` within \(limit)")
            }
        }
    }
}
