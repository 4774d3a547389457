import FoundationEssentials
import HTTPTypes
import MasterData

/// `/v1/ownership`: who owns what, now and on any day.
struct OwnershipRoutes: Sendable {
    let policies: PolicySet
    let names: PolicyNames

    var routes: [Route] {
        [
            Route(
                method: .get, path: "/v1/ownership/{entity}", operationId: "getOwnership",
                summary: "Who owns each attribute on a day, and who after that",
                tag: "Ownership", access: .readers,
                parameters: [
                    .entity,
                    ParameterDescription(
                        name: "at", place: .query, summary: "The day, `YYYY-MM-DD`; today (UTC) without it",
                        schema: ["type": "string", "format": "date"]),
                ],
                answers: [AnswerDescription(status: 200, summary: "The table", schema: "Ownership")], handler: get)
        ]
    }

    private func get(_ call: Call) async throws -> Reply {
        let entity = try names.entity(call["entity"])
        guard let policy = policies.entities[entity] else { throw Problem(.notFound, "there is no policy for `\(entity.rawValue)`") }
        let today = Timestamp(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000)).date
        let date = try call.parameter("at") ?? today
        guard date.utf8.count == 10, Timestamp(date) != nil else { throw Problem(.invalidParameter, "`at` must be a day, `YYYY-MM-DD`") }
        return Reply(
            .ok,
            [
                "entity": .string(entity.rawValue), "at": .string(date), "policyVersion": .string(policies.version),
                "attributes": .array(policy.attributes.map { .object($0.ownershipObject(on: date)) }),
            ])
    }
}

extension AttributePolicy {
    /// `owner` is the platform that owns the attribute whatever the record says; where that depends on the record it is null and `periods` tell.
    func ownershipObject(on date: String) -> JSONObject {
        let periods = ownership?.periods ?? []
        let inForce = periods.first { ($0.from ?? "") <= date && ($0.until.map { date < $0 } ?? true) }
        let isConditional = inForce.map { !$0.conditions.isEmpty } ?? false
        return [
            "attribute": .string(name),
            "owner": isConditional ? .null : inForce.map { .string($0.platform) } ?? .null,
            "periods": .array(periods.map { .object($0.object) }),
            "otherwise": .array(otherwise.map { .string($0) }),
            "onConflict": .string(onConflict.rawValue),
            "sensitivity": .string(sensitivity.rawValue),
            "required": .bool(required),
        ]
    }
}

extension Ownership.Period {
    fileprivate var object: JSONObject {
        [
            "platform": .string(platform), "from": from.map { .string($0) } ?? .null, "until": until.map { .string($0) } ?? .null,
            "when": .array(conditions.map { .object(["attribute": .string($0.attribute), "values": .array($0.values.map { .string($0) })]) }),
            "else": otherwise.map { .string($0) } ?? .null,
        ]
    }
}
