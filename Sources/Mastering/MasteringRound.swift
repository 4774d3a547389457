import FoundationEssentials
import HubStore
import MasterData
import Matching
import PostgresClient

extension MasteringPipeline {
    /// One transaction: from reports whose form is right to golden versions, events and audit entries, all committed or none.
    ///
    /// - Parameter also: given the round's answers, statements that commit with it.
    func run(
        _ round: Round, also: ([Reception]) -> [BoundStatement] = { _ in [] }, refusing: (@Sendable ([AttributeVerdict]) -> Refusal?)? = nil
    ) async throws -> [Reception] {
        let ids = try await recordIds.take(round.reports.count)
        let outcome = try await store.client.withTransaction { transaction in
            let reads = MasteringReads(transaction)
            let opening = try await reads.open(round.reports.map(\.key), entity: round.entity, knownGeneric: genericKeys.last)
            let generic = genericKeys.add(opening.genericKeys)
            let taking = policies.take(round.reports, stored: opening.records, ids: ids)
            var answers = taking.answers
            try await settle(taking.settled, round, reads, &answers)
            guard !taking.taken.isEmpty else {
                _ = try await transaction.commit(after: also(Self.complete(answers)))
                return RoundOutcome(answers: answers, wrote: false)
            }
            let origins = Dictionary(
                taking.taken.map { ($0.record.recordId, (origin: $0.report.report.origin, platform: Optional($0.report.key.platform))) },
                uniquingKeysWith: { first, _ in first })
            let first = try await master(
                taking.taken.map(\.record), entity: round.entity, now: opening.head.now, origins: origins,
                fallback: taking.taken[0].report.report.origin, generic: generic,
                allowance: max(0, policies.limits.mergesPerHour - opening.mergesInTheHour), in: reads)
            var chain = AuditChain(after: opening.head)
            for report in taking.taken {
                let receipt = self.receipt(for: report, first, round.entity)
                if let refusal = refusing?(receipt.verdicts) {
                    // Nothing has been written: the transaction ends without a trace.
                    return RoundOutcome(answers: [.failure(refusal)], wrote: false)
                }
                answers[report.place] = .success(receipt)
                chain.append(audit(report, receipt, now: opening.head.now))
            }
            var statements = first.writes.statements
            var waiting: [Entity: Set<Int64>] = [:]
            let new = Set(first.newKeys)
            for dependent in opening.dependents where new.contains(round.reports[dependent.place].key) {
                waiting[dependent.entity, default: []].insert(dependent.recordId)
            }
            try await follow(first, waiting, origin: round.reports[0].report.origin, in: reads, writing: &statements)
            statements.append(chain.statement(now: opening.head.now, policyVersion: policies.version))
            _ = try await transaction.commit(after: statements + also(Self.complete(answers)))
            return RoundOutcome(answers: answers, wrote: true)
        }
        if outcome.wrote { committed() }
        return Self.complete(outcome.answers)
    }

    /// Every report has an answer, even if the pipeline lost sight of it.
    static func complete(_ answers: [Reception?]) -> [Reception] {
        answers.map { $0 ?? .failure(Refusal(.malformed, "the report was not processed")) }
    }

    /// Masters one entity's changed records: reads their neighbourhood, decides, survives, and says what to write.
    ///
    /// - Parameters:
    ///   - allowance: live golden records that may end in others.
    ///   - revokes: whether a decision was taken back just now: what it had put together may come back.
    func master(
        _ changed: [MasteredRecord], entity: Entity, now: Timestamp, origins: [Int64: (origin: Origin, platform: String?)], fallback: Origin,
        generic: Set<Int64>, allowance: Int, revokes: Bool = false, in reads: MasteringReads
    ) async throws -> Mastered {
        guard let policy = policies.entities[entity], let model = models[entity] else { throw MasteringError.noPolicy(entity) }
        var neighbourhood = try await findCandidates(for: changed, entity: entity, now: now, generic: generic, in: reads)
        func decide() -> Decision {
            neighbourhood.decide(model: model, limits: policies.limits, allowance: allowance) { TimeOrderedId.make(at: now) }
        }
        var decision = decide()
        let apart = revokes ? decision.comingApart.union(neighbourhood.records.compactMap(\.goldenId)) : decision.comingApart
        if !apart.isEmpty {
            // Ids that had ended there may come back, and retired records have to be placed: decided again, knowing of both.
            try await readWhatEnded(in: apart, &neighbourhood, policy, model, reads)
            if revokes { neighbourhood.released = try await reads.released(of: neighbourhood.former.map(\.goldenId)) }
            decision = decide()
        }
        let survival = await neighbourhood.survive(decision, policy: policy, origins: origins, fallback: fallback)
        return Mastered(neighbourhood: neighbourhood, decision: decision, survival: survival, policy: policy, model: model, policyVersion: policies.version)
    }

    /// Masters what refers to records that are new or have moved: a contract that came before its customer, a child of a merged parent.
    ///
    /// - Parameter waiting: records to begin with, those that refer to a new one.
    func follow(
        _ first: Mastered, _ waiting: [Entity: Set<Int64>] = [:], origin: Origin, in reads: MasteringReads, writing statements: inout [BoundStatement]
    ) async throws {
        var mastered = first
        var waiting = waiting
        var origin = origin
        origin.causationId = origin.causationId ?? origin.correlationId
        // Customers lead to contracts and to their own children; neither leads on. The bound only guards against a cycle in policy.
        for _ in 0..<8 {
            let moved = mastered.movedKeys
            if !moved.isEmpty {
                for dependent in try await reads.dependents(of: moved, entity: mastered.neighbourhood.entity) {
                    waiting[dependent.entity, default: []].insert(dependent.recordId)
                }
            }
            guard let next = waiting.keys.sorted().first, let ids = waiting.removeValue(forKey: next) else { return }
            _ = try await reads.transaction.pipeline(statements)
            statements = []
            let records = try await reads.records(ids.sorted(), entity: next).map { row in
                MasteredRecord(row, standardised: policies.standardise(row.attributes, key: row.key), standing: .reexamined)
            }
            mastered = try await master(records, entity: next, now: first.neighbourhood.now, origins: [:], fallback: origin,
                // What the passes before made generic is in the database, but not committed.
                generic: mastered.neighbourhood.genericKeys,
                // What follows from a merge that was allowed is allowed: half a merge is worse than one too many.
                allowance: .max, in: reads)
            statements = mastered.writes.statements
        }
        throw MasteringError.referencesDoNotSettle
    }

    /// Receipts of reports that changed nothing.
    private func settle(
        _ settled: [(place: Int, before: StoredRecord, isStale: Bool)], _ round: Round, _ reads: MasteringReads, _ answers: inout [Reception?]
    ) async throws {
        if settled.isEmpty { return }
        let surroundings = try await reads.surroundings(
            goldenIds: Set(settled.map(\.before.goldenId)).sorted(by: UUID.older), records: [], references: [])
        let versions = Dictionary(surroundings.golden.map { ($0.goldenId, $0.version) }, uniquingKeysWith: { first, _ in first })
        for (place, before, isStale) in settled {
            let report = round.reports[place]
            let verdicts = report.standardised.members.map { member in
                AttributeVerdict(
                    attribute: member.key, verdict: .unchanged, owner: nil, rule: isStale ? "stale" : "unchanged",
                    message: isStale ? "the hub already has a newer state of this record" : nil)
            }
            answers[place] = .success(Receipt(
                key: report.key, goldenId: before.goldenId, goldenVersion: versions[before.goldenId] ?? 0, outcome: .unchanged, verdicts: verdicts,
                policyVersion: policies.version, record: before.state, isNew: false, isStale: isStale))
        }
    }

    private func receipt(for report: TakenReport, _ mastered: Mastered, _ entity: Entity) -> Receipt {
        let record = report.record
        let goldenId = mastered.decision.goldenOf[record.recordId] ?? record.goldenId ?? UUID()
        let before = report.before.map { policies.standardise($0.attributes, key: $0.key) } ?? JSONObject()
        let verdicts = mastered.policy.verdicts(
            recordId: record.recordId, platform: record.key.platform, before: report.before?.status == .active ? before : JSONObject(),
            after: record.status == .active ? record.standardised : JSONObject(), issues: report.report.issues,
            content: mastered.survival.contents[goldenId] ?? GoldenContent(), date: mastered.neighbourhood.now.date)
        return Receipt(
            key: record.key, goldenId: goldenId, goldenVersion: mastered.survival.versions[goldenId] ?? 0,
            outcome: mastered.outcome(of: record), verdicts: verdicts, policyVersion: policies.version,
            record: RecordState(attributes: record.received, version: record.version, updatedAt: record.updatedAt, status: record.status),
            isNew: record.standing == .new, isStale: false)
    }

    private func audit(_ report: TakenReport, _ receipt: Receipt, now: Timestamp) -> AuditEntry {
        var byVerdict: [Verdict: [String]] = [:]
        for verdict in receipt.verdicts { byVerdict[verdict.verdict, default: []].append(verdict.attribute) }
        let verdicts = Verdict.allCases.compactMap { verdict in byVerdict[verdict].map { "\(verdict.rawValue): \($0.joined(separator: " "))" } }
        let origin = report.report.report.origin
        return AuditEntry(
            sequence: 0, recordedAt: now, actor: origin.actor, action: report.report.report.retires ? "retire" : "report",
            entity: receipt.key.entity.rawValue, platform: receipt.key.platform, recordId: report.record.recordId, goldenId: receipt.goldenId,
            goldenVersion: receipt.goldenVersion, outcome: receipt.outcome.rawValue, verdicts: verdicts.joined(separator: "; "),
            policyVersion: policies.version, correlationId: origin.correlationId)
    }
}

private struct RoundOutcome: Sendable {
    var answers: [Reception?]
    var wrote: Bool
}
