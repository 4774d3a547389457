/// What was learned: how likely each level is when two records are one party, and when they are not, for each way of not being one.
///
/// Classes stand in one order: the match, the related classes, then one coincidence class for each blocking key.
struct ClassModel: Sendable {
    var names: [String]
    var relatedCount: Int
    /// log2 of each class's share of the candidate pairs.
    var logShares: [Float]
    /// For each comparison, level and class log2 of the level's probability; 0 for the level "missing", which says nothing.
    var logLevels: [Float]
    /// Where each comparison begins in `logLevels`.
    var offsets: [Int]
    /// For each comparison and class whether agreement there is coincidence, so that a rare value says more.
    var isCoincidence: [Bool]

    var classCount: Int { names.count }
}
