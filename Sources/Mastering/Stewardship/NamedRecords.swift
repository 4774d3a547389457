import FoundationEssentials
import HubStore
import MasterData
import PostgresClient

/// The records that a steward named, as groups: a record by itself, or a golden record with all of its own.
struct NamedRecords: Sendable {
    var entity: Entity
    var groups: [[StoredRecord]]

    var records: [StoredRecord] { groups.flatMap { $0 } }
    var goldenIds: [UUID] { Set(records.map(\.goldenId)).sorted(by: UUID.older) }

    /// At most this many pairs of records in one decision.
    static let pairLimit = 100_000
    /// Up to this many records every pair is written down, so that the decision holds whichever of them are retired later.
    private static let everyPairUpTo = 100
    private static let centres = 20

    /// Pairs of records of different groups.
    var pairsAcross: [(Int64, Int64)] {
        var pairs: [(Int64, Int64)] = []
        for (place, group) in groups.enumerated() {
            for other in groups[(place + 1)...] {
                for a in group { for b in other where a.recordId != b.recordId { pairs.append(Self.ordered(a.recordId, b.recordId)) } }
            }
        }
        return pairs
    }

    /// Pairs that hold all records together.
    var pairsTogether: [(Int64, Int64)] {
        let ids = Set(records.map(\.recordId)).sorted()
        let centres = ids.count <= Self.everyPairUpTo ? ids.count : Self.centres
        var pairs: [(Int64, Int64)] = []
        for centre in 0..<min(centres, ids.count) { for other in ids[(centre + 1)...] { pairs.append((ids[centre], other)) } }
        return pairs
    }

    private static func ordered(_ a: Int64, _ b: Int64) -> (Int64, Int64) { a < b ? (a, b) : (b, a) }
}

/// Carries a refusal out of a transaction, so that it is rolled back.
struct Refused: Error {
    var refusal: Refusal

    init(_ code: Refusal.Code, _ message: String, goldenId: UUID? = nil) {
        refusal = Refusal(code, message, goldenId: goldenId)
    }
}

extension MasteringReads {
    /// Reads what a request names.
    func named(by request: StewardRequest) async throws -> NamedRecords {
        var groups: [[StoredRecord]] = []
        var entity = request.entity
        func settle(_ found: Entity) throws {
            guard entity == nil || entity == found else { throw Refused(.malformed, "the records named are of two entities: only records of one entity can be the same") }
            entity = found
        }
        let keys = request.records
        if !keys.isEmpty {
            var found = [StoredRecord?](repeating: nil, count: keys.count)
            for row in try await transaction.query(
                Queries.readReportedRecords, .textArray(keys.map(\.entity.rawValue)), .textArray(keys.map(\.platform)), .textArray(keys.map(\.nativeId)))
            {
                let place = Int(try row.int8("place")) - 1
                found[place] = try StoredRecord(row, key: keys[place])
            }
            for (place, record) in found.enumerated() {
                guard let record else { throw Refused(.notFound, "`records[\(place)]`: \(keys[place].platform) has no \(keys[place].entity.rawValue) of this id in the hub") }
                try settle(record.key.entity)
                groups.append([record])
            }
        }
        for goldenId in request.goldenIds {
            guard let row = try await transaction.query(Queries.readSurvivor, .uuid(goldenId)).first else {
                throw Refused(.notFound, "no golden record has the id \(goldenId.text)")
            }
            let found = Entity(stored: try row.text("entity"))
            try settle(found)
            var members: [StoredRecord] = []
            for member in try await transaction.query(Queries.verifyMembers, .uuidArray([try row.uuid("golden_id")])) {
                members.append(try StoredRecord(member, entity: found))
            }
            groups.append(members.sorted { $0.recordId < $1.recordId })
        }
        guard let entity else { throw Refused(.malformed, "no record is named: give `records` or `goldenIds`") }
        return NamedRecords(entity: entity, groups: groups)
    }
}
