package import FoundationEssentials
package import MasterData
import PostgresClient

/// A change of one golden record, as the feed tells it.
package struct ChangeEvent: Sendable, Hashable {
    package var position: FeedPosition
    package var eventId: UUID
    package var entity: Entity
    package var goldenId: UUID
    package var goldenVersion: Int64
    package var kind: ChangeKind
    /// The platform whose report caused it; nil: the hub itself.
    package var origin: String?
    package var correlationId: String
    package var causationId: String?
    package var traceparent: String?
    package var recordedAt: Timestamp
    package var status: GoldenStatus
    /// Names of the attributes that differ from the version before.
    package var changed: [String]
    /// JSON: the attributes of the version before; nil where there is none.
    package var beforeJSON: String?
    /// JSON: the attributes of this version; nil only where history has lost it.
    package var afterJSON: String?
    /// JSON: the `[platform, native id]` pairs that joined.
    package var linkedJSON: String?
    /// JSON: the pairs that left.
    package var unlinkedJSON: String?
    package var mergedInto: UUID?

    init(_ row: Row) throws(PostgresError) {
        position = FeedPosition(epoch: try row.int8(0), tick: try row.int8(1), seq: try row.int8(2))
        eventId = try row.uuid(3)
        entity = Entity(stored: try row.text(4))
        goldenId = try row.uuid(5)
        goldenVersion = try row.int8(6)
        kind = ChangeKind(rawValue: try row.text(7)) ?? .changed
        origin = try row.textIfPresent(8)
        correlationId = try row.text(9)
        causationId = try row.textIfPresent(10)
        traceparent = try row.textIfPresent(11)
        recordedAt = Timestamp(try row.timestamp(12))
        status = GoldenStatus(stored: try row.textIfPresent(13) ?? "")
        changed = try row.isNull(14) ? [] : try row.textArray(14).compactMap { $0 }
        beforeJSON = try row.jsonIfPresent(15)
        afterJSON = try row.jsonIfPresent(16)
        linkedJSON = try row.jsonIfPresent(17)
        unlinkedJSON = try row.jsonIfPresent(18)
        mergedInto = try row.uuidIfPresent(19)
    }

    static func events(_ rows: Rows) throws(PostgresError) -> [ChangeEvent] {
        var events: [ChangeEvent] = []
        events.reserveCapacity(rows.count)
        for row in rows { events.append(try ChangeEvent(row)) }
        return events
    }
}
