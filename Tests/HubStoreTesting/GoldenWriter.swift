package import FoundationEssentials
package import HubStore
package import MasterData
package import PostgresClient

/// Writes golden records, their history and their events as mastering does, without mastering.
package struct GoldenWriter: Sendable {
    package let store: HubStore

    package init(_ store: HubStore) {
        self.store = store
    }

    /// The next version of each golden record, in one transaction; version 1 creates it.
    ///
    /// - Parameter beforeCommit: runs while the transaction is open.
    package func write(
        _ ids: [UUID], entity: Entity = .customer, attributes: String = #"{"legalName":"Acme"}"#, status: GoldenStatus = .active,
        mergedInto: UUID? = nil, kind: ChangeKind? = nil, linked: String? = nil, unlinked: String? = nil, origin: String? = "sap",
        beforeCommit: (Transaction) async throws -> Void = { _ in }
    ) async throws {
        try await store.client.withTransaction { transaction in
            for id in ids {
                _ = try await transaction.query(Self.statement, [
                    .uuid(id), .text(entity.rawValue), .json(attributes), .text(status.rawValue), .uuid(ifPresent: mergedInto),
                    .text(ifPresent: kind?.rawValue), linked.map { .json($0) } ?? .null, unlinked.map { .json($0) } ?? .null,
                    .text(ifPresent: origin), .uuid(TimeOrderedId.make()),
                ])
            }
            try await beforeCommit(transaction)
        }
    }

    private static let statement = Statement(name: "test_write_golden", sql: """
        WITH golden AS (
            INSERT INTO mdm.golden_record AS g (golden_id, entity, version, status, merged_into, policy_version, recorded_at, attributes)
            VALUES ($1::uuid, $2::text, 1, $4::text, $5::uuid, 'p1', clock_timestamp(), $3::json)
            ON CONFLICT (golden_id) DO UPDATE SET version = g.version + 1, status = excluded.status, merged_into = excluded.merged_into,
                recorded_at = excluded.recorded_at, attributes = excluded.attributes
            RETURNING *
        ), history AS (
            INSERT INTO mdm.golden_version
                (golden_id, version, recorded_at, entity, status, merged_into, policy_version, attributes, changed, lineage, linked, unlinked)
            SELECT golden_id, version, recorded_at, entity, status, merged_into, policy_version, attributes, ARRAY['legalName'],
                '{"legalName":["owner",1]}', $7::json, $8::json FROM golden
        )
        INSERT INTO mdm.outbox (event_id, entity, golden_id, golden_version, kind, origin, correlation_id, recorded_at)
        SELECT $10::uuid, entity, golden_id, version, coalesce($6::text, CASE version WHEN 1 THEN 'created' ELSE 'changed' END), $9::text, 'c-1', recorded_at
        FROM golden
        """)

    /// A source record behind a golden record, in the crosswalk only.
    package func link(
        _ platform: String, _ nativeId: String, to golden: UUID, record: Int64, entity: Entity = .customer, status: RecordStatus = .active,
        method: LinkMethod = .identifier
    ) async throws {
        _ = try await store.client.query(Self.linking, [
            .int8(record), .text(entity.rawValue), .text(platform), .text(nativeId), .uuid(golden), .text(status.rawValue), .text(method.rawValue),
        ])
    }

    private static let linking = Statement(name: "test_link", sql: """
        INSERT INTO mdm.source_record
            (record_id, entity, platform, native_id, raw_id, golden_id, status, method, linked_at, received_at, attributes, match_keys)
        VALUES ($1::bigint, $2::text, $3::text, $4::text, 'raw ' || $4::text, $5::uuid, $6::text, $7::text,
            '2026-11-01T10:00:00Z', '2026-11-02T10:00:00Z', '{"legalName":"Acme"}', '')
        """)
}
