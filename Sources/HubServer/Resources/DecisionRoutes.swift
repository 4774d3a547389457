import FoundationEssentials
import HTTPTypes
import HubStore
import HummingbirdCore
import MasterData
import Mastering

/// `/v1/decisions`: what stewards said of records, and taking it back.
struct DecisionRoutes: Sendable {
    let services: HubServices
    let names: PolicyNames

    static let stewards = RouteAccess.roles([.admin, .steward])

    var routes: [Route] {
        [
            Route(
                method: .post, path: "/v1/decisions", operationId: "postDecision", summary: "Say that records are the same, or that they are different",
                tag: "Stewardship", access: Self.stewards, parameters: [.idempotencyKey],
                body: BodyDescription(summary: "Which records, what, and why", schema: "DecisionRequest"),
                answers: [AnswerDescription(status: 201, summary: "It holds; what it changed", schema: "StewardReceipt")], handler: post),
            Route(
                method: .get, path: "/v1/decisions", operationId: "listDecisions", summary: "What stewards decided, newest first", tag: "Stewardship",
                access: .roles([.admin, .steward, .reader]),
                parameters: [
                    ParameterDescription(name: "entity", place: .query, summary: "Only of this entity"),
                    ParameterDescription(
                        name: "operation", place: .query, summary: "Only of this kind", schema: ["type": "string", "enum": ["decision", "merge", "split"]]),
                    ParameterDescription(name: "revoked", place: .query, summary: "`true`: those taken back too", schema: ["type": "boolean", "default": false]),
                    ParameterDescription(name: "cursor", place: .query, summary: "Where to go on: `next` of the page before"),
                    ParameterDescription(
                        name: "limit", place: .query, summary: "Decisions on the page",
                        schema: ["type": "integer", "minimum": 1, "maximum": 1000, "default": 100]),
                ],
                answers: [AnswerDescription(status: 200, summary: "A page", schema: "Decisions")], handler: list),
            Route(
                method: .get, path: "/v1/decisions/{decisionId}", operationId: "getDecision", summary: "One decision", tag: "Stewardship",
                access: .roles([.admin, .steward, .reader]), parameters: [.steward("decisionId")],
                answers: [AnswerDescription(status: 200, summary: "The decision", schema: "Decision")], handler: get),
            Route(
                method: .delete, path: "/v1/decisions/{decisionId}", operationId: "deleteDecision",
                summary: "Take it back: everything is as if it had not been said", tag: "Stewardship", access: Self.stewards,
                parameters: [
                    .steward("decisionId"), .idempotencyKey, ParameterDescription(name: "reason", place: .query, summary: "Why, for whoever asks later"),
                ],
                answers: [AnswerDescription(status: 200, summary: "What it changed", schema: "StewardReceipt")], handler: delete),
        ]
    }

    private func post(_ call: Call) async throws -> Reply {
        let body = try StewardBody(call, names, takes: ["decision"])
        guard let kind = body.others["decision"]?.text.flatMap(StewardDecision.Kind.init(rawValue:)) else {
            throw Problem(.malformed, "`decision` must be `same` or `different`")
        }
        let receipt = try await services.pipeline.decide(kind, body.request).get()
        return Reply(
            .created, receipt.object(idName: "decisionId", correlationId: call.trace.correlationId),
            fields: [.location: "/v1/decisions/\(receipt.decision.id.text)"])
    }

    private func list(_ call: Call) async throws -> Reply {
        let entity = try call.parameter("entity").map { (name) throws(Problem) in try names.entity(name) }
        let limit = try call.integer("limit", default: 100, in: 1...1_000)
        let operation = try call.parameter("operation").map { (text) throws(Problem) in
            guard let operation = StewardDecision.Operation(rawValue: text) else {
                throw Problem(.invalidParameter, "`operation` takes `decision`, `merge` and `split`")
            }
            return operation
        }
        let revoked = try call.parameter("revoked") ?? "false"
        guard revoked == "true" || revoked == "false" else { throw Problem(.invalidParameter, "`revoked` takes `true` and `false`") }
        let after = try call.parameter("cursor").map { (text) throws(Problem) in
            guard let cursor = DecisionCursor(text: text) else { throw Problem(.invalidParameter, "`cursor` must be the `next` of the page before") }
            return cursor
        }
        // One more than asked for tells whether there is a next page.
        let decisions = try await services.store.decisions(entity: entity, operation: operation, after: after, revoked: revoked == "true", limit: limit + 1)
        return Reply(
            .ok,
            [
                "decisions": .array(decisions.prefix(limit).map { .object($0.object) }),
                "next": decisions.count > limit ? .string(DecisionCursor(decisions[limit - 1]).text) : .null,
            ])
    }

    private func get(_ call: Call) async throws -> Reply {
        guard let id = UUID(text: call["decisionId"]), let decision = try await services.store.decision(id) else {
            throw Problem(.notFound, "no decision has this id; GET /v1/decisions lists them")
        }
        return Reply(.ok, decision.object)
    }

    private func delete(_ call: Call) async throws -> Reply {
        guard let id = UUID(text: call["decisionId"]) else { throw Problem(.notFound, "no decision has this id; GET /v1/decisions lists them") }
        let receipt = try await services.pipeline.revoke(id, reason: call.parameter("reason") ?? "", origin: call.origin).get()
        return Reply(.ok, receipt.object(idName: "decisionId", correlationId: call.trace.correlationId))
    }
}

extension ParameterDescription {
    /// The id of a decision, a merge or a split.
    static func steward(_ name: String) -> ParameterDescription {
        ParameterDescription(name: name, place: .path, summary: "As the answer to the steward gave it", schema: ["type": "string", "format": "uuid"], isRequired: true)
    }
}

extension DecisionCursor {
    init(_ decision: StewardDecision) { self.init(madeAt: decision.madeAt, id: decision.id) }

    /// `microseconds.id`.
    init?(text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let microseconds = Int64(parts[0]), let id = UUID(text: String(parts[1])) else { return nil }
        self.init(madeAt: Timestamp(microseconds: microseconds), id: id)
    }

    var text: String { "\(madeAt.microseconds).\(id.text)" }
}
