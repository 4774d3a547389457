/// How the value of a golden attribute is chosen among the source records that may speak.
package struct Survivorship: Sendable, Hashable {
    package var strategy: Strategy
    /// Platforms, best first: for `platformRank`, and as the first tie-break of every other strategy.
    package var rank: [String]

    package init(_ strategy: Strategy, rank: [String] = []) {
        self.strategy = strategy
        self.rank = rank
    }

    /// The owner's value, then the first of `otherwise` that has one, then the most recent.
    package static let standard = Survivorship(.owner)

    package enum Strategy: Sendable, Hashable {
        /// The owner's value, then `otherwise` in its order; platforms that are neither never speak. Without an owner: most recent.
        case owner
        case platformRank
        /// Trust per platform, 0...100, that halves every `halfLifeDays` of age (nil: never).
        case trust([String: Trust])
        case mostRecent, oldest, mostFrequent, longest, shortest, minimum, maximum
        /// The group or address with the most fields filled.
        case mostComplete
        /// All elements of all lists, each once.
        case union
    }

    package struct Trust: Sendable, Hashable {
        package var score: Int
        package var halfLifeDays: Int?

        package init(score: Int, halfLifeDays: Int? = nil) {
            self.score = score
            self.halfLifeDays = halfLifeDays
        }
    }
}
