/// The score from which a pair is a match, found without labels.
///
/// The best score a record reaches with something that is not its partner is a draw from what chance yields. Records without a
/// partner take their accepted pair from that distribution, so the accepted pairs are a mixture: their number above a threshold
/// less what chance explains is the number of true ones. The threshold with the highest estimated F1 is chosen.
struct UnlabelledThreshold {
    private(set) var value = Double.infinity
    private(set) var estimatedF1 = 0.0
    private(set) var estimatedMatches = 0.0

    /// Of thresholds whose estimates differ by less than this, the strictest is taken: they cannot be told apart.
    private static let tolerance = 0.002

    init() {}

    /// A threshold that is known otherwise.
    init(value: Double, estimatedF1: Double) {
        self.value = value
        self.estimatedF1 = estimatedF1
    }

    mutating func raise(to bar: Double) { value = max(value, bar) }

    /// - Parameters:
    ///   - accepted: for each record that could have a partner the score of its pair; -infinity when it has none.
    ///   - chance: samples of the best score by chance for each of these records.
    init(accepted: [Double], chance: [[Double]]) {
        let total = Double(accepted.count)
        let matches = accepted.filter { $0 > -.infinity }.sorted(by: >)
        if matches.isEmpty { return }
        // records that have a partner show what chance would have given them; begin with the safest
        var bar = matches[min(matches.count - 1, accepted.count / 4)]
        for _ in 0..<5 {
            let sampled = accepted.indices.filter { accepted[$0] >= bar }
            let shares = Self.shares(of: chance.map { sample in sampled.map { sample[$0] } }, above: matches)
            var unmatched = total
            // where most of chance gets as far, the quotient is all noise
            for (index, share) in shares.enumerated() where share <= 0.5 { unmatched = min(unmatched, (total - Double(index + 1)) / (1 - share)) }
            unmatched = max(0, unmatched)
            estimatedMatches = max(1, total - unmatched)
            let estimates = shares.enumerated().map { index, share in
                2 * max(0, Double(index + 1) - unmatched * share) / (Double(index + 1) + estimatedMatches)
            }
            let best = estimates.max() ?? 0
            let index = estimates.firstIndex { $0 >= best - Self.tolerance } ?? 0
            estimatedF1 = estimates[index]
            value = matches[index]
            if value == bar { break }
            bar = value
        }
    }

    /// For each score the share of chance that gets as far, as the mean over the samples.
    private static func shares(of samples: [[Double]], above scores: [Double]) -> [Double] {
        var shares = [Double](repeating: 0, count: scores.count)
        for sample in samples where !sample.isEmpty {
            let null = sample.sorted(by: >)
            var above = 0
            for (index, score) in scores.enumerated() {
                while above < null.count, null[above] >= score { above += 1 }
                shares[index] += Double(above) / Double(null.count * samples.count)
            }
        }
        return shares
    }
}
