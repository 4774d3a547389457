package import FoundationEssentials
import HubStore
package import MasterData
package import Matching
import PostgresClient

/// What the hub would make of a record that nobody has reported: search before create. Nothing is stored.
package struct MatchPreview: Sendable {
    /// A golden record that it may belong to, by its record that is most like the one at hand.
    package struct Candidate: Sendable {
        package var goldenId: UUID
        package var record: SourceKey
        package var nativeId: String
        /// Nobody's values are part of it.
        package var explanation: PairExplanation
    }

    /// The best candidate's; `nonMatch` without one.
    package var outcome: MatchOutcome
    /// The likeliest first.
    package var candidates: [Candidate]
}

extension MasteringPipeline {
    /// Finds golden records that a record with these attributes may belong to, by the match keys, comparisons and weights of a real report.
    ///
    /// - Parameters:
    ///   - platform: whose record it would be: its code lists are used, and its native id.
    ///   - limit: golden records at most.
    package func preview(_ report: SourceReport, limit: Int) async throws -> Result<MatchPreview, Refusal> {
        let valid: ValidReport
        switch policies.validate(report) {
        case .failure(let refusal): return .failure(refusal)
        case .success(let success): valid = success
        }
        guard let policy = policies.entities[valid.key.entity], let model = models[valid.key.entity] else { throw MasteringError.noPolicy(valid.key.entity) }
        let matching = MatchInput(policies: policies, policy: policy, model: model)
        let candidates = try await store.client.withTransaction(TransactionOptions(readOnly: true)) { transaction in
            let reads = MasteringReads(transaction)
            _ = try await transaction.query(Queries.preferIndexes)
            let generic = try await genericKeys.add(reads.genericKeys(behind: genericKeys.last))
            let targets = Set(policy.references(in: valid.standardised, platform: valid.key.platform).map(\.target)).sorted()
            let own = matching.features(
                recordId: 0, key: valid.key, standardised: valid.standardised, try await reads.goldenIds(of: targets))
            return try await likeliest(own, reads, matching, generic, valid.key, limit: limit)
        }
        return .success(MatchPreview(outcome: candidates.first?.explanation.score.outcome ?? .nonMatch, candidates: candidates))
    }

    private func likeliest(
        _ own: MatchRecord, _ reads: MasteringReads, _ matching: MatchInput, _ generic: Set<Int64>, _ key: SourceKey, limit: Int
    ) async throws -> [MatchPreview.Candidate] {
        let model = matching.model
        let keys = own.keys.filter { !generic.contains($0) }
        // Bounded: some dozens of keys, each with at most one record more than the cap.
        let under = try await reads.candidates(under: keys, cap: policies.limits.matchKeySize)
        let rows = try await reads.records(Set(under.values.joined()).sorted(), entity: key.entity).filter { $0.status == .active && $0.key != key }
        let standardised = rows.map { policies.standardise($0.attributes, key: $0.key) }
        let references = try await reads.goldenIds(of: referenced(by: rows, standardised))
        var best: [UUID: (row: StoredRecord, match: MatchRecord, score: PairScore)] = [:]
        for (row, attributes) in zip(rows, standardised) {
            let match = matching.features(recordId: row.recordId, key: row.key, standardised: attributes, references)
            let score = model.compare(own, match)
            guard score.outcome != .nonMatch, !model.sharedKeys(own, match).isEmpty else { continue }
            if let known = best[row.goldenId], (known.score.bits, row.key) > (score.bits, known.row.key) { continue }
            best[row.goldenId] = (row, match, score)
        }
        let ordered = best.values.sorted { ($0.score.bits, $1.row.key) > ($1.score.bits, $0.row.key) }
        return ordered.prefix(limit).map { found in
            MatchPreview.Candidate(
                goldenId: found.row.goldenId, record: found.row.key, nativeId: found.row.rawId,
                explanation: model.explain(own, found.match, valuesShown: false))
        }
    }
}
