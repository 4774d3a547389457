import MasterData
import Mastering

/// What a platform says of one record: `{attributes, updatedAt?, version?}`, and in a stream also which record it is.
struct ReportBody: Sendable {
    var attributes: JSONObject
    var updatedAt: String?
    var version: String?
    var platform: String?
    var entity: String?
    var nativeId: String?

    /// - Parameter namesRecord: Whether the members `platform`, `entity` and `nativeId` may be there, as in a stream.
    init(_ object: JSONObject, namesRecord: Bool) throws(Problem) {
        var attributes: JSONObject?
        for member in object.members {
            switch member.key {
            case "attributes":
                guard case .object(let members) = member.value else {
                    throw Problem(.malformed, "`attributes` must be an object of attribute names and values")
                }
                attributes = members
            case "updatedAt": updatedAt = try Self.text(member)
            case "version": version = try Self.text(member)
            case "platform" where namesRecord: platform = try Self.text(member)
            case "entity" where namesRecord: entity = try Self.text(member)
            case "nativeId" where namesRecord: nativeId = try Self.text(member)
            default:
                let known = ["attributes", "updatedAt", "version"] + (namesRecord ? ["platform", "entity", "nativeId"] : [])
                let nearest = NearestName.suggestion(for: member.key, among: known)
                throw Problem(
                    .malformed,
                    "the report has a member that is none of \(known.map { "`\($0)`" }.joined(separator: ", "))"
                        + (nearest.map { "; did you mean `\($0)`?" } ?? "; attributes belong into `attributes`"))
            }
        }
        guard let attributes else { throw Problem(.malformed, "the report has no `attributes`; send `{\"attributes\": {…}}`") }
        self.attributes = attributes
    }

    /// Platforms write times and versions as strings or as numbers.
    private static func text(_ member: JSONObject.Member) throws(Problem) -> String? {
        switch member.value {
        case .null: return nil
        case .string(let text): return text
        case .number(let literal): return literal
        default: throw Problem(.malformed, "`\(member.key)` must be a string")
        }
    }
}

extension Receipt {
    /// The receipt as JSON.
    func object(correlationId: String) -> JSONObject {
        [
            "goldenId": .string(goldenId.text), "goldenVersion": .number(String(goldenVersion)), "outcome": .string(outcome.rawValue),
            "verdicts": .array(verdicts.map { .object($0.object(policyVersion: policyVersion, saysMessage: false)) }),
            "policyVersion": .string(policyVersion), "stale": .bool(isStale), "correlationId": .string(correlationId),
        ]
    }
}
