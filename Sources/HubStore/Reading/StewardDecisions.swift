package import FoundationEssentials
package import MasterData
package import PostgresClient

/// What a steward said of records: that they are the same, or that they are different. A merge says the first, a split the second.
package struct StewardDecision: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case same, different
    }

    package enum Operation: String, Sendable, Hashable, CaseIterable {
        case decision, merge, split
    }

    package struct Record: Sendable, Hashable {
        package var recordId: Int64
        package var key: SourceKey
        /// As the platform writes it.
        package var nativeId: String
        package var goldenId: UUID

        package init(recordId: Int64, key: SourceKey, nativeId: String, goldenId: UUID) {
            self.recordId = recordId
            self.key = key
            self.nativeId = nativeId
            self.goldenId = goldenId
        }
    }

    package var id: UUID
    package var entity: Entity
    package var kind: Kind
    package var operation: Operation
    package var reason: String
    package var actor: String
    package var madeAt: Timestamp
    /// The golden records it was said of, as they stood before it.
    package var goldenIds: [UUID]
    /// Nil while it is in force.
    package var revocation: Revocation?
    package var records: [Record] = []

    package struct Revocation: Sendable, Hashable {
        package var at: Timestamp
        package var actor: String
        package var reason: String

        package init(at: Timestamp, actor: String, reason: String) {
            self.at = at
            self.actor = actor
            self.reason = reason
        }
    }

    package init(
        id: UUID, entity: Entity, kind: Kind, operation: Operation, reason: String, actor: String, madeAt: Timestamp, goldenIds: [UUID]
    ) {
        self.id = id
        self.entity = entity
        self.kind = kind
        self.operation = operation
        self.reason = reason
        self.actor = actor
        self.madeAt = madeAt
        self.goldenIds = goldenIds
    }

    package init(_ row: Row) throws(PostgresError) {
        self.init(
            id: try row.uuid("decision_id"), entity: Entity(stored: try row.text("entity")), kind: Kind(rawValue: try row.text("kind")) ?? .different,
            operation: Operation(rawValue: try row.text("operation")) ?? .decision, reason: try row.text("reason"), actor: try row.text("actor"),
            madeAt: Timestamp(try row.timestamp("made_at")), goldenIds: try row.uuidArray("golden_ids").compactMap { $0 })
        if let at = try row.timestampIfPresent("revoked_at") {
            revocation = Revocation(at: Timestamp(at), actor: try row.textIfPresent("revoked_by") ?? "", reason: try row.textIfPresent("revoked_because") ?? "")
        }
    }
}

/// A place in the list of decisions.
package struct DecisionCursor: Sendable, Hashable {
    package var madeAt: Timestamp
    package var id: UUID

    package init(madeAt: Timestamp, id: UUID) {
        self.madeAt = madeAt
        self.id = id
    }
}

extension HubStore {
    /// What stewards decided, newest first.
    ///
    /// - Parameter revoked: those that were taken back too.
    package func decisions(
        entity: Entity? = nil, operation: StewardDecision.Operation? = nil, after: DecisionCursor? = nil, revoked: Bool, limit: Int
    ) async throws(PostgresError) -> [StewardDecision] {
        let rows = try await client.query(
            Queries.listDecisions, .text(ifPresent: entity?.rawValue), .text(ifPresent: operation?.rawValue),
            after.map { .timestamp($0.madeAt.postgres) } ?? .null, after.map { .uuid($0.id) } ?? .null, .bool(revoked), .int4(Int32(clamping: limit)))
        var decisions: [StewardDecision] = []
        for row in rows { decisions.append(try StewardDecision(row)) }
        return try await withRecords(decisions)
    }

    package func decision(_ id: UUID) async throws(PostgresError) -> StewardDecision? {
        guard let row = try await client.query(Queries.readDecision, .uuid(id)).first else { return nil }
        return try await withRecords([try StewardDecision(row)]).first
    }

    private func withRecords(_ decisions: [StewardDecision]) async throws(PostgresError) -> [StewardDecision] {
        if decisions.isEmpty { return [] }
        var records: [UUID: [StewardDecision.Record]] = [:]
        let entities = Dictionary(decisions.map { ($0.id, $0.entity) }, uniquingKeysWith: { first, _ in first })
        for row in try await client.query(Queries.readDecisionRecords, .uuidArray(decisions.map(\.id))) {
            let id = try row.uuid("decision_id")
            guard let entity = entities[id] else { continue }
            records[id, default: []].append(StewardDecision.Record(
                recordId: try row.int8("record_id"),
                key: SourceKey(entity: entity, platform: try row.text("platform"), nativeId: try row.text("native_id")),
                nativeId: try row.text("raw_id"), goldenId: try row.uuid("golden_id")))
        }
        return decisions.map { decision in
            var decision = decision
            decision.records = records[decision.id] ?? []
            return decision
        }
    }
}
