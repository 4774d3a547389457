import FoundationEssentials
package import HubStore
package import MasterData
package import Matching
package import PostgresClient

/// The way of a record: validate → check ownership → find candidates → decide → survive → golden version → outbox.
///
/// Everything comes in batches and leaves in one transaction a round: a single write is a batch of one, a file load sends large
/// ones, and there is no other path. Mastering transactions follow one another under one lock, so that each decides on a
/// settled state (docs/decisions/0003-one-mastering-lock.md).
package struct MasteringPipeline: Sendable {
    let store: HubStore
    let policies: PolicySet
    let models: [Entity: MatchModel]
    let recordIds: RecordIds
    let genericKeys = GenericKeys()
    /// Called after each commit that wrote events.
    let committed: @Sendable () -> Void

    package init(store: HubStore, policies: PolicySet, models: [Entity: MatchModel], committed: @escaping @Sendable () -> Void = {}) {
        self.store = store
        self.policies = policies
        self.models = models
        self.committed = committed
        recordIds = RecordIds(client: store.client)
    }

    /// Takes a batch: the answers come in the order of the reports, a refusal for each that cannot be taken.
    package func receive(_ batch: [SourceReport]) async throws -> [Reception] {
        try await master(await validate(batch))
    }

    /// The first stage alone, so that it can run while the batch before is in its transaction.
    package func validate(_ batch: [SourceReport]) async -> [Result<ValidReport, Refusal>] {
        let (policies, models) = (policies, models)
        return await inParallel(batch) { report in
            policies.validate(report).map { valid in
                guard !valid.report.retires, let policy = policies.entities[valid.key.entity], let model = models[valid.key.entity],
                    !model.resolvesReferences
                else { return valid }
                var valid = valid
                valid.match = MatchInput(policies: policies, policy: policy, model: model)
                    .features(recordId: 0, key: valid.key, standardised: valid.standardised, [:])
                return valid
            }
        }
    }

    /// The stages behind validation.
    ///
    /// - Parameter also: given every answer, statements that commit with the last round (a load's progress).
    package func master(
        _ batch: [Result<ValidReport, Refusal>], also: @Sendable ([Reception]) -> [BoundStatement] = { _ in [] }
    ) async throws -> [Reception] {
        var receptions: [Reception?] = batch.map { if case .failure(let refusal) = $0 { .failure(refusal) } else { nil } }
        let rounds = Round.split(batch)
        for (index, round) in rounds.enumerated() {
            let earlier = receptions
            let answers = try await run(round) { answers in
                index == rounds.count - 1 ? also(Self.complete(Self.placed(answers, at: round.places, in: earlier))) : []
            }
            receptions = Self.placed(answers, at: round.places, in: receptions)
        }
        let answers = Self.complete(receptions)
        if rounds.isEmpty {
            let statements = also(answers)
            if !statements.isEmpty { try await store.client.withTransaction { _ = try await $0.commit(after: statements) } }
        }
        return answers
    }

    private static func placed(_ answers: [Reception], at places: [Int], in receptions: [Reception?]) -> [Reception?] {
        var receptions = receptions
        for (place, answer) in zip(places, answers) { receptions[place] = answer }
        return receptions
    }
}

/// Reports of one entity in which each record comes once: what one transaction takes.
struct Round: Sendable {
    var entity: Entity
    var reports: [ValidReport] = []
    var places: [Int] = []

    /// Splits a batch by entity, customers first so that contracts find them, and a record's second report into a later round.
    static func split(_ batch: [Result<ValidReport, Refusal>]) -> [Round] {
        var rounds: [Round] = []
        for entity in [Entity.customer, .product, .contract] {
            var own: [Round] = []
            var seen: [SourceKey: Int] = [:]
            for (place, item) in batch.enumerated() {
                guard case .success(let report) = item, report.key.entity == entity else { continue }
                let turn = seen[report.key, default: 0]
                seen[report.key] = turn + 1
                if turn == own.count { own.append(Round(entity: entity)) }
                own[turn].reports.append(report)
                own[turn].places.append(place)
            }
            rounds.append(contentsOf: own)
        }
        return rounds
    }
}
