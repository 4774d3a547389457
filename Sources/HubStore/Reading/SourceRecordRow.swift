package import FoundationEssentials
package import MasterData
import PostgresClient

/// A platform's record, as received.
package struct SourceRecordRow: Sendable, Hashable {
    package var recordId: Int64
    /// Normalised.
    package var key: SourceKey
    /// The id as the platform writes it.
    package var rawId: String
    package var goldenId: UUID
    package var status: RecordStatus
    package var method: LinkMethod
    package var linkedAt: Timestamp
    package var receivedAt: Timestamp
    /// The platform's own time of change.
    package var updatedAt: Timestamp?
    /// The platform's own version token.
    package var version: String?
    /// A JSON object, as received.
    package var attributesJSON: String

    init(_ row: Row) throws(PostgresError) {
        recordId = try row.int8(0)
        key = SourceKey(entity: Entity(stored: try row.text(1)), platform: try row.text(2), nativeId: try row.text(3))
        rawId = try row.text(4)
        goldenId = try row.uuid(5)
        status = RecordStatus(stored: try row.text(6))
        method = LinkMethod(stored: try row.text(7))
        linkedAt = Timestamp(try row.timestamp(8))
        receivedAt = Timestamp(try row.timestamp(9))
        updatedAt = try row.timestampIfPresent(10).map { Timestamp($0) }
        version = try row.textIfPresent(11)
        attributesJSON = try row.json(12)
    }
}
