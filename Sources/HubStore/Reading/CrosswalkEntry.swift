package import FoundationEssentials
package import MasterData

/// The golden record behind a platform's id, and every platform's id of it.
package struct CrosswalkEntry: Sendable, Hashable {
    package var goldenId: UUID
    package var entity: Entity
    /// Active while at least one platform has the record.
    package var status: GoldenStatus
    /// By platform, then id; only of the platforms asked for.
    package var ids: [CrosswalkId]
}

/// One platform's id of a golden record.
package struct CrosswalkId: Sendable, Hashable {
    package var platform: String
    /// As the platform writes it.
    package var nativeId: String
    package var status: RecordStatus
    /// Since when it belongs to this golden record.
    package var since: Timestamp
    package var method: LinkMethod

    static func precedes(_ left: CrosswalkId, _ right: CrosswalkId) -> Bool {
        if left.platform != right.platform { return left.platform.utf8.lexicographicallyPrecedes(right.platform.utf8) }
        return left.nativeId.utf8.lexicographicallyPrecedes(right.nativeId.utf8)
    }
}
