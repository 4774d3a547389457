import Testing

@testable import Matching

@Suite struct JaroWinklerTests {
    /// Published values: Winkler 1990 and the tables that followed it.
    @Test(arguments: [
        ("MARTHA", "MARHTA", 0.9611), ("DIXON", "DICKSONX", 0.8133), ("DWAYNE", "DUANE", 0.84), ("JELLYFISH", "SMELLYFISH", 0.8963),
        ("JONES", "JOHNSON", 0.8323), ("ABROMS", "ABRAMS", 0.9222), ("HARDIN", "MARTINEZ", 0.7222), ("ABC", "XYZ", 0.0),
    ])
    func publishedValues(left: String, right: String, expected: Double) {
        #expect(abs(JaroWinkler.similarity(left, right) - expected) < 0.0001)
    }

    @Test func symmetryIdentityAndBounds() {
        let seed = SeededRandom.fresh()
        var random = SeededRandom(seed: seed)
        for _ in 0..<1_000 {
            let (a, b) = (random.word(upTo: 12), random.word(upTo: 12))
            let similarity = JaroWinkler.similarity(a, b)
            #expect(similarity == JaroWinkler.similarity(b, a), "\(a) \(b), seed \(seed)")
            #expect((0...1).contains(similarity), "\(a) \(b), seed \(seed)")
            #expect(JaroWinkler.similarity(a, a) == 1, "\(a), seed \(seed)")
            #expect((similarity == 1) == (a == b), "\(a) \(b), seed \(seed)")
        }
    }

    @Test func wordsBeyondAMachineWordsBitsAreComparedTheSameWay() {
        let long = String(String.UnicodeScalarView((0..<70).compactMap { Unicode.Scalar(0x4E00 + $0) }))
        #expect(JaroWinkler.similarity(long, long) == 1)
        let changed = "x" + long.dropFirst()
        #expect(abs(JaroWinkler.similarity(long, changed) - (69.0 / 70 * 2 + 1) / 3) < 1e-12)
        #expect(JaroWinkler.similarity(changed, long) == JaroWinkler.similarity(long, changed))
    }

    @Test func otherScriptsAreComparedByCodePoint() {
        // one of six letters differs, in two bytes each
        #expect(abs(JaroWinkler.similarity("москва", "москве") - 0.9333) < 0.0001)
        #expect(JaroWinkler.similarity("", "a") == 0)
    }
}
