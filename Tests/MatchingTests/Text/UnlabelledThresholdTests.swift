import Testing

@testable import Matching

@Suite struct UnlabelledThresholdTests {
    /// Matches around 10, chance around 0, a third of the records without a partner: the threshold lies between.
    @Test func theThresholdPartsMatchesFromChance() {
        var random = SeededRandom(seed: 3)
        func noise() -> Double { (0..<6).reduce(0) { sum, _ in sum + Double(random.next() % 1000) / 1000 } - 3 }
        let chance = (0..<900).map { _ in noise() }
        let accepted = (0..<600).map { _ in 10 + noise() } + (0..<300).map { _ in noise() }
        let threshold = UnlabelledThreshold(accepted: accepted, chance: [chance])
        #expect(threshold.value > 3 && threshold.value < 8.5)
        #expect(abs(threshold.estimatedMatches - 600) < 30)
        #expect(threshold.estimatedF1 > 0.98)
    }

    @Test func nothingAcceptedGivesNoMatch() {
        #expect(UnlabelledThreshold(accepted: [-.infinity, -.infinity], chance: [[0, 0]]).value == .infinity)
    }
}
