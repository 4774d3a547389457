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
    /// For each record the first one of those that are the same by joining; itself where nothing joined.
    private(set) var groups: [Int32] = []
    /// Pairs across sources, best first.
    private(set) var order: [Int32]

    /// A record joins one that is taken already when their score and that with its partner reach `bar`: a source may list a thing
    /// more than once, as collections of citations do.
    struct Repeats {
        var bar: Double
        /// nil when the score alone decides.
        var twins: Twins?
    }

    /// Pairs that joined so.
    private(set) var joined: [Int32] = []

    /// - Parameters:
    ///   - across: whether the records of a pair come from different sources.
    ///   - repeats: nil when the sources list everything once.
    init(_ candidates: TextCandidates, scores: [Double], records: Int, across: [Bool], repeats: Repeats?) {
        order = (0..<Int32(candidates.count)).filter { across[Int($0)] }
        order = Self.bestFirst(order, scores)
        accepted = [Int32](repeating: -1, count: records)
        runnerUp = [Double](repeating: -.infinity, count: records)
        fallback = []
        for pair in order {
            let (a, b) = (Int(candidates.left[Int(pair)]), Int(candidates.right[Int(pair)]))
            if accepted[a] < 0, accepted[b] < 0 {
                accepted[a] = pair
                accepted[b] = pair
                pairs.append(pair)
            } else if let repeats, scores[Int(pair)] >= repeats.bar, accepted[a] < 0 || accepted[b] < 0 {
                let (free, taken) = accepted[a] < 0 ? (a, b) : (b, a)
                if repeats.twins?.contains(free, Self.other(taken, of: accepted[taken], candidates)) ?? true {
                    accepted[free] = pair
                    joined.append(pair)
                }
            }
        }
        trade(candidates, scores)
        var sets = DisjointSets(count: records)
        if !joined.isEmpty {
            for pair in pairs + joined { sets.unite(Int(candidates.left[Int(pair)]), Int(candidates.right[Int(pair)])) }
        }
        measureChance(candidates, scores: scores, groups: (0..<records).map { Int32(sets.root($0)) })
    }

    /// What each record gets besides its partner and what else is the same.
    ///
    /// - Parameter groups: for each record the first one of those that are the same.
    mutating func measureChance(_ candidates: TextCandidates, scores: [Double], groups: [Int32]) {
        self.groups = groups
        runnerUp = [Double](repeating: -.infinity, count: accepted.count)
        fallback = runnerUp
        for pair in order {
            let score = scores[Int(pair)]
            let (a, b) = (Int(candidates.left[Int(pair)]), Int(candidates.right[Int(pair)]))
            if accepted[a] == pair || groups[a] == groups[b] { continue }
            runnerUp[a] = max(runnerUp[a], score)
            runnerUp[b] = max(runnerUp[b], score)
            if accepted[b] < 0 || scores[Int(accepted[b])] < score { fallback[a] = max(fallback[a], score) }
            if accepted[a] < 0 || scores[Int(accepted[a])] < score { fallback[b] = max(fallback[b], score) }
        }
    }

    /// By score, then by index; scores are compared in single precision, packed with the index into one word.
    private static func bestFirst(_ pairs: [Int32], _ scores: [Double]) -> [Int32] {
        var keys = pairs.map { pair in
            let bits = Float(scores[Int(pair)]).bitPattern
            let ascending = bits >> 31 == 0 ? bits | 0x8000_0000 : ~bits
            return UInt64(~ascending) << 32 | UInt64(UInt32(pair))
        }
        keys.sort()
        return keys.map { Int32(truncatingIfNeeded: $0) }
    }

    private static func other(_ record: Int, of pair: Int32, _ candidates: TextCandidates) -> Int {
        let (a, b) = (Int(candidates.left[Int(pair)]), Int(candidates.right[Int(pair)]))
        return a == record ? b : a
    }

    /// Two accepted pairs trade partners where that raises the sum of their scores, until none does.
    private mutating func trade(_ candidates: TextCandidates, _ scores: [Double]) {
        // no pair of a record is better than this
        var top = [Double](repeating: -.infinity, count: accepted.count)
        for pair in order.reversed() {
            top[Int(candidates.left[Int(pair)])] = scores[Int(pair)]
            top[Int(candidates.right[Int(pair)])] = scores[Int(pair)]
        }
        for _ in 0..<4 {
            var traded = false
            for pair in order {
                let (a, b) = (Int(candidates.left[Int(pair)]), Int(candidates.right[Int(pair)]))
                if accepted[a] < 0 || accepted[b] < 0 || accepted[a] == pair { continue }
                let (p, q) = (accepted[a], accepted[b])
                let (c, d) = (Self.other(a, of: p, candidates), Self.other(b, of: q, candidates))
                if accepted[c] != p || accepted[d] != q { continue }
                if scores[Int(pair)] + min(top[c], top[d]) <= scores[Int(p)] + scores[Int(q)] { continue }
                guard let found = candidates.index(c, d) else { continue }
                let other = Int32(found)
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
        pairs = order.filter { accepted[Int(candidates.left[Int($0)])] == $0 && accepted[Int(candidates.right[Int($0)])] == $0 }
    }
}
