package import FoundationEssentials
package import MasterData
package import PostgresClient

extension HubStore {
    /// A platform's record by its normalised key; nil where the hub does not have it.
    package func sourceRecord(_ key: SourceKey) async throws(PostgresError) -> SourceRecordRow? {
        let parameters: [PostgresValue] = [.text(key.nativeId), .text(key.platform), .text(key.entity.rawValue)]
        guard let row = try await client.query(Queries.readSourceRecord, parameters).first else { return nil }
        return try SourceRecordRow(row)
    }

    /// The source records behind a golden record, by platform, then native id; at most `limit`.
    package func members(of goldenId: UUID, limit: Int = 1_000) async throws(PostgresError) -> [SourceRecordRow] {
        var members: [SourceRecordRow] = []
        for row in try await client.query(Queries.readMembers, .uuid(goldenId), .int4(Int32(clamping: limit))) {
            members.append(try SourceRecordRow(row))
        }
        return members
    }

    /// What platforms call the records that a lineage names by number; absent where there is no such record.
    package func names(ofRecords ids: [Int64]) async throws(PostgresError) -> [Int64: (platform: String, nativeId: String)] {
        var names: [Int64: (platform: String, nativeId: String)] = [:]
        for row in try await client.query(Queries.readRecordNames, .int8Array(ids)) {
            names[try row.int8(0)] = (try row.text(1), try row.text(2))
        }
        return names
    }
}
