package import FoundationEssentials
package import HubStore
package import MasterData
import PostgresClient

extension MasteringPipeline {
    /// Says that records are the same, or that they are different, until it is taken back. It holds against whatever the platforms report.
    package func decide(_ kind: StewardDecision.Kind, _ request: StewardRequest) async throws -> Result<StewardReceipt, Refusal> {
        if let refusal = Self.refusal(request) { return .failure(refusal) }
        return try await steer(request.origin) { reads, now in
            let named = try await reads.named(by: request)
            guard named.groups.count > 1, Set(named.records.map(\.recordId)).count > 1 else {
                throw Refused(.malformed, "a decision is about two records or more")
            }
            return try await steering(.decision, kind, named, kind == .same ? named.pairsTogether : named.pairsAcross, request, reads, now)
        }
    }

    /// Makes golden records one: every record of each is the same as every other. The oldest golden id stays, the others redirect to it.
    package func merge(_ request: StewardRequest) async throws -> Result<StewardReceipt, Refusal> {
        if let refusal = Self.refusal(request) { return .failure(refusal) }
        return try await steer(request.origin) { reads, now in
            var whole = request
            // Records stand for their golden records.
            whole.goldenIds += try await reads.named(by: request).goldenIds
            whole.records = []
            var named = try await reads.named(by: whole)
            var seen: Set<UUID> = []
            named.groups = named.groups.filter { group in group.first.map { seen.insert($0.goldenId).inserted } ?? false }
            guard named.groups.count > 1 else {
                throw Refused(.mergedAway, "there is nothing to merge: these are one golden record already", goldenId: named.goldenIds.first)
            }
            guard named.records.count <= policies.limits.clusterSize else {
                throw Refused(
                    .clusterTooLarge, "together these have \(named.records.count) records; one golden record may have \(policies.limits.clusterSize) (`clusterSize` in policies/limits.yaml)")
            }
            return try await steering(.merge, .same, named, named.pairsTogether, request, reads, now)
        }
    }

    /// Takes records out of their golden record: they are different from all that stay.
    package func split(_ request: StewardRequest) async throws -> Result<StewardReceipt, Refusal> {
        if let refusal = Self.refusal(request) { return .failure(refusal) }
        return try await steer(request.origin) { reads, now in
            let leaving = try await reads.named(by: request)
            guard !request.records.isEmpty, request.goldenIds.isEmpty else { throw Refused(.malformed, "name the `records` that are to leave") }
            guard leaving.goldenIds.count == 1, let goldenId = leaving.goldenIds.first else {
                throw Refused(.malformed, "the records to leave are in \(leaving.goldenIds.count) golden records; split one at a time")
            }
            let ids = Set(leaving.records.map(\.recordId))
            let all = try await reads.named(by: StewardRequest(goldenIds: [goldenId], reason: request.reason, origin: request.origin)).records
            let staying = all.filter { !ids.contains($0.recordId) }
            guard !staying.isEmpty else { throw Refused(.malformed, "these are all records of their golden record: one at least has to stay") }
            let named = NamedRecords(entity: leaving.entity, groups: [staying, all.filter { ids.contains($0.recordId) }])
            return try await steering(.split, .different, named, named.pairsAcross, request, reads, now)
        }
    }

    /// Takes a decision, a merge or a split back: everything is as if it had not been said, later reports included (I7).
    ///
    /// - Parameter operation: refuses a decision of another kind; nil takes any.
    package func revoke(
        _ id: UUID, operation: StewardDecision.Operation? = nil, reason: String, origin: Origin
    ) async throws -> Result<StewardReceipt, Refusal> {
        guard reason.utf8.count <= StewardRequest.reasonLimit else { return .failure(Self.tooLongReason) }
        return try await steer(origin) { reads, now in
            guard let row = try await reads.transaction.query(Queries.readDecision, .uuid(id)).first else {
                throw Refused(.notFound, "no decision has this id; GET /v1/decisions lists them")
            }
            var decision = try StewardDecision(row)
            guard operation == nil || decision.operation == operation else {
                throw Refused(.notFound, "this id is that of a \(decision.operation.rawValue), not of a \(operation?.rawValue ?? "")")
            }
            if let revocation = decision.revocation {
                throw Refused(.alreadyRevoked, "it was taken back already, on \(revocation.at.text)")
            }
            var ids: [Int64] = []
            for row in try await reads.transaction.query(Queries.readDecisionRecords, .uuidArray([id])) { ids.append(try row.int8("record_id")) }
            decision.revocation = StewardDecision.Revocation(at: now, actor: origin.actor, reason: reason)
            return Steering(
                decision: decision, records: try await reads.records(ids, entity: decision.entity).sorted { $0.recordId < $1.recordId },
                statements: [BoundStatement(Queries.revokeDecision, [.uuid(id), .timestamp(now.postgres), .text(origin.actor), .text(reason)])],
                action: decision.operation == .merge ? "reverse-merge" : "revoke-\(decision.operation.rawValue)",
                revokes: true)
        }
    }

    private func steering(
        _ operation: StewardDecision.Operation, _ kind: StewardDecision.Kind, _ named: NamedRecords, _ pairs: [(Int64, Int64)],
        _ request: StewardRequest, _ reads: MasteringReads, _ now: Timestamp
    ) async throws -> Steering {
        guard pairs.count <= NamedRecords.pairLimit else {
            throw Refused(.clusterTooLarge, "this concerns \(pairs.count) pairs of records; the limit is \(NamedRecords.pairLimit): name fewer records")
        }
        let (first, second) = (PostgresValue.int8Array(pairs.map(\.0)), PostgresValue.int8Array(pairs.map(\.1)))
        var contrary: [String] = []
        for row in try await reads.transaction.query(Queries.readContraryDecisions, first, second, .text(kind.rawValue)) {
            contrary.append(try row.uuid("decision_id").text)
        }
        guard contrary.isEmpty else {
            throw Refused(.contradictingDecision, "the opposite was decided of some of these records; take that back first: \(contrary.joined(separator: ", "))")
        }
        let decision = StewardDecision(
            id: TimeOrderedId.make(at: now), entity: named.entity, kind: kind, operation: operation, reason: request.reason, actor: request.origin.actor,
            madeAt: now, goldenIds: named.goldenIds)
        return Steering(
            decision: decision, records: named.records,
            statements: [
                BoundStatement(Queries.insertDecision, [
                    .uuid(decision.id), .text(decision.entity.rawValue), .text(kind.rawValue), .text(operation.rawValue), .text(decision.reason),
                    .text(decision.actor), .timestamp(now.postgres), .text(request.origin.correlationId), .uuidArray(decision.goldenIds),
                ]),
                BoundStatement(Queries.insertDecisionPairs, [first, second, .uuid(decision.id)]),
            ], action: operation == .decision ? "decide" : operation.rawValue)
    }

    private static func refusal(_ request: StewardRequest) -> Refusal? {
        if request.reason.allSatisfy(\.isWhitespace) { return Refusal(.malformed, "`reason` is missing: say why, for whoever asks later") }
        if request.reason.utf8.count > StewardRequest.reasonLimit { return tooLongReason }
        if request.records.count + request.goldenIds.count > 100 { return Refusal(.malformed, "at most 100 records and golden records can be named at once") }
        return nil
    }

    private static let tooLongReason = Refusal(.malformed, "`reason` is longer than \(StewardRequest.reasonLimit) bytes")
}
