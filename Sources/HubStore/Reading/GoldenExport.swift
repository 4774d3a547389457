import FoundationEssentials
package import MasterData
import PostgresClient

/// A golden record with its crosswalk, as an export writes it.
package struct ExportedRecord: Sendable, Hashable {
    package var golden: GoldenRecordRow
    /// By platform, then id. Of the present: as the platforms write them; of the past: normalised, since history keeps those.
    package var ids: [ExportedId]
}

package struct ExportedId: Sendable, Hashable, Comparable {
    package var platform: String
    package var nativeId: String

    package static func < (left: ExportedId, right: ExportedId) -> Bool {
        if left.platform != right.platform { return left.platform.utf8.lexicographicallyPrecedes(right.platform.utf8) }
        return left.nativeId.utf8.lexicographicallyPrecedes(right.nativeId.utf8)
    }
}

extension HubStore {
    /// Lends page after page of all golden records of an entity, the merged excepted, in the order of their age.
    /// Every page is of one moment, and memory holds one page.
    ///
    /// - Parameter asOf: what the hub knew then; nil for now.
    package func export(
        _ entity: Entity, asOf: Timestamp? = nil, pageSize: Int = 1_000, _ body: ([ExportedRecord]) async throws -> Void
    ) async throws {
        try await client.withTransaction(.init(isolation: .repeatableRead, readOnly: true, retries: 0)) { transaction in
            var after = UUID.beforeAll
            while true {
                let page = try await goldenPage(entity, after, pageSize, asOf, transaction)
                guard let last = page.last else { return }
                let present = page.filter { $0.status != .merged }
                var ids = try await ids(of: present.map(\.goldenId), asOf, transaction)
                try await body(present.map { ExportedRecord(golden: $0, ids: ids.removeValue(forKey: $0.goldenId)?.sorted() ?? []) })
                after = last.goldenId
            }
        }
    }

    private func goldenPage(
        _ entity: Entity, _ after: UUID, _ size: Int, _ asOf: Timestamp?, _ transaction: Transaction
    ) async throws(PostgresError) -> [GoldenRecordRow] {
        let rows =
            if let asOf {
                try await transaction.query(
                    Queries.listGoldenRecordsKnownAt, .text(entity.rawValue), .uuid(after), .timestamp(asOf.postgres), .int4(Int32(clamping: size)))
            } else {
                try await transaction.query(Queries.listGoldenRecords, .text(entity.rawValue), .uuid(after), .null, .int4(Int32(clamping: size)))
            }
        var page: [GoldenRecordRow] = []
        for row in rows { page.append(try GoldenRecordRow(row)) }
        return page
    }

    private func ids(of goldenIds: [UUID], _ asOf: Timestamp?, _ transaction: Transaction) async throws -> [UUID: Set<ExportedId>] {
        var ids: [UUID: Set<ExportedId>] = [:]
        if let asOf {
            for row in try await transaction.query(Queries.readLinksKnownAt, .uuidArray(goldenIds), .timestamp(asOf.postgres)) {
                let goldenId = try row.uuid(0)
                ids[goldenId, default: []].subtract(try Self.pairs(row.jsonIfPresent(2)))
                ids[goldenId, default: []].formUnion(try Self.pairs(row.jsonIfPresent(1)))
            }
        } else {
            for row in try await transaction.query(Queries.readIdsOfGoldenRecords, .uuidArray(goldenIds)) {
                ids[try row.uuid(0), default: []].insert(ExportedId(platform: try row.text(1), nativeId: try row.text(2)))
            }
        }
        return ids
    }

    /// Reads `[[platform, native id] …]`.
    private static func pairs(_ json: String?) throws -> [ExportedId] {
        guard let json, case .array(let pairs) = try JSONParser.parse(json) else { return [] }
        return pairs.compactMap { pair in
            guard case .array(let parts) = pair, parts.count == 2, let platform = parts[0].text, let nativeId = parts[1].text else { return nil }
            return ExportedId(platform: platform, nativeId: nativeId)
        }
    }
}
