import FoundationEssentials
import HTTPTypes
import HubStore
import HummingbirdCore
import MasterData
import Mastering

/// `/v1/merges` and `/v1/splits`: golden records put together and taken apart by a steward.
struct MergeRoutes: Sendable {
    let services: HubServices
    let names: PolicyNames

    var routes: [Route] {
        [
            Route(
                method: .post, path: "/v1/merges", operationId: "postMerge", summary: "Make golden records one; the oldest id stays", tag: "Stewardship",
                access: DecisionRoutes.stewards, parameters: [.idempotencyKey],
                body: BodyDescription(summary: "Two golden records or more, or one record of each, and why", schema: "MergeRequest"),
                answers: [AnswerDescription(status: 201, summary: "The survivor, and the ids that redirect to it", schema: "MergeReceipt")],
                handler: post),
            Route(
                method: .get, path: "/v1/merges/{mergeId}", operationId: "getMerge", summary: "One merge", tag: "Stewardship",
                access: .roles([.admin, .steward, .reader]), parameters: [.steward("mergeId")],
                answers: [AnswerDescription(status: 200, summary: "The merge", schema: "Decision")], handler: get),
            Route(
                method: .post, path: "/v1/merges/{mergeId}:reverse", operationId: "reverseMerge",
                summary: "Undo it exactly: everything reported since is placed as if there had been no merge, and the old ids come back",
                tag: "Stewardship", access: DecisionRoutes.stewards, parameters: [.steward("mergeId"), .idempotencyKey],
                body: BodyDescription(summary: "Why; may be left out", schema: "Reason"),
                answers: [AnswerDescription(status: 200, summary: "The golden records that are apart again", schema: "StewardReceipt")], handler: reverse),
            Route(
                method: .post, path: "/v1/splits", operationId: "postSplit", summary: "Take records out of a golden record", tag: "Stewardship",
                access: DecisionRoutes.stewards, parameters: [.idempotencyKey],
                body: BodyDescription(summary: "The records that are to leave, and why", schema: "SplitRequest"),
                answers: [AnswerDescription(status: 201, summary: "The golden records that it left", schema: "StewardReceipt")], handler: split),
        ]
    }

    private func post(_ call: Call) async throws -> Reply {
        let receipt = try await services.pipeline.merge(StewardBody(call, names).request).get()
        var object = receipt.object(idName: "mergeId", correlationId: call.trace.correlationId)
        let survivor = receipt.decision.records.first.flatMap { record in receipt.golden.first { $0.goldenId == record.goldenId } }
        object["goldenId"] = survivor.map { .string($0.goldenId.text) } ?? .null
        object["goldenVersion"] = survivor.map { .number(String($0.version)) } ?? .null
        object["merged"] = .array(receipt.decision.goldenIds.filter { $0 != survivor?.goldenId }.map { .string($0.text) })
        return Reply(.created, object, fields: [.location: "/v1/merges/\(receipt.decision.id.text)"])
    }

    private func get(_ call: Call) async throws -> Reply {
        guard let id = UUID(text: call["mergeId"]), let decision = try await services.store.decision(id), decision.operation == .merge else {
            throw Problem(.notFound, "no merge has this id; GET /v1/decisions?operation=merge lists them")
        }
        return Reply(.ok, decision.object)
    }

    private func reverse(_ call: Call) async throws -> Reply {
        guard let id = UUID(text: call["mergeId"]) else { throw Problem(.notFound, "no merge has this id; GET /v1/decisions?operation=merge lists them") }
        var reason = ""
        if !call.body.isEmpty {
            let body = try call.object()
            guard body.members.allSatisfy({ $0.key == "reason" }), case .string(let text) = body["reason"] ?? .string("") else {
                throw Problem(.malformed, "the body may be empty or `{\"reason\": \"…\"}`")
            }
            reason = text
        }
        let receipt = try await services.pipeline.revoke(id, operation: .merge, reason: reason, origin: call.origin).get()
        return Reply(.ok, receipt.object(idName: "mergeId", correlationId: call.trace.correlationId))
    }

    private func split(_ call: Call) async throws -> Reply {
        let receipt = try await services.pipeline.split(StewardBody(call, names).request).get()
        return Reply(
            .created, receipt.object(idName: "splitId", correlationId: call.trace.correlationId),
            fields: [.location: "/v1/decisions/\(receipt.decision.id.text)"])
    }
}
