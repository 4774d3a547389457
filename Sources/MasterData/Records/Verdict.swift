/// What became of one reported attribute.
package enum Verdict: String, Sendable, Hashable, CaseIterable {
    /// The platform may speak for the attribute, and its value is the golden one.
    case accepted
    /// Kept with the platform's record; the golden value is another.
    case shadowed
    /// Waits for the owner's say.
    case proposed
    /// Policy refuses it, or it is no value of the attribute's type.
    case rejected
    /// The platform reported what it had reported before.
    case unchanged
}

/// A verdict with its grounds.
package struct AttributeVerdict: Sendable, Hashable {
    package var attribute: String
    package var verdict: Verdict
    /// The owner at the time; nil where nobody owns the attribute.
    package var owner: String?
    /// The rule that decided, for example `owner`, `otherwise`, `mostRecent`, `onConflict: shadow`, `type`.
    package var rule: String
    /// Why, for people; never a value.
    package var message: String?

    package init(attribute: String, verdict: Verdict, owner: String?, rule: String, message: String? = nil) {
        self.attribute = attribute
        self.verdict = verdict
        self.owner = owner
        self.rule = rule
        self.message = message
    }
}

/// What became of a reported record.
package enum Outcome: String, Sendable, Hashable, CaseIterable {
    /// A golden record of its own.
    case created
    /// Joined a golden record that other records already have.
    case linked
    /// Brought golden records together that were apart.
    case merged
    /// Said nothing new.
    case unchanged
    /// Taken, but the hub is not sure who it is: a possible match waits for a steward.
    case review
}
