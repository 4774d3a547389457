/// Clusters from scored pairs.
///
/// Two sources: best partners from the threshold on. A record that is left over joins when it is more likely than not the same as
/// both its best record on the other side and that record's partner: a catalogue may list one thing twice.
struct TextClusters {
    private var sets: DisjointSets

    init(_ scoring: TextScoring, _ candidates: TextCandidates, records: Int, sides: [UInt32]?) {
        sets = DisjointSets(count: records)
        var partner = [Int32](repeating: -1, count: records)
        for pair in scoring.partners.pairs where scoring.scores[Int(pair)] >= scoring.threshold.value {
            let (a, b) = (candidates.left[Int(pair)], candidates.right[Int(pair)])
            partner[Int(a)] = Int32(b)
            partner[Int(b)] = Int32(a)
            sets.unite(Int(a), Int(b))
        }
        addSecondPartners(scoring, candidates, partner, records: records)
    }

    private mutating func addSecondPartners(_ scoring: TextScoring, _ candidates: TextCandidates, _ partner: [Int32], records: Int) {
        let bar = max(0, scoring.threshold.value)
        // the best taken record for each free one
        var best = [Int32](repeating: -1, count: records)
        for pair in 0..<candidates.count where scoring.mayMatch(pair) && scoring.scores[pair] >= bar {
            let (a, b) = (Int(candidates.left[pair]), Int(candidates.right[pair]))
            for (free, taken) in [(a, b), (b, a)] where partner[free] < 0 && partner[taken] >= 0 {
                if best[free] < 0 || scoring.scores[pair] > scoring.scores[Int(best[free])] { best[free] = Int32(pair) }
            }
        }
        var twin: [UInt64: Double] = [:]
        for pair in 0..<candidates.count where !scoring.mayMatch(pair) && scoring.scores[pair] >= bar {
            twin[UInt64(candidates.left[pair]) << 32 | UInt64(candidates.right[pair])] = scoring.scores[pair]
        }
        for free in 0..<records where best[free] >= 0 {
            let (a, b) = (Int(candidates.left[Int(best[free])]), Int(candidates.right[Int(best[free])]))
            let taken = a == free ? b : a
            let other = Int(partner[taken])
            if twin[UInt64(min(free, other)) << 32 | UInt64(max(free, other))] != nil { sets.unite(free, taken) }
        }
    }

    /// - Parameter order: the records as they came, in the order used here.
    func labels(_ order: [Int32]) -> [Int32] {
        var sets = sets
        var smallest = [Int32](repeating: .max, count: order.count)
        for place in order.indices {
            let root = sets.root(place)
            smallest[root] = min(smallest[root], order[place])
        }
        var labels = [Int32](repeating: 0, count: order.count)
        for place in order.indices { labels[Int(order[place])] = smallest[sets.root(place)] }
        return labels
    }
}
