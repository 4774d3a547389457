import Testing

@testable import Matching

@Suite struct EditDistanceTests {
    @Test(arguments: [
        ("", "", 0), ("a", "", 1), ("kitten", "sitting", 3), ("ca", "ac", 1), ("a cat", "an abct", 4), ("ab", "ba", 1),
        // the restricted form: no letter is edited twice, so this is 3 and not Damerau's 2
        ("ca", "abc", 3), ("smtih", "smith", 1), ("jonhson", "johnson", 1), ("москва", "мсоква", 1),
    ])
    func referenceValues(left: String, right: String, expected: Int) {
        #expect(EditDistance.osa(left, right, limit: 10) == expected)
        #expect(EditDistance.osa(right, left, limit: 10) == expected)
    }

    @Test(arguments: [0, 1, 2, 3]) func theLimitOnlyCutsOff(limit: Int) {
        let seed = SeededRandom.fresh()
        var random = SeededRandom(seed: seed)
        for _ in 0..<800 {
            let (a, b) = (random.word(upTo: 9), random.word(upTo: 9))
            let distance = EditDistance.osa(a, b, limit: 100)
            #expect(EditDistance.osa(a, b, limit: limit) == min(distance, limit + 1), "\(a) \(b), seed \(seed)")
            #expect(distance == EditDistance.osa(b, a, limit: 100), "\(a) \(b), seed \(seed)")
            #expect((distance == 0) == (a == b), "\(a) \(b), seed \(seed)")
            #expect(distance <= max(a.count, b.count) && distance >= abs(a.count - b.count), "\(a) \(b), seed \(seed)")
        }
    }
}
