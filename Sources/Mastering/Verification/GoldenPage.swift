import FoundationEssentials
import HubStore
import MasterData
import PostgresClient

/// Some golden records with the source records behind them.
struct GoldenPage: Sendable {
    /// Golden records read at a time.
    static let size: Int32 = 1_000

    struct Golden: Sendable {
        var state: GoldenState
        var entity: Entity
        var recordedAt: Timestamp
        var isInHistory: Bool
    }

    /// In the order of their ids.
    var golden: [Golden] = []
    var members: [StoredRecord] = []
    /// Indices into `members`.
    var membersOf: [UUID: [Int]] = [:]

    init(_ rows: Rows) throws {
        for row in rows {
            let goldenId = try row.uuid("golden_id")
            guard case .object(let attributes) = try JSONParser.parse(try row.bytes("attributes")), let entity = Entity(rawValue: try row.text("entity")),
                let status = GoldenStatus(rawValue: try row.text("status"))
            else { throw MasteringError.unreadableGoldenRecord(goldenId) }
            golden.append(Golden(
                state: GoldenState(
                    goldenId: goldenId, version: try row.int8("version"), status: status, mergedInto: try row.uuidIfPresent("merged_into"),
                    attributes: attributes),
                entity: entity, recordedAt: Timestamp(microseconds: try row.timestamp("recorded_at").unixMicroseconds),
                isInHistory: try row.bool("is_in_history")))
        }
    }

    mutating func add(members rows: Rows) throws {
        members.reserveCapacity(rows.count)
        for row in rows {
            guard let entity = Entity(rawValue: try row.text("entity")) else { continue }
            let record = try StoredRecord(row, entity: entity)
            membersOf[record.goldenId, default: []].append(members.count)
            members.append(record)
        }
    }
}
