package import FoundationEssentials
package import MasterData
package import PostgresClient

/// One version of a golden record in its history.
package struct GoldenVersionRow: Sendable, Hashable {
    package var version: Int64
    package var recordedAt: Timestamp
    package var status: GoldenStatus
    package var mergedInto: UUID?
    package var policyVersion: String
    /// Names of the attributes that differ from the version before.
    package var changed: [String]
    package var attributesJSON: String
    /// JSON: the `[platform, native id]` pairs that joined with this version.
    package var linkedJSON: String?
    /// JSON: the pairs that left with it.
    package var unlinkedJSON: String?

    init(_ row: Row) throws(PostgresError) {
        version = try row.int8(0)
        recordedAt = Timestamp(try row.timestamp(1))
        status = GoldenStatus(stored: try row.text(2))
        mergedInto = try row.uuidIfPresent(3)
        policyVersion = try row.text(4)
        changed = try row.textArray(5).compactMap { $0 }
        attributesJSON = try row.json(6)
        linkedJSON = try row.jsonIfPresent(7)
        unlinkedJSON = try row.jsonIfPresent(8)
    }
}

/// Why each value of a version survived.
package struct GoldenLineage: Sendable, Hashable {
    package var version: Int64
    /// JSON: attribute -> `[rule, record id …]`.
    package var lineageJSON: String
}

extension HubStore {
    /// The versions of a golden record, newest first.
    ///
    /// - Parameter before: only versions below this one, for the next page.
    package func history(_ goldenId: UUID, before: Int64? = nil, limit: Int) async throws(PostgresError) -> [GoldenVersionRow] {
        var versions: [GoldenVersionRow] = []
        let rows = try await client.query(Queries.readHistory, .uuid(goldenId), .int8(before ?? .max), .int4(Int32(clamping: limit)))
        for row in rows { versions.append(try GoldenVersionRow(row)) }
        return versions
    }

    /// The lineage of a version, of the newest where none is named; nil where there is no such version.
    package func lineage(_ goldenId: UUID, version: Int64? = nil) async throws(PostgresError) -> GoldenLineage? {
        guard let row = try await client.query(Queries.readLineage, .uuid(goldenId), .int8(ifPresent: version)).first else { return nil }
        return GoldenLineage(version: try row.int8(0), lineageJSON: try row.json(1))
    }
}
