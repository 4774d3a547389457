import FoundationEssentials
import HubStore
import MasterData
import PostgresClient

/// What a steward's operation writes before the records that it concerns are decided anew.
struct Steering: Sendable {
    var decision: StewardDecision
    var records: [StoredRecord]
    /// The decision's own rows.
    var statements: [BoundStatement]
    /// As the audit trail names it.
    var action: String
    /// Whether it takes something back.
    var revokes = false
}

extension MasteringPipeline {
    /// One transaction: writes a decision, or takes one back, and masters the records it concerns anew, all or nothing.
    ///
    /// The stages are those of a report. Nothing is moved by hand: what stewards say is one more thing that clustering depends on, so a
    /// decision taken back leaves no trace but its history (I1, I7).
    func steer(
        _ origin: Origin, _ prepare: @Sendable (MasteringReads, Timestamp) async throws -> Steering
    ) async throws -> Result<StewardReceipt, Refusal> {
        do {
            let receipt = try await store.client.withTransaction { transaction in
                let reads = MasteringReads(transaction)
                let opening = try await reads.open([], entity: .customer, knownGeneric: genericKeys.last)
                let generic = genericKeys.add(opening.genericKeys)
                let steering = try await prepare(reads, opening.head.now)
                _ = try await transaction.pipeline(steering.statements)
                let mastered = try await master(
                    steering.records.map { row in
                        MasteredRecord(row, standardised: policies.standardise(row.attributes, key: row.key), standing: .reexamined)
                    }, entity: steering.decision.entity, now: opening.head.now, origins: [:], fallback: origin, generic: generic, allowance: .max,
                    revokes: steering.revokes, in: reads)
                try Self.check(steering, mastered)
                var writes = mastered.writes
                // The budget bounds what the hub does by itself.
                writes.merges = 0
                var statements = writes.statements
                try await follow(mastered, origin: origin, in: reads, writing: &statements)
                var chain = AuditChain(after: opening.head)
                chain.append(self.audit(steering, mastered, origin, now: opening.head.now))
                statements.append(chain.statement(now: opening.head.now, policyVersion: policies.version))
                _ = try await transaction.commit(after: statements)
                return self.receipt(steering, mastered)
            }
            committed()
            return .success(receipt)
        } catch let refused as Refused {
            return .failure(refused.refusal)
        }
    }

    /// Refuses what could not be kept, before it is committed.
    private static func check(_ steering: Steering, _ mastered: Mastered) throws {
        let decision = mastered.decision
        if !decision.contradictions.isEmpty {
            throw Refused(
                .contradictingDecision,
                "other decisions in force say the opposite of some of these records; list them with GET /v1/decisions and take back the one that is wrong")
        }
        guard steering.decision.kind == .same, steering.decision.revocation == nil else { return }
        let active = steering.records.filter { $0.status == .active }
        guard Set(active.compactMap { decision.goldenOf[$0.recordId] }).count <= 1 else {
            throw Refused(.clusterTooLarge, "together these would be more records than one golden record may have (`clusterSize` in policies/limits.yaml)")
        }
    }

    private func receipt(_ steering: Steering, _ mastered: Mastered) -> StewardReceipt {
        var golden: [UUID: StewardReceipt.Golden] = [:]
        for record in steering.records {
            for goldenId in [record.goldenId, mastered.decision.goldenOf[record.recordId]].compactMap({ $0 }) {
                guard let state = mastered.neighbourhood.golden[goldenId] else { continue }
                golden[goldenId] = StewardReceipt.Golden(goldenId: goldenId, version: state.version, status: state.status, mergedInto: state.mergedInto)
            }
        }
        for change in mastered.survival.changes {
            golden[change.goldenId] = StewardReceipt.Golden(
                goldenId: change.goldenId, version: change.version, status: change.status, mergedInto: change.mergedInto)
        }
        var decision = steering.decision
        decision.records = steering.records.map { record in
            StewardDecision.Record(
                recordId: record.recordId, key: record.key, nativeId: record.rawId,
                goldenId: mastered.decision.goldenOf[record.recordId] ?? record.goldenId)
        }
        return StewardReceipt(decision: decision, golden: golden.values.sorted { UUID.older($0.goldenId, $1.goldenId) })
    }

    private func audit(_ steering: Steering, _ mastered: Mastered, _ origin: Origin, now: Timestamp) -> AuditEntry {
        let first = steering.records.first
        let goldenId = first.flatMap { mastered.decision.goldenOf[$0.recordId] ?? $0.goldenId }
        return AuditEntry(
            sequence: 0, recordedAt: now, actor: origin.actor, action: steering.action, entity: steering.decision.entity.rawValue, platform: nil,
            recordId: nil, goldenId: goldenId, goldenVersion: goldenId.flatMap { mastered.survival.versions[$0] },
            outcome: steering.decision.kind.rawValue, verdicts: "decision: \(steering.decision.id.text)", policyVersion: policies.version,
            correlationId: origin.correlationId)
    }
}
