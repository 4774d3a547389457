package import FoundationEssentials
package import MasterData
package import PostgresClient

/// What mastering reads, inside its transaction: each call is one round trip, however large the batch.
package struct MasteringReads {
    package let transaction: Transaction

    package init(_ transaction: Transaction) {
        self.transaction = transaction
    }

    /// The end of the audit chain, and the time that everything in this transaction is recorded at.
    package struct Head: Sendable {
        package var auditSequence: Int64
        package var auditHash: [UInt8]
        package var now: Timestamp
    }

    /// A record that refers to a reported one.
    package struct Dependent: Sendable, Hashable {
        /// The place of the reported key it refers to.
        package var place: Int
        package var recordId: Int64
        package var entity: Entity
    }

    /// A match key that too many records share. Numbers rise in the order in which keys became generic.
    package struct GenericKey: Sendable {
        package var number: Int64
        package var key: Int64
    }

    package struct Opening: Sendable {
        package var head: Head
        /// Those behind the number that was asked for, in order.
        package var genericKeys: [GenericKey]
        /// In the order of the keys; nil where the record is new.
        package var records: [StoredRecord?]
        package var dependents: [Dependent]
        /// Golden records that ended in another one within the last hour, without a steward.
        package var mergesInTheHour: Int
    }

    /// Takes the mastering lock, then reads what the hub knows of the reported keys.
    ///
    /// - Parameter knownGeneric: the number up to which the caller knows all generic keys.
    package func open(_ keys: [SourceKey], entity: Entity, knownGeneric: Int64) async throws(PostgresError) -> Opening {
        let platforms = PostgresValue.textArray(keys.map(\.platform))
        let nativeIds = PostgresValue.textArray(keys.map(\.nativeId))
        let answers = try await transaction.pipeline([
            BoundStatement(Queries.lockMastering, []),
            BoundStatement(Queries.readAuditHead, []),
            BoundStatement(Queries.readReportedRecords, [.textArray(keys.map(\.entity.rawValue)), platforms, nativeIds]),
            BoundStatement(Queries.readDependents, [.text(entity.rawValue), platforms, nativeIds]),
            BoundStatement(Queries.readNewGenericKeys, [.int8(knownGeneric)]),
            BoundStatement(Queries.countMerges, [.timestamp(Timestamp.now.postgres)]),
        ])
        let head = try answers[1].only
        var records = [StoredRecord?](repeating: nil, count: keys.count)
        for row in answers[2] {
            let place = Int(try row.int8("place")) - 1
            records[place] = try StoredRecord(row, key: keys[place])
        }
        return Opening(
            head: Head(
                auditSequence: try head.int8("seq"), auditHash: try head.bytes("hash"),
                now: Timestamp(microseconds: try head.timestamp("now").unixMicroseconds)),
            genericKeys: try Self.genericKeys(answers[4]),
            records: records,
            dependents: try Self.dependents(answers[3]),
            mergesInTheHour: Int(try answers[5].only.int8("merges")))
    }

    /// The generic keys behind a number.
    package func genericKeys(behind number: Int64) async throws(PostgresError) -> [GenericKey] {
        try Self.genericKeys(await transaction.query(Queries.readNewGenericKeys, .int8(number)))
    }

    private static func genericKeys(_ rows: Rows) throws(PostgresError) -> [GenericKey] {
        var keys: [GenericKey] = []
        for row in rows { keys.append(GenericKey(number: try row.int8(0), key: try row.int8(1))) }
        return keys
    }

    package func dependents(of keys: [SourceKey], entity: Entity) async throws(PostgresError) -> [Dependent] {
        try Self.dependents(await transaction.query(
            Queries.readDependents, [.text(entity.rawValue), .textArray(keys.map(\.platform)), .textArray(keys.map(\.nativeId))]))
    }

    private static func dependents(_ rows: Rows) throws(PostgresError) -> [Dependent] {
        var dependents: [Dependent] = []
        for row in rows {
            guard let entity = Entity(rawValue: try row.text("entity")) else { continue }
            dependents.append(Dependent(place: Int(try row.int8("place")) - 1, recordId: try row.int8("record_id"), entity: entity))
        }
        return dependents
    }

    /// Records by id, in no order.
    package func records(_ ids: [Int64], entity: Entity) async throws(PostgresError) -> [StoredRecord] {
        if ids.isEmpty { return [] }
        var records: [StoredRecord] = []
        for row in try await transaction.query(Queries.readRecords, [.int8Array(ids)]) {
            records.append(try StoredRecord(row, entity: entity))
        }
        return records
    }

    /// Records by id, in no order, and of `sparse` only those with at most `keys` match keys.
    package func records(_ ids: [Int64], sparse: [Int64], keys: Int, entity: Entity) async throws(PostgresError) -> [StoredRecord] {
        if ids.isEmpty && sparse.isEmpty { return [] }
        var records: [StoredRecord] = []
        let parameters: [PostgresValue] = [.int8Array(ids), .int8Array(sparse), .int4(Int32(clamping: keys))]
        for row in try await transaction.query(Queries.readCandidateRecords, parameters) {
            records.append(try StoredRecord(row, entity: entity))
        }
        return records
    }

    /// The golden ids behind references; absent where the hub does not know the record.
    package func goldenIds(of targets: [SourceKey]) async throws(PostgresError) -> [SourceKey: UUID] {
        if targets.isEmpty { return [:] }
        return try Self.goldenIds(await transaction.query(Queries.resolveReferences, Self.targetParameters(targets)), targets)
    }

    private static func targetParameters(_ targets: [SourceKey]) -> [PostgresValue] {
        [.textArray(targets.map(\.entity.rawValue)), .textArray(targets.map(\.platform)), .textArray(targets.map(\.nativeId))]
    }

    private static func goldenIds(_ rows: Rows, _ targets: [SourceKey]) throws(PostgresError) -> [SourceKey: UUID] {
        var found: [SourceKey: UUID] = [:]
        for row in rows { found[targets[Int(try row.int8("place")) - 1]] = try row.uuid("golden_id") }
        return found
    }

    /// Records under each of the keys; at most one more than the cap.
    package func candidates(under keys: [Int64], cap: Int) async throws(PostgresError) -> [Int64: [Int64]] {
        if keys.isEmpty { return [:] }
        var records: [Int64: [Int64]] = [:]
        for row in try await transaction.query(Queries.readCandidates, [.int8Array(keys), .int4(Int32(clamping: cap + 1))]) {
            records[try row.int8(0), default: []].append(try row.int8(1))
        }
        return records
    }

    /// Every record of every golden record that the given records reach. Nil where there are more than `limit`.
    package func closure(of ids: [Int64], entity: Entity, limit: Int) async throws(PostgresError) -> [StoredRecord]? {
        if ids.isEmpty { return [] }
        let rows = try await transaction.query(Queries.readClosure, [.int8Array(ids), .int4(Int32(clamping: limit + 1))])
        guard rows.count <= limit else { return nil }
        var records: [StoredRecord] = []
        records.reserveCapacity(rows.count)
        for row in rows { records.append(try StoredRecord(row, entity: entity)) }
        return records
    }

    /// Golden records that ended in one of these, directly or through others. Nil where that takes more than `limit` rows.
    package func formerGoldenRecords(of survivors: [UUID], limit: Int) async throws(PostgresError) -> [StoredFormerGoldenRecord]? {
        let rows = try await transaction.query(Queries.readFormerGoldenRecords, [.uuidArray(survivors), .int4(Int32(clamping: limit + 1))])
        guard rows.count <= limit else { return nil }
        var former: [UUID: StoredFormerGoldenRecord] = [:]
        for row in rows {
            let goldenId = try row.uuid("golden_id")
            let empty = StoredFormerGoldenRecord(
                goldenId: goldenId, version: try row.int8("version"), mergedInto: try row.uuid("merged_into"), survivor: try row.uuid("survivor"))
            former[goldenId, default: empty].records.insert(try row.int8("record_id"))
        }
        return former.values.sorted { UUID.older($0.goldenId, $1.goldenId) }
    }

    /// Which of the golden records a steward had put together with others and taken apart again.
    package func released(of former: [UUID]) async throws(PostgresError) -> Set<UUID> {
        if former.isEmpty { return [] }
        var released: Set<UUID> = []
        for row in try await transaction.query(Queries.readReleasedGoldenRecords, .uuidArray(former)) { released.insert(try row.uuid(0)) }
        return released
    }

    package struct Surroundings: Sendable {
        package var golden: [StoredGoldenRecord]
        package var edges: [StoredEdge]
        package var decisions: [StoredDecision]
        package var references: [SourceKey: UUID]
    }

    /// Everything else that deciding on these records needs.
    package func surroundings(
        goldenIds: [UUID], records: [Int64], references: [SourceKey]
    ) async throws(PostgresError) -> Surroundings {
        let answers = try await transaction.pipeline([
            BoundStatement(Queries.readGoldenRecords, [.uuidArray(goldenIds)]),
            BoundStatement(Queries.readEdges, [.int8Array(records)]),
            BoundStatement(Queries.readDecisions, [.int8Array(records)]),
            BoundStatement(Queries.resolveReferences, Self.targetParameters(references)),
        ])
        var golden: [StoredGoldenRecord] = []
        for row in answers[0] { golden.append(try StoredGoldenRecord(row)) }
        var edges: [StoredEdge] = []
        for row in answers[1] {
            edges.append(StoredEdge(
                first: try row.int8("record_a"), second: try row.int8("record_b"), kind: try row.text("kind"), weight: try row.int4("weight")))
        }
        var decisions: [StoredDecision] = []
        for row in answers[2] {
            decisions.append(StoredDecision(
                first: try row.int8("record_a"), second: try row.int8("record_b"), isSame: try row.text("kind") == "same"))
        }
        return Surroundings(golden: golden, edges: edges, decisions: decisions, references: try Self.goldenIds(answers[3], references))
    }
}

/// A row of `golden_record`, as mastering needs it.
package struct StoredGoldenRecord: Sendable {
    package var goldenId: UUID
    package var version: Int64
    package var status: GoldenStatus
    package var mergedInto: UUID?
    package var policyVersion: String
    package var attributes: String

    init(_ row: Row) throws(PostgresError) {
        goldenId = try row.uuid("golden_id")
        version = try row.int8("version")
        status = GoldenStatus(rawValue: try row.text("status")) ?? .active
        mergedInto = try row.uuidIfPresent("merged_into")
        policyVersion = try row.text("policy_version")
        attributes = try row.json("attributes")
    }
}

/// A row of `match_edge`: `first` < `second`; weight in thousandths of a bit.
package struct StoredEdge: Sendable, Hashable {
    /// Why two records that look related are in different golden records.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The weight lies in the review band.
        case possibleMatch
        /// A match by weight that a veto, a decision or the clusters' other members kept apart.
        case cut
        /// A match by weight whose component was larger than a cluster may be.
        case oversized
        /// A match by weight that waits because the hour's merges were used up.
        case held
    }

    package var first: Int64
    package var second: Int64
    package var kind: String
    package var weight: Int32

    package init(first: Int64, second: Int64, kind: String, weight: Int32) {
        self.first = first
        self.second = second
        self.kind = kind
        self.weight = weight
    }
}

/// A steward's decision on two records: `first` < `second`.
package struct StoredDecision: Sendable, Hashable {
    package var first: Int64
    package var second: Int64
    package var isSame: Bool
}

/// A golden record that ended in another one.
package struct StoredFormerGoldenRecord: Sendable {
    package var goldenId: UUID
    package var version: Int64
    /// The next one on the way to the survivor.
    package var mergedInto: UUID
    /// The golden record at the end of the way.
    package var survivor: UUID
    /// Those it had when it ended.
    package var records: Set<Int64> = []
}
