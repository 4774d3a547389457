package import HubStore
package import MasterData
package import Matching
import PostgresClient

/// Why two stored records are, or are not, the same.
package struct PairReasons: Sendable {
    package var left: StoredRecord
    package var right: StoredRecord
    /// Every comparison with its weight; nil where a record is retired and takes no part in matching.
    package var comparisons: PairExplanation?
    /// What a steward has decided on these two, if anything: true where they are the same.
    package var decidedSame: Bool?

    /// Whether they are in one golden record now.
    package var areTogether: Bool { left.goldenId == right.goldenId }
}

extension MasteringPipeline {
    /// Compares two records of one entity as matching does, and tells all of it.
    ///
    /// - Returns: nil for each record that the hub does not know.
    package func explainPair(
        _ left: SourceKey, _ right: SourceKey
    ) async throws -> (left: StoredRecord?, right: StoredRecord?, reasons: PairReasons?) {
        let keys = [left, right]
        let rows = try await store.client.query(
            Queries.readReportedRecords, .textArray(keys.map(\.entity.rawValue)), .textArray(keys.map(\.platform)), .textArray(keys.map(\.nativeId)))
        var found: [StoredRecord?] = [nil, nil]
        for row in rows {
            let place = Int(try row.int8("place")) - 1
            found[place] = try StoredRecord(row, key: keys[place])
        }
        guard let first = found[0], let second = found[1] else { return (found[0], found[1], nil) }
        var reasons = PairReasons(left: first, right: second)
        let decisions = try await store.client.query(Queries.readDecisions, .int8Array([first.recordId, second.recordId]))
        for row in decisions {
            let pair = try [row.int8("record_a"), row.int8("record_b")]
            if pair == [first.recordId, second.recordId].sorted() { reasons.decidedSame = try row.text("kind") == "same" }
        }
        let prepared = try await matchRecords([first, second])
        if let model = models[left.entity], let own = prepared[0], let other = prepared[1] {
            reasons.comparisons = model.explain(own, other, valuesShown: true)
        }
        return (first, second, reasons)
    }

    /// Why each pair of stored records is, or is not, the same: nil where one of the two is retired or gone. Nobody's values are part of it.
    package func explain(pairs: [(Int64, Int64)], entity: Entity) async throws -> [PairExplanation?] {
        guard let model = models[entity], !pairs.isEmpty else { return pairs.map { _ in nil } }
        let ids = Set(pairs.flatMap { [$0.0, $0.1] }).sorted()
        let rows = try await store.client.withTransaction(TransactionOptions(readOnly: true)) { try await MasteringReads($0).records(ids, entity: entity) }
        var matches: [Int64: MatchRecord] = [:]
        for (row, match) in zip(rows, try await matchRecords(rows)) { matches[row.recordId] = match }
        return pairs.map { pair in
            guard let left = matches[pair.0], let right = matches[pair.1] else { return nil }
            return model.explain(left, right, valuesShown: false)
        }
    }

    /// The records as matching sees them, in their order; nil for retired ones.
    func matchRecords(_ records: [StoredRecord]) async throws -> [MatchRecord?] {
        let standardised = records.map { policies.standardise($0.attributes, key: $0.key) }
        let references = try await references(of: records, standardised)
        return zip(records, standardised).map { record, attributes in
            guard record.status == .active, let policy = policies.entities[record.key.entity], let model = models[record.key.entity] else { return nil }
            return MatchInput(policies: policies, policy: policy, model: model)
                .features(recordId: record.recordId, key: record.key, standardised: attributes, references)
        }
    }
}
