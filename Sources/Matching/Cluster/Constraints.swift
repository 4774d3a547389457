/// Two record ids in ascending order.
package struct Pair: Sendable, Hashable {
    package let first: Int64
    package let second: Int64

    package init(_ a: Int64, _ b: Int64) {
        first = min(a, b)
        second = max(a, b)
    }

    /// The other one; nil where `id` is neither.
    package func other(than id: Int64) -> Int64? { id == first ? second : id == second ? first : nil }
}

/// What stewards decided, by record id.
package struct Constraints: Sendable, Hashable {
    package var same: Set<Pair>
    package var different: Set<Pair>

    package init(same: Set<Pair> = [], different: Set<Pair> = []) {
        self.same = same
        self.different = different
    }
}

/// The bounds of one clustering. What is cut off by a bound is reported in the `Clustering`.
package struct ClusterLimits: Sendable, Hashable {
    /// Records in one component; also the largest cluster there can be.
    package var component: Int
    /// Records that share one key; a key above is treated as generic.
    package var key: Int
    /// Possible matches returned, best first.
    package var possibleMatches: Int

    package init(component: Int = 500, key: Int = 1_000, possibleMatches: Int = 100_000) {
        self.component = component
        self.key = key
        self.possibleMatches = possibleMatches
    }
}
