import HTTPTypes
import HubStore
import MasterData
import Mastering
import Matching

/// `/v1/reviews`: pairs of which the hub is not sure whether they are the same, the likeliest first.
struct ReviewRoutes: Sendable {
    let services: HubServices
    let names: PolicyNames

    var routes: [Route] {
        [
            Route(
                method: .get, path: "/v1/reviews", operationId: "listReviews", summary: "Possible matches that wait for a steward", tag: "Reviews",
                access: .roles([.admin, .steward, .reader]),
                parameters: [
                    ParameterDescription(name: "entity", place: .query, summary: "Only of this entity"),
                    ParameterDescription(
                        name: "include", place: .query, summary: "`explanation`: every comparison with its weight; at most 100 reviews then",
                        schema: ["type": "string", "enum": ["explanation"]]),
                    ParameterDescription(name: "cursor", place: .query, summary: "Where to go on: `next` of the page before"),
                    ParameterDescription(
                        name: "limit", place: .query, summary: "Reviews on the page",
                        schema: ["type": "integer", "minimum": 1, "maximum": 1000, "default": 100]),
                ],
                answers: [AnswerDescription(status: 200, summary: "A page, with the counts and the age of all that wait", schema: "Reviews")],
                handler: list)
        ]
    }

    private func list(_ call: Call) async throws -> Reply {
        let entity = try call.parameter("entity").map { (name) throws(Problem) in try names.entity(name) }
        let include = try call.parameter("include")
        guard include == nil || include == "explanation" else { throw Problem(.invalidParameter, "`include` takes `explanation`") }
        let limit = try call.integer("limit", default: 100, in: 1...(include == nil ? 1_000 : 100))
        let after = try call.parameter("cursor").map { (text) throws(Problem) in
            guard let cursor = ReviewCursor(text: text) else { throw Problem(.invalidParameter, "`cursor` must be the `next` of the page before") }
            return cursor
        }
        let counts = try await services.store.reviewCounts()
        // One more than asked for tells whether there is a next page.
        let reviews = try await services.store.reviews(entity: entity, after: after, limit: limit + 1)
        var object = ObjectText(capacity: 16_384)
        object.array("counts", counts.filter { entity == nil || $0.entity == entity }) { count, bytes in
            let object: JSONObject = [
                "entity": .string(count.entity.rawValue), "waiting": .number(String(count.waiting)), "oldest": .string(count.oldest.text),
            ]
            object.append(to: &bytes)
        }
        let page = Array(reviews.prefix(limit))
        let explanations = include == nil ? [:] : try await explanations(page)
        object.array("reviews", page) { review, bytes in
            var object = review.object
            if include != nil { object["explanation"] = explanations[review.cursor].map { .object($0.object) } ?? .null }
            object.append(to: &bytes)
        }
        object.text("next", reviews.count > limit ? reviews[limit - 1].cursor.text : nil)
        return Reply(json: object.closed())
    }

    private func explanations(_ reviews: [Review]) async throws -> [ReviewCursor: PairExplanation] {
        var found: [ReviewCursor: PairExplanation] = [:]
        for (entity, own) in Dictionary(grouping: reviews, by: \.entity) {
            let explained = try await services.pipeline.explain(pairs: own.map { ($0.first.recordId, $0.second.recordId) }, entity: entity)
            for (review, explanation) in zip(own, explained) { found[review.cursor] = explanation }
        }
        return found
    }
}

extension ReviewCursor {
    /// `weight.first.second`.
    init?(text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let weight = Int32(parts[0]), let first = Int64(parts[1]), let second = Int64(parts[2]) else { return nil }
        self.init(weight: weight, first: first, second: second)
    }

    var text: String { "\(weight).\(first).\(second)" }
}

extension Review {
    fileprivate var object: JSONObject {
        [
            "entity": .string(entity.rawValue), "cause": .string(cause.rawValue), "weight": .number(Self.bits(weight)),
            "probability": .number(Probability.text(perMille: PairScore.perMille(bits: weight))), "openedAt": .string(openedAt.text),
            "ageSeconds": .number(String(max(0, (Timestamp.now.microseconds - openedAt.microseconds) / 1_000_000))),
            "records": [.object(first.object(of: entity)), .object(second.object(of: entity))],
        ]
    }

    /// Thousandths of a bit as bits.
    private static func bits(_ thousandths: Int32) -> String {
        let size = thousandths.magnitude
        let fraction = String(size % 1_000)
        return "\(thousandths < 0 ? "-" : "")\(size / 1_000).\(String(repeating: "0", count: 3 - fraction.count))\(fraction)"
    }
}

extension Review.Side {
    fileprivate func object(of entity: Entity) -> JSONObject {
        ["goldenId": .string(goldenId.text), "platform": .string(platform), "nativeId": .string(nativeId), "entity": .string(entity.rawValue)]
    }
}
