import FoundationEssentials
import HTTPTypes
import HubStore
import HummingbirdCore
import MasterData
import Mastering
import Matching

/// `/v1/matches`: what the hub would make of a record, and why two records are or are not the same.
struct MatchRoutes: Sendable {
    let services: HubServices
    let names: PolicyNames

    /// A native id that no platform gives: a previewed record may have none yet.
    private static let noId = "00000000-preview"

    var routes: [Route] {
        [
            Route(
                method: .post, path: "/v1/matches:preview", operationId: "previewMatches",
                summary: "Search before create: golden records that a record may belong to; nothing is stored", tag: "Matching",
                access: .roles([.admin, .steward, .reader, .platform]),
                body: BodyDescription(summary: "The record as its platform would report it", schema: "PreviewRequest"),
                answers: [AnswerDescription(status: 200, summary: "Candidates, the likeliest first", schema: "Preview")], isReadOnlyPost: true,
                handler: preview),
            Route(
                method: .post, path: "/v1/matches:explain", operationId: "explainMatch", summary: "Why two records are, or are not, the same",
                tag: "Matching", access: .roles([.admin, .steward, .reader]),
                body: BodyDescription(summary: "Two records", schema: "ExplainRequest"),
                answers: [AnswerDescription(status: 200, summary: "Every comparison with its weight", schema: "PairExplanation")], isReadOnlyPost: true,
                handler: explain),
        ]
    }

    private func preview(_ call: Call) async throws -> Reply {
        let object = try call.object()
        let known = ["entity", "platform", "nativeId", "attributes", "limit"]
        for member in object.members where !known.contains(member.key) {
            throw Problem(.malformed, "the body has a member that is none of \(known.map { "`\($0)`" }.joined(separator: ", "))")
        }
        guard let entity = object["entity"]?.text else { throw Problem(.malformed, "`entity` must be `customer`, `product` or `contract`") }
        guard case .object(let attributes) = object["attributes"] else { throw Problem(.malformed, "`attributes` must be an object of attribute names and values") }
        let own = call.caller?.platform
        let platform: String
        if let value = object["platform"] {
            guard let text = value.text else { throw Problem(.malformed, "`platform` must be a string") }
            platform = try names.platform(text).name
        } else {
            guard let any = own ?? services.policies.platforms.keys.sorted().first else { throw Problem(.unknownPlatform, "the policies name no platform") }
            platform = any
        }
        var limit = 10
        if let value = object["limit"] {
            guard case .number(let text) = value, let number = Int(text), (1...100).contains(number) else {
                throw Problem(.malformed, "`limit` must be a whole number from 1 to 100")
            }
            limit = number
        }
        let report = SourceReport(
            entity: try names.entity(entity), platform: platform, nativeId: object["nativeId"]?.text ?? Self.noId, attributes: attributes, origin: call.origin)
        let preview = try await services.pipeline.preview(report, limit: limit).get()
        return Reply(
            .ok,
            [
                "outcome": .string(preview.outcome.rawValue),
                "candidates": .array(preview.candidates.map { candidate in
                    .object([
                        "goldenId": .string(candidate.goldenId.text), "platform": .string(candidate.record.platform),
                        "nativeId": .string(candidate.nativeId), "outcome": .string(candidate.explanation.score.outcome.rawValue),
                        "probability": .number(Probability.text(perMille: candidate.explanation.score.perMille)),
                        "explanation": .object(candidate.explanation.object),
                    ])
                }),
            ])
    }

    private func explain(_ call: Call) async throws -> Reply {
        let body = try StewardBody(call, names)
        guard body.request.records.count == 2, body.request.goldenIds.isEmpty else {
            throw Problem(.malformed, "`records` must name two records: `{platform, entity, nativeId}` each")
        }
        let (left, right) = (body.request.records[0], body.request.records[1])
        guard left.entity == right.entity else { throw Problem(.malformed, "the two records are of different entities: they are never compared") }
        let found = try await services.pipeline.explainPair(left, right)
        guard let reasons = found.reasons else {
            let missing = found.left == nil ? 0 : 1
            throw Problem(.notFound, "`records[\(missing)]`: \(body.request.records[missing].platform) has no record of this id in the hub")
        }
        return Reply(.ok, reasons.object)
    }
}

/// Probabilities as JSON writes them.
enum Probability {
    static func text(perMille: Int) -> String {
        perMille >= 1_000 ? "1" : "0." + String(repeating: "0", count: 3 - String(perMille).count) + String(perMille)
    }
}
