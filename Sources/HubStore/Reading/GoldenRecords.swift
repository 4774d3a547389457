package import FoundationEssentials
package import MasterData
package import PostgresClient

extension HubStore {
    /// The current state of a golden record, merged or not; nil where the hub never issued the id.
    package func goldenRecord(_ id: UUID) async throws(PostgresError) -> GoldenRecordRow? {
        try await goldenRecords(Queries.readGoldenRecord, [.uuid(id)]).first
    }

    /// The state that the hub knew at a moment; nil where it did not know the record yet.
    package func goldenRecord(_ id: UUID, knownAt moment: Timestamp) async throws(PostgresError) -> GoldenRecordRow? {
        try await goldenRecords(Queries.readGoldenRecordKnownAt, [.uuid(id), .timestamp(moment.postgres)]).first
    }

    /// The record that a golden id stands for today: itself, or the end of its redirects, which are followed for at most 64 steps.
    ///
    /// - Returns: nil where the hub never issued the id. A record that is still `merged` means that the chain is longer or a cycle,
    ///   which `mdm verify` reports.
    package func survivor(of id: UUID) async throws(PostgresError) -> GoldenRecordRow? {
        try await goldenRecords(Queries.readSurvivor, [.uuid(id)]).first
    }

    /// One page of golden records in the order of their ids, which is the order of their age.
    ///
    /// - Parameters:
    ///   - after: the last id of the page before.
    ///   - status: only these; nil for all, the merged included.
    package func goldenRecords(
        entity: Entity, after: UUID? = nil, limit: Int, status: GoldenStatus? = .active
    ) async throws(PostgresError) -> [GoldenRecordRow] {
        try await goldenRecords(Queries.listGoldenRecords, [
            .text(entity.rawValue), .uuid(after ?? .beforeAll), .text(ifPresent: status?.rawValue), .int4(Int32(clamping: limit)),
        ])
    }

    private func goldenRecords(_ statement: Statement, _ parameters: [PostgresValue]) async throws(PostgresError) -> [GoldenRecordRow] {
        var records: [GoldenRecordRow] = []
        for row in try await client.query(statement, parameters) { records.append(try GoldenRecordRow(row)) }
        return records
    }
}

extension UUID {
    /// Precedes every id: where a listing starts.
    static let beforeAll = UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
}
