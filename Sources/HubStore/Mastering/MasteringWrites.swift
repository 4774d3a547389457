package import FoundationEssentials
package import MasterData
package import PostgresClient

/// What one pass of mastering writes, as columns: one statement a table, however large the batch.
package struct MasteringWrites: Sendable {
    package struct RecordRow: Sendable {
        package var recordId: Int64
        package var key: SourceKey
        package var rawId: String
        package var goldenId: UUID
        package var status: RecordStatus
        package var method: LinkMethod
        package var updatedAt: Timestamp?
        package var version: String?
        package var attributes: String
        package var matchKeys: [Int64]

        package init(
            recordId: Int64, key: SourceKey, rawId: String, goldenId: UUID, status: RecordStatus, method: LinkMethod,
            updatedAt: Timestamp?, version: String?, attributes: String, matchKeys: [Int64]
        ) {
            self.recordId = recordId
            self.key = key
            self.rawId = rawId
            self.goldenId = goldenId
            self.status = status
            self.method = method
            self.updatedAt = updatedAt
            self.version = version
            self.attributes = attributes
            self.matchKeys = matchKeys
        }
    }

    package struct Relink: Sendable {
        package var recordId: Int64
        package var goldenId: UUID
        package var method: LinkMethod

        package init(recordId: Int64, goldenId: UUID, method: LinkMethod) {
            self.recordId = recordId
            self.goldenId = goldenId
            self.method = method
        }
    }

    package struct KeyRow: Sendable {
        package var key: Int64
        package var recordId: Int64

        package init(key: Int64, recordId: Int64) {
            self.key = key
            self.recordId = recordId
        }
    }

    package struct GoldenRow: Sendable {
        package var goldenId: UUID
        package var version: Int64
        package var status: GoldenStatus
        package var mergedInto: UUID?
        package var attributes: String
        package var changed: [String]
        package var lineage: String
        package var linked: String?
        package var unlinked: String?
        package var kind: ChangeKind
        package var platform: String?
        package var correlationId: String
        package var causationId: String?
        package var traceparent: String?

        package init(
            goldenId: UUID, version: Int64, status: GoldenStatus, mergedInto: UUID?, attributes: String, changed: [String], lineage: String,
            linked: String?, unlinked: String?, kind: ChangeKind, platform: String?, correlationId: String, causationId: String?, traceparent: String?
        ) {
            self.goldenId = goldenId
            self.version = version
            self.status = status
            self.mergedInto = mergedInto
            self.attributes = attributes
            self.changed = changed
            self.lineage = lineage
            self.linked = linked
            self.unlinked = unlinked
            self.kind = kind
            self.platform = platform
            self.correlationId = correlationId
            self.causationId = causationId
            self.traceparent = traceparent
        }
    }

    package var entity: Entity
    package var now: Timestamp
    package var policyVersion: String
    package var inserted: [RecordRow] = []
    package var updated: [RecordRow] = []
    package var relinked: [Relink] = []
    package var removedKeys: [KeyRow] = []
    package var addedKeys: [KeyRow] = []
    package var newGenericKeys: [Int64] = []
    /// Records whose references are written anew.
    package var referring: [Int64] = []
    package var references: [(recordId: Int64, reference: RecordReference)] = []
    package var removedEdges: [StoredEdge] = []
    package var edges: [StoredEdge] = []
    /// Live golden records that end, to be counted against the hour's budget.
    package var merges = 0
    /// In the order in which their events come.
    package var golden: [GoldenRow] = []

    package init(entity: Entity, now: Timestamp, policyVersion: String) {
        self.entity = entity
        self.now = now
        self.policyVersion = policyVersion
    }

    /// The statements that write all this, in their order; tables with nothing to write are left out.
    package var statements: [BoundStatement] {
        var statements: [BoundStatement] = []
        func add(_ statement: Statement, unless empty: Bool, _ parameters: @autoclosure () -> [PostgresValue]) {
            if !empty { statements.append(BoundStatement(statement, parameters())) }
        }
        let moment = PostgresValue.timestamp(now.postgres)
        let entityName = PostgresValue.text(entity.rawValue)
        add(Queries.insertSourceRecords, unless: inserted.isEmpty, [
            .int8Array(inserted.map(\.recordId)), .textArray(inserted.map(\.key.platform)), .textArray(inserted.map(\.key.nativeId)),
            .textArray(inserted.map(\.rawId)), .uuidArray(inserted.map(\.goldenId)), moment, .textArray(inserted.map(\.method.rawValue)),
            .timestampArray(inserted.map { $0.updatedAt?.postgres }), .textArray(inserted.map(\.version)), .jsonArray(inserted.map(\.attributes)),
            .bytesArray(inserted.map { StoredRecord.pack($0.matchKeys) }), entityName, .textArray(inserted.map(\.status.rawValue)),
        ])
        add(Queries.updateSourceRecords, unless: updated.isEmpty, [
            .int8Array(updated.map(\.recordId)), .textArray(updated.map(\.rawId)), .uuidArray(updated.map(\.goldenId)),
            .textArray(updated.map(\.status.rawValue)), .textArray(updated.map(\.method.rawValue)),
            .timestampArray(updated.map { $0.updatedAt?.postgres }), moment, .textArray(updated.map(\.version)), .jsonArray(updated.map(\.attributes)),
            .bytesArray(updated.map { StoredRecord.pack($0.matchKeys) }),
        ])
        add(Queries.relinkSourceRecords, unless: relinked.isEmpty, [
            .int8Array(relinked.map(\.recordId)), .uuidArray(relinked.map(\.goldenId)), .textArray(relinked.map(\.method.rawValue)), moment,
        ])
        add(Queries.deleteMatchKeys, unless: removedKeys.isEmpty, [.int8Array(removedKeys.map(\.key)), .int8Array(removedKeys.map(\.recordId))])
        // In the order of the index: measured on 2 million keys, a batch in any order takes twice as long.
        let keys = addedKeys.sorted { $0.key < $1.key }
        add(Queries.insertMatchKeys, unless: keys.isEmpty, [.int8Array(keys.map(\.key)), .int8Array(keys.map(\.recordId))])
        add(Queries.insertGenericKeys, unless: newGenericKeys.isEmpty, [.int8Array(newGenericKeys)])
        add(Queries.deleteReferences, unless: referring.isEmpty, [.int8Array(referring)])
        add(Queries.insertReferences, unless: references.isEmpty, [
            .int8Array(references.map(\.recordId)), .textArray(references.map(\.reference.attribute)),
            .textArray(references.map(\.reference.target.entity.rawValue)), .textArray(references.map(\.reference.target.platform)),
            .textArray(references.map(\.reference.target.nativeId)),
        ])
        add(Queries.deleteEdges, unless: removedEdges.isEmpty, [.int8Array(removedEdges.map(\.first)), .int8Array(removedEdges.map(\.second))])
        add(Queries.insertEdges, unless: edges.isEmpty, [
            .int8Array(edges.map(\.first)), .int8Array(edges.map(\.second)), .textArray(edges.map(\.kind)), .int4Array(edges.map(\.weight)), entityName,
        ])
        add(Queries.addMerges, unless: merges == 0, [moment, .int4(Int32(clamping: merges))])
        let fresh = golden.filter { $0.version == 1 }
        add(Queries.insertGoldenRecords, unless: fresh.isEmpty, [
            .uuidArray(fresh.map(\.goldenId)), entityName, .text(policyVersion), moment, .textArray(fresh.map(\.status.rawValue)),
            .jsonArray(fresh.map(\.attributes)),
        ])
        let known = golden.filter { $0.version > 1 }
        add(Queries.updateGoldenRecords, unless: known.isEmpty, [
            .uuidArray(known.map(\.goldenId)), .int8Array(known.map(\.version)), .textArray(known.map(\.status.rawValue)),
            .uuidArray(known.map(\.mergedInto)), .jsonArray(known.map(\.attributes)), .text(policyVersion), moment,
        ])
        add(Queries.insertGoldenVersions, unless: golden.isEmpty, [
            .uuidArray(golden.map(\.goldenId)), .int8Array(golden.map(\.version)), .textArray(golden.map(\.status.rawValue)),
            .uuidArray(golden.map(\.mergedInto)), .jsonArray(golden.map(\.attributes)), .textArray(golden.map { $0.changed.joined(separator: ",") }),
            .jsonArray(golden.map(\.lineage)), .jsonArray(golden.map(\.linked)), .jsonArray(golden.map(\.unlinked)), moment, entityName,
            .text(policyVersion),
        ])
        add(Queries.insertOutbox, unless: golden.isEmpty, [
            .uuidArray(golden.map { _ in TimeOrderedId.make(at: now) }), .uuidArray(golden.map(\.goldenId)), .int8Array(golden.map(\.version)),
            .textArray(golden.map(\.kind.rawValue)), .textArray(golden.map(\.platform)), .textArray(golden.map(\.correlationId)),
            .textArray(golden.map(\.causationId)), entityName, moment, .textArray(golden.map(\.traceparent)),
        ])
        return statements
    }
}

extension Timestamp {
    package var postgres: PostgresTimestamp { PostgresTimestamp(unixMicroseconds: microseconds) }
}
