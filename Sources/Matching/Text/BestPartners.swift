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

    /// - Parameter usable: whether a pair may count at all.
    init(_ candidates: TextCandidates, scores: [Double], records: Int, usable: (Int) -> Bool) {
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
        trade(order, candidates, scores)
        for pair in order {
            let score = scores[Int(pair)]
            let (a, b) = (Int(candidates.left[Int(pair)]), Int(candidates.right[Int(pair)]))
            if accepted[a] == pair { continue }
            if accepted[b] < 0 || scores[Int(accepted[b])] < score { fallback[a] = max(fallback[a], score) }
            if accepted[a] < 0 || scores[Int(accepted[a])] < score { fallback[b] = max(fallback[b], score) }
        }
    }

    /// Two accepted pairs trade partners where that raises the sum of their scores, until none does.
    private mutating func trade(_ order: [Int32], _ candidates: TextCandidates, _ scores: [Double]) {
        var index: [UInt64: Int32] = [:]
        index.reserveCapacity(order.count)
        func key(_ a: Int, _ b: Int) -> UInt64 { UInt64(min(a, b)) << 32 | UInt64(max(a, b)) }
        for pair in order { index[key(Int(candidates.left[Int(pair)]), Int(candidates.right[Int(pair)]))] = pair }
        func mate(_ record: Int) -> Int {
            let pair = Int(accepted[record])
            let (a, b) = (Int(candidates.left[pair]), Int(candidates.right[pair]))
            return a == record ? b : a
        }
        for _ in 0..<4 {
            var traded = false
            for pair in order {
                let (a, b) = (Int(candidates.left[Int(pair)]), Int(candidates.right[Int(pair)]))
                if accepted[a] < 0 || accepted[b] < 0 || accepted[a] == pair { continue }
                let (p, q) = (accepted[a], accepted[b])
                let (c, d) = (mate(a), mate(b))
                guard let other = index[key(c, d)] else { continue }
                if scores[Int(pair)] + scores[Int(other)] > scores[Int(p)] + scores[Int(q)] + 1e-9 {
                    accepted[a] = pair
                    accepted[b] = pair
                    accepted[c] = other
                    accepted[d] = other
                    traded = true
                }
            }
            if !traded { break }
        }
        pairs = order.filter { accepted[Int(candidates.left[Int($0)])] == $0 }
    }
}
