package import FoundationEssentials
package import HubStore
package import MasterData

/// What a steward says of records, named one by one or by their golden records.
package struct StewardRequest: Sendable {
    /// Only records of one entity can be the same; nil where golden ids alone are given.
    package var entity: Entity?
    package var records: [SourceKey]
    package var goldenIds: [UUID]
    /// Why, in the steward's words: kept with the decision, shown to whoever asks.
    package var reason: String
    package var origin: Origin

    package init(entity: Entity? = nil, records: [SourceKey] = [], goldenIds: [UUID] = [], reason: String, origin: Origin) {
        self.entity = entity
        self.records = records
        self.goldenIds = goldenIds
        self.reason = reason
        self.origin = origin
    }

    /// Bytes of a reason.
    package static let reasonLimit = 1_000
}

/// What came of it.
package struct StewardReceipt: Sendable {
    package struct Golden: Sendable, Hashable {
        package var goldenId: UUID
        package var version: Int64
        package var status: GoldenStatus
        package var mergedInto: UUID?
    }

    package var decision: StewardDecision
    /// Every golden record that it was said of or that changed by it, oldest first.
    package var golden: [Golden]
}
