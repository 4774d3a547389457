package import FoundationEssentials
package import MasterData

/// What came of one report.
package struct Receipt: Sendable {
    package var key: SourceKey
    package var goldenId: UUID
    package var goldenVersion: Int64
    package var outcome: Outcome
    /// One for each reported attribute, in the order of the policy.
    package var verdicts: [AttributeVerdict]
    package var policyVersion: String
    /// The source record as it now is.
    package var record: RecordState
    /// True where the platform had no such record before.
    package var isNew: Bool
    /// Where the record is of an older state than the stored one: taken note of, nothing changed.
    package var isStale: Bool

    package init(
        key: SourceKey, goldenId: UUID, goldenVersion: Int64, outcome: Outcome, verdicts: [AttributeVerdict], policyVersion: String,
        record: RecordState, isNew: Bool, isStale: Bool
    ) {
        self.key = key
        self.goldenId = goldenId
        self.goldenVersion = goldenVersion
        self.outcome = outcome
        self.verdicts = verdicts
        self.policyVersion = policyVersion
        self.record = record
        self.isNew = isNew
        self.isStale = isStale
    }
}

extension Receipt {
    /// The entity tag of the source record as it now is.
    package var recordTag: String { record.tag }
}

/// What came of one report of a batch: a business refusal is a value, not an error.
package typealias Reception = Result<Receipt, Refusal>

/// Why the hub did not do what was asked. Nothing was changed. Never holds an attribute's value.
package struct Refusal: Error, Sendable, Hashable {
    /// Stable, machine-readable; HubServer maps it to an HTTP status.
    package enum Code: String, Sendable, Hashable, CaseIterable {
        /// The request or record is not well formed (400).
        case malformed
        /// An attribute is unknown or of the wrong type, a list too long, a record too large (422).
        case invalidRecord = "invalid-record"
        case unknownPlatform = "unknown-platform"
        case unknownEntity = "unknown-entity"
        case invalidId = "invalid-id"
        /// The caller's platform does not own what it wants to change (403).
        case notOwner = "not-owner"
        /// The caller has no right to do this at all (403).
        case forbidden
        case notFound = "not-found"
        /// `If-Match` names another state than the current one (412).
        case stale
        /// The golden record was merged into another (409 on writes).
        case mergedAway = "merged-away"
        /// The platform has no record, or several, behind this golden record (409).
        case noPlatformRecord = "no-platform-record"
        /// Stewards decided otherwise, and that is in force (409).
        case contradictingDecision = "contradicting-decision"
        /// The decision was taken back before (409).
        case alreadyRevoked = "already-revoked"
        /// More records than one golden record, or one decision, may have (409).
        case clusterTooLarge = "cluster-too-large"
        /// A queue is full: come again later (503).
        case busy
    }

    package var code: Code
    /// What, where, why and what to do.
    package var message: String
    package var violations: [AttributeVerdict]
    package var policyVersion: String?
    /// Where to go instead, for `mergedAway`.
    package var goldenId: UUID?

    package init(_ code: Code, _ message: String, violations: [AttributeVerdict] = [], policyVersion: String? = nil, goldenId: UUID? = nil) {
        self.code = code
        self.message = message
        self.violations = violations
        self.policyVersion = policyVersion
        self.goldenId = goldenId
    }
}
