package import FoundationEssentials
package import MasterData
import PostgresClient

/// A version of a golden record, as stored.
package struct GoldenRecordRow: Sendable, Hashable {
    package var goldenId: UUID
    package var entity: Entity
    /// The business number that people say on the phone: at most 20 characters.
    package var number: String
    package var version: Int64
    package var status: GoldenStatus
    /// Where the id redirects to; set exactly where the status is `merged`.
    package var mergedInto: UUID?
    package var policyVersion: String
    package var recordedAt: Timestamp
    /// A JSON object, compact, members sorted.
    package var attributesJSON: String

    init(_ row: Row) throws(PostgresError) {
        goldenId = try row.uuid(0)
        entity = Entity(stored: try row.text(1))
        number = try row.text(2)
        version = try row.int8(3)
        status = GoldenStatus(stored: try row.text(4))
        mergedInto = try row.uuidIfPresent(5)
        policyVersion = try row.text(6)
        recordedAt = Timestamp(try row.timestamp(7))
        attributesJSON = try row.json(8)
    }
}
