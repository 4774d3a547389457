/// Which records are one.
package struct Clustering: Sendable, Hashable {
    /// Every record in exactly one cluster; each sorted by id, the list by first id.
    package var clusters: [[Int64]]
    /// Pairs that scored as a match and yet ended in different clusters, best first.
    package var crossEdges: [Edge]
    /// Pairs to review, in different clusters and not decided yet, best first.
    package var possibleMatches: [Edge]
    /// Possible matches beyond `ClusterLimits.possibleMatches`.
    package var possibleMatchesDropped: Int
    /// Components above `ClusterLimits.component`, as they were before they were cut; each sorted by id.
    package var oversized: [[Int64]]
    /// `same` decisions that `different` decisions contradict; the latter won.
    package var contradictions: [Pair]
    /// Keys above `ClusterLimits.key` that were not known to be generic, ascending.
    package var overfullKeys: [Int64]

    package init(
        clusters: [[Int64]] = [], crossEdges: [Edge] = [], possibleMatches: [Edge] = [], possibleMatchesDropped: Int = 0, oversized: [[Int64]] = [],
        contradictions: [Pair] = [], overfullKeys: [Int64] = []
    ) {
        self.clusters = clusters
        self.crossEdges = crossEdges
        self.possibleMatches = possibleMatches
        self.possibleMatchesDropped = possibleMatchesDropped
        self.oversized = oversized
        self.contradictions = contradictions
        self.overfullKeys = overfullKeys
    }
}

/// Two records of different clusters that have something to do with each other.
package struct Edge: Sendable, Hashable {
    package enum Reason: String, CaseIterable, Sendable, Hashable {
        /// The score lies in the review band.
        case reviewBand
        /// Their identifiers contradict each other.
        case veto
        /// The clusters as wholes do not match well enough.
        case averageLink
        /// A cluster mate of one is decided to be different from, or contradicts, one of the other's.
        case blocked
        /// The component was too large and was cut here.
        case oversized
        /// A steward decided that they are different.
        case decision
    }

    package var pair: Pair
    package var score: PairScore
    package var reason: Reason

    package init(pair: Pair, score: PairScore, reason: Reason) {
        self.pair = pair
        self.score = score
        self.reason = reason
    }
}
