package import FoundationEssentials
package import HubStore
package import MasterData
package import Matching
import PostgresClient

/// Why a golden record holds what it holds, and why each of its source records is in.
package struct GoldenReasons: Sendable {
    /// One attribute: the value, the rule that chose it, and what every record says.
    package struct Attribute: Sendable {
        package var name: String
        /// Nil where nobody who may speak has a value.
        package var value: JSONValue?
        package var rule: String?
        package var owner: String?
        package var words: [Word]
    }

    /// One record's word on an attribute.
    package struct Word: Sendable {
        package var key: SourceKey
        package var value: JSONValue
        package var updatedAt: Timestamp?
        /// Whether it is the golden value.
        package var survives: Bool
    }

    /// One source record, and the other member that it is most like.
    package struct Member: Sendable {
        package var record: StoredRecord
        /// Nil for a record alone, and for retired ones.
        package var nearest: SourceKey?
        package var comparisons: PairExplanation?
    }

    package var goldenId: UUID
    package var attributes: [Attribute]
    package var members: [Member]
}

extension MasteringPipeline {
    /// Survives the golden record's members anew and says how each value came about.
    ///
    /// - Parameter attribute: only this one; nil for all.
    package func explain(_ goldenId: UUID, entity: Entity, attribute: String? = nil) async throws -> GoldenReasons {
        guard let policy = policies.entities[entity] else { throw MasteringError.noPolicy(entity) }
        var records: [StoredRecord] = []
        for row in try await store.client.query(Queries.verifyMembers, .uuidArray([goldenId])) { records.append(try StoredRecord(row, entity: entity)) }
        records.sort { $0.key < $1.key }
        let standardised = records.map { policies.standardise($0.attributes, key: $0.key) }
        let references = try await references(of: records, standardised)
        let sources = zip(records, standardised).map { record, attributes in
            SourceRecord(
                recordId: record.recordId, key: record.key, status: record.status, updatedAt: record.updatedAt,
                attributes: policy.resolvingReferences(in: attributes, platform: record.key.platform) { references[$0]?.text })
        }
        let content = policy.survive(sources, on: Timestamp.now.date)
        let attributes = policy.attributes.filter { attribute == nil || $0.name == attribute }.compactMap { Self.reasons(for: $0.name, content, sources) }
        return GoldenReasons(goldenId: goldenId, attributes: attributes, members: try await members(records, entity: entity))
    }

    private static func reasons(for name: String, _ content: GoldenContent, _ records: [SourceRecord]) -> GoldenReasons.Attribute? {
        let lineage = content[lineage: name]
        let words = records.compactMap { record in
            record.attributes[name].map { value in
                GoldenReasons.Word(
                    key: record.key, value: value, updatedAt: record.updatedAt, survives: lineage?.records.contains(record.recordId) ?? false)
            }
        }
        if words.isEmpty { return nil }
        return GoldenReasons.Attribute(name: name, value: content.attributes[name], rule: lineage?.rule, owner: lineage?.owner, words: words)
    }

    private func members(_ records: [StoredRecord], entity: Entity) async throws -> [GoldenReasons.Member] {
        guard let model = models[entity] else { throw MasteringError.noPolicy(entity) }
        let prepared = try await matchRecords(records)
        return records.indices.map { index in
            guard let own = prepared[index] else { return GoldenReasons.Member(record: records[index]) }
            // Ties go to the record that comes first by key.
            var best: (index: Int, bits: Int32)?
            for other in records.indices where other != index {
                guard let candidate = prepared[other] else { continue }
                let bits = model.compare(own, candidate).bits
                if best.map({ bits > $0.bits }) ?? true { best = (other, bits) }
            }
            guard let best, let other = prepared[best.index] else { return GoldenReasons.Member(record: records[index]) }
            return GoldenReasons.Member(
                record: records[index], nearest: records[best.index].key, comparisons: model.explain(own, other, valuesShown: false))
        }
    }

    /// Golden ids behind the references of these records.
    func references(of records: [StoredRecord], _ standardised: [JSONObject]) async throws -> [SourceKey: UUID] {
        let wanted = referenced(by: records, standardised)
        if wanted.isEmpty { return [:] }
        return try await store.client.withTransaction(TransactionOptions(readOnly: true)) { try await MasteringReads($0).goldenIds(of: wanted) }
    }
}
