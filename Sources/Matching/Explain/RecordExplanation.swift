/// Why two records are, or are not, one under a `RecordModel`. Weights are in thousandths of a bit.
///
/// The score adds up: `prior`, the weights of all lines, `others` and `decided` together are `score.bits`. Prior and lines are against the one
/// other explanation that is the most likely (`againstClass`); `others` is what all the remaining explanations together take off that; `decided`
/// is what an agreeing identifier lifts the score by, or a contradicted one lowers it.
package struct RecordExplanation: Sendable, Hashable {
    /// One comparison and what it said.
    package struct Line: Sendable, Hashable {
        package var comparison: String
        package var rule: RecordComparison.Rule
        package var level: String
        package var weight: Int32
        /// How common the value is on which both agree, in bits above the average; 0 where that does not matter.
        package var rarity: Float
        /// The standardised values, one text a row, when they may be shown; else empty.
        package var left: [String]
        package var right: [String]
    }

    /// The smallest change of one comparison's level that would make a match.
    package struct Nearest: Sendable, Hashable {
        package var comparison: String
        package var from: String
        package var to: String
        /// The score that would result, the keys being what they are.
        package var bits: Int32
    }

    package var score: PairScore
    package var againstClass: String
    /// Of the match against that class before anything was compared.
    package var prior: Int32
    package var lines: [Line]
    package var others: Int32
    package var decided: Int32
    /// Names of the blocking keys that both have; none when they would not have met by themselves.
    package var keys: [String]
    package var thresholds: RecordModel.Thresholds
    /// The comparison whose identifiers contradict each other, and the one whose identifier agrees.
    package var veto: String?
    package var identifier: String?
    /// For a pair that is no match; nil when no single change makes it one.
    package var nearest: Nearest?
}
