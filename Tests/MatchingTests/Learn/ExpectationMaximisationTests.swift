import Testing

@testable import Matching

@Suite struct ExpectationMaximisationTests {
    /// Pairs drawn from known classes: what is learned must come near what they were drawn from.
    @Test(arguments: [3, 4, 5] as [UInt64]) func recoversTheParametersOfGeneratedPairs(seed: UInt64) throws {
        let comparisons = ["one", "two", "three"].map { RecordComparison(name: $0, rule: .code, role: .identifier, slots: [0]) }
        let match: [[Double]] = [[0, 0.85, 0.10, 0.05], [0, 0.70, 0.10, 0.20], [0, 0.90, 0.02, 0.08]]
        let chance: [[Double]] = [[0, 0.02, 0.02, 0.96], [0, 0.05, 0.01, 0.94], [0, 0.01, 0.01, 0.98]]
        let share = 0.2
        var random = SplitMix(seed: seed)
        func level(_ shares: [Double]) -> UInt64 {
            var left = random.unit()
            for level in 1..<shares.count {
                left -= shares[level]
                if left < 0 { return UInt64(level) }
            }
            return UInt64(shares.count - 1)
        }
        var patterns: [UInt64] = []
        for _ in 0..<60_000 {
            let isMatch = random.unit() < share
            patterns.append((0..<3).reduce(0) { $0 | level(isMatch ? match[$1] : chance[$1]) << UInt64($1 * 4) })
        }
        let counts = PatternCounts(patterns: patterns, keys: Array(repeating: 1, count: patterns.count))
        let model = ExpectationMaximisation(
            comparisons: comparisons, related: [], keyNames: ["key"], chance: chance, coincidence: [chance], recordCount: 20_000
        ).learn(counts)
        func probability(_ logarithm: Float) -> Double { pow2(Double(logarithm)) }
        #expect(abs(probability(model.logShares[0]) - share) < 0.02, "seed \(seed)")
        for comparison in 0..<3 {
            for level in 1...3 {
                let learned = probability(model.logLevels[model.offsets[comparison] + level * 2])
                #expect(abs(learned - match[comparison][level]) < 0.03, "seed \(seed), comparison \(comparison), level \(level)")
            }
        }
    }

    private func pow2(_ exponent: Double) -> Double {
        var result = 1.0
        var left = exponent
        while left <= -1 { (result, left) = (result / 2, left + 1) }
        // e^(x ln 2) by its series; |x| < 1
        var term = 1.0
        var sum = 1.0
        for step in 1..<30 {
            term *= left * 0.693147180559945 / Double(step)
            sum += term
        }
        return result * sum
    }
}
