/// Clusters from scored pairs. Two sources: best partners from the threshold on, and what a catalogue lists twice. One file, or more
/// than two sources: groups by average linkage.
struct TextClusters {
    private var sets: DisjointSets
    private let scoring: TextScoring
    private let candidates: TextCandidates
    private let bar: Double
    private var partner: [Int32]
    /// What one source lists twice, more likely than not.
    private let twins: Twins

    /// Log odds below which two ways to pair four records cannot be told apart.
    private static let tie = 0.05

    init(_ scoring: TextScoring, _ candidates: TextCandidates, records: Int) {
        self.scoring = scoring
        self.candidates = candidates
        bar = max(0, scoring.threshold.value)
        twins = Twins(candidates, scores: scoring.scores, across: scoring.across, bar: bar)
        sets = DisjointSets(count: records)
        partner = [Int32](repeating: -1, count: records)
        if !scoring.isOneToOne {
            let groups = AverageLinkGroups(
                candidates, scores: scoring.scores, order: scoring.partners.order, threshold: scoring.threshold.value, records: records)
            for (record, first) in groups.first.enumerated() { sets.unite(record, Int(first)) }
            return
        }
        for pair in scoring.partners.pairs where scoring.scores[Int(pair)] >= scoring.threshold.value {
            let (a, b) = (candidates.left[Int(pair)], candidates.right[Int(pair)])
            partner[Int(a)] = Int32(b)
            partner[Int(b)] = Int32(a)
            sets.unite(Int(a), Int(b))
        }
        for pair in scoring.partners.joined { sets.unite(Int(candidates.left[Int(pair)]), Int(candidates.right[Int(pair)])) }
        if scoring.repeatsItself { return }
        uniteTies()
        addSecondPartners()
    }

    private func score(_ a: Int, _ b: Int) -> Double? { candidates.index(a, b).map { scoring.scores[$0] } }

    /// Two pairs whose records are twins in both sources and could trade partners at no loss are one cluster: nothing tells which
    /// belongs to which. Three and more of a kind are left as they were paired.
    private mutating func uniteTies() {
        var rivals: [[Int32]] = .init(repeating: [], count: partner.count)
        for pair in 0..<candidates.count where scoring.mayMatch(pair) {
            let (a, b) = (Int(candidates.left[pair]), Int(candidates.right[pair]))
            if partner[a] < 0 || partner[b] < 0 { continue }
            if partner[a] != Int32(b), twins.contains(Int(partner[a]), b) || twins.contains(a, Int(partner[b])) {
                rivals[a].append(Int32(b))
                rivals[b].append(Int32(a))
            }
        }
        for a in partner.indices where rivals[a].count == 1 {
            let b = Int(rivals[a][0])
            let (c, d) = (Int(partner[a]), Int(partner[b]))
            guard rivals[b].count == 1, twins.contains(c, b), twins.contains(a, d),
                let one = score(a, c), let two = score(b, d),
                let cross = score(a, b), let back = score(c, d)
            else { continue }
            if abs(one + two - cross - back) < Self.tie { sets.unite(a, b) }
        }
    }

    /// A record that is left over joins when it is more likely than not the same as its best record on the other side and as
    /// that record's partner: a catalogue may list one thing twice.
    private mutating func addSecondPartners() {
        var best = [Int32](repeating: -1, count: partner.count)
        for pair in 0..<candidates.count where scoring.mayMatch(pair) && scoring.scores[pair] >= bar {
            let (a, b) = (Int(candidates.left[pair]), Int(candidates.right[pair]))
            for (free, taken) in [(a, b), (b, a)] where partner[free] < 0 && partner[taken] >= 0 {
                if best[free] < 0 || scoring.scores[pair] > scoring.scores[Int(best[free])] { best[free] = Int32(pair) }
            }
        }
        for free in partner.indices where best[free] >= 0 {
            let (a, b) = (Int(candidates.left[Int(best[free])]), Int(candidates.right[Int(best[free])]))
            let taken = a == free ? b : a
            if twins.contains(free, Int(partner[taken])) { sets.unite(free, taken) }
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
