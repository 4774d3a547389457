import Foundation

/// What the engine says of two records.
package enum MatchOutcome: String, CaseIterable, Sendable, Hashable {
    /// One and the same.
    case match
    /// Close enough to be shown to a steward.
    case possibleMatch
    case nonMatch
}

/// The score of two records and what follows from it.
package struct PairScore: Sendable, Hashable {
    /// Log-odds that the two are the same, in thousandths of a bit; whole numbers, so that sums are exact.
    package var bits: Int32
    package var outcome: MatchOutcome
    /// The comparison whose identifiers contradict each other, an index into the model's comparisons.
    package var veto: Int?
    /// The comparison whose identifier agreed.
    package var identifier: Int?

    package init(bits: Int32, outcome: MatchOutcome, veto: Int? = nil, identifier: Int? = nil) {
        self.bits = bits
        self.outcome = outcome
        self.veto = veto
        self.identifier = identifier
    }

    /// The estimated probability that the two are the same, per thousand.
    package var perMille: Int { Self.perMille(bits: bits) }

    /// Log-odds in thousandths of a bit as a probability per thousand.
    package static func perMille(bits: Int32) -> Int {
        let odds = exp2(Double(bits) / 1000)
        return Int((1000 * odds / (1 + odds)).rounded())
    }
}
