import FoundationEssentials
import HTTPTypes
import HubStore
import HummingbirdCore
import MasterData
import Mastering

/// `/v1/customers`, `/v1/products`, `/v1/contracts`: what the hub holds to be true.
struct GoldenRecordRoutes: Sendable {
    let services: HubServices

    var routes: [Route] { Entity.allCases.flatMap(routes) }

    private func routes(of entity: Entity) -> [Route] {
        let name = entity.rawValue.prefix(1).uppercased() + entity.rawValue.dropFirst()
        let path = "/v1/\(entity.plural)/{goldenId}"
        let tag = "Golden records"
        return [
            Route(
                method: .get, path: "/v1/\(entity.plural)", operationId: "list\(name)s", summary: "All \(entity.plural), by golden id", tag: tag,
                access: .readers,
                parameters: [
                    ParameterDescription(name: "cursor", place: .query, summary: "Where to go on: `next` of the page before"),
                    ParameterDescription(
                        name: "limit", place: .query, summary: "Records on the page",
                        schema: ["type": "integer", "minimum": 1, "maximum": 1000, "default": 100]),
                ],
                answers: [AnswerDescription(status: 200, summary: "A page", schema: "\(name)Page")], handler: { try await list($0, entity) }),
            Route(
                method: .get, path: path, operationId: "get\(name)", summary: "The golden record", tag: tag, access: .readers,
                parameters: [
                    .goldenId, .ifNoneMatch,
                    ParameterDescription(
                        name: "asOf", place: .query, summary: "The record as it was at this time", schema: ["type": "string", "format": "date-time"]),
                    ParameterDescription(
                        name: "knownAt", place: .query, summary: "The record as the hub knew it at this time",
                        schema: ["type": "string", "format": "date-time"]),
                    ParameterDescription(name: "include", place: .query, summary: "`lineage` and `crosswalk`, separated by commas"),
                ],
                answers: [
                    AnswerDescription(status: 200, summary: "The record", schema: name),
                    AnswerDescription(status: 301, summary: "It was merged; `Location` is the survivor", schema: "Redirect"),
                    AnswerDescription(status: 304, summary: "It is as `If-None-Match` says"),
                ], handler: { try await get($0, entity) }),
            Route(
                method: .patch, path: path, operationId: "patch\(name)", summary: "Change attributes in the name of the caller's platform", tag: tag,
                access: .roles([.admin, .steward, .platform]),
                parameters: [
                    .goldenId, .ifMatch, .idempotencyKey,
                    ParameterDescription(name: "Prefer", place: .header, summary: "`handling=lenient`: apply what is allowed and propose the rest"),
                ],
                body: BodyDescription(summary: "A merge patch (RFC 7396); null withdraws a value", schema: "Patch"),
                answers: [AnswerDescription(status: 200, summary: "What came of each attribute", schema: "PatchReceipt")],
                handler: { try await patch($0, entity) }),
            Route(
                method: .get, path: path + "/history", operationId: "get\(name)History", summary: "Every version, newest first", tag: tag,
                access: .readers,
                parameters: [
                    .goldenId,
                    ParameterDescription(name: "cursor", place: .query, summary: "Where to go on: `next` of the page before"),
                    ParameterDescription(
                        name: "limit", place: .query, summary: "Versions at most",
                        schema: ["type": "integer", "minimum": 1, "maximum": 1000, "default": 100]),
                ],
                answers: [AnswerDescription(status: 200, summary: "The versions", schema: "History")], handler: { try await history($0, entity) }),
            Route(
                method: .get, path: path + "/lineage", operationId: "get\(name)Lineage", summary: "Where each value comes from", tag: tag,
                access: .readers,
                parameters: [.goldenId], answers: [AnswerDescription(status: 200, summary: "The lineage", schema: "Lineage")],
                handler: { try await lineage($0, entity) }),
            Route(
                method: .get, path: path + "/explanation", operationId: "get\(name)Explanation", summary: "Why each source record is in", tag: tag,
                access: .readers, parameters: [.goldenId], answers: [AnswerDescription(status: 200, summary: "The members", schema: "Explanation")],
                handler: { try await explanation($0, entity) }),
        ]
    }
}
