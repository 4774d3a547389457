/// Each record with at most one partner, the best pairs first: a pair counts when both its records are still free.
///
/// Greedy assignment, known as unique mapping clustering (S. Lacoste-Julien et al., SiGMa, KDD 2013).
struct BestPartners {
    /// Indices of the accepted pairs, best first.
    private(set) var pairs: [Int32] = []
    /// For each record the highest score of a pair that was not accepted; -infinity where there is none.
    private(set) var runnerUp: [Double]
    /// For each record the best it would get if its partner did not exist: with a record that is free or would rather have it.
    private(set) var fallback: [Double]
    /// For each record its accepted pair; -1 where there is none.
    private(set) var accepted: [Int32]
    /// Records that could have had a partner.
    let possible: Int

    /// - Parameter usable: whether a pair may count at all.
    init(_ candidates: TextCandidates, scores: [Double], records: Int, sides: [UInt32]?, usable: (Int) -> Bool) {
        var order = (0..<Int32(candidates.count)).filter { usable(Int($0)) }
        order.sort { (scores[Int($1)], $0) < (scores[Int($0)], $1) }
        accepted = [Int32](repeating: -1, count: records)
        runnerUp = [Double](repeating: -.infinity, count: records)
        fallback = runnerUp
        for pair in order {
            let (a, b) = (Int(candidates.left[Int(pair)]), Int(candidates.right[Int(pair)]))
            if accepted[a] < 0, accepted[b] < 0 {
                accepted[a] = pair
                accepted[b] = pair
                pairs.append(pair)
            } else {
                runnerUp[a] = max(runnerUp[a], scores[Int(pair)])
                runnerUp[b] = max(runnerUp[b], scores[Int(pair)])
            }
        }
        for pair in order {
            let score = scores[Int(pair)]
            let (a, b) = (Int(candidates.left[Int(pair)]), Int(candidates.right[Int(pair)]))
            if accepted[a] == pair { continue }
            if accepted[b] < 0 || scores[Int(accepted[b])] < score { fallback[a] = max(fallback[a], score) }
            if accepted[a] < 0 || scores[Int(accepted[a])] < score { fallback[b] = max(fallback[b], score) }
        }
        if let sides {
            var sizes: [UInt32: Int] = [:]
            for side in sides { sizes[side, default: 0] += 1 }
            let largest = sizes.values.max() ?? 0
            possible = min(records - largest, records / 2)
        } else {
            possible = records / 2
        }
    }
}
