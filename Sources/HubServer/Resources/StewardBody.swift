import FoundationEssentials
import HubStore
import MasterData
import Mastering

/// What a steward sends: which records, and why. `{records: [{platform, entity?, nativeId}], goldenIds: [], entity?, reason}`.
struct StewardBody: Sendable {
    var request: StewardRequest
    /// The members that are not every steward's body's own.
    var others: JSONObject

    /// - Parameter takes: further members that the operation knows.
    init(_ call: Call, _ names: PolicyNames, takes: [String] = []) throws(Problem) {
        let object = try call.object()
        let known = ["records", "goldenIds", "entity", "reason"] + takes
        for member in object.members where !known.contains(member.key) {
            let nearest = NearestName.suggestion(for: member.key, among: known)
            throw Problem(
                .malformed,
                "the body has a member that is none of \(known.map { "`\($0)`" }.joined(separator: ", "))" + (nearest.map { "; did you mean `\($0)`?" } ?? ""))
        }
        var entity: Entity?
        if let value = object["entity"] {
            guard let text = value.text else { throw Problem(.malformed, "`entity` must be a string") }
            entity = try names.entity(text)
        }
        guard case .string(let reason) = object["reason"] ?? .string("") else { throw Problem(.malformed, "`reason` must be a string") }
        request = StewardRequest(entity: entity, reason: reason, origin: call.origin)
        for (place, element) in try Self.elements(object, "records").enumerated() {
            guard let members = element.members, let platform = members["platform"]?.text, let nativeId = members["nativeId"]?.text else {
                throw Problem(.malformed, "`records[\(place)]` must be `{platform, nativeId}`, each a string, and `entity` there or beside `records`")
            }
            guard let of = members["entity"]?.text ?? entity?.rawValue else {
                throw Problem(.malformed, "`records[\(place)]` does not say its entity: add `entity` there or beside `records`")
            }
            request.records.append(try names.key(platform: platform, entity: of, nativeId: nativeId))
        }
        for (place, element) in try Self.elements(object, "goldenIds").enumerated() {
            guard let id = element.text.flatMap(UUID.init(text:)) else { throw Problem(.malformed, "`goldenIds[\(place)]` is no golden id") }
            request.goldenIds.append(id)
        }
        others = JSONObject(object.members.filter { takes.contains($0.key) })
    }

    private static func elements(_ object: JSONObject, _ name: String) throws(Problem) -> [JSONValue] {
        guard let value = object[name] else { return [] }
        guard let elements = value.elements else { throw Problem(.malformed, "`\(name)` must be an array") }
        return elements
    }
}

extension StewardReceipt {
    /// - Parameter idName: what the operation calls its id.
    func object(idName: String, correlationId: String) -> JSONObject {
        var object = decision.object
        object[idName] = .string(decision.id.text)
        object["goldenRecords"] = .array(golden.map { golden in
            .object([
                "goldenId": .string(golden.goldenId.text), "goldenVersion": .number(String(golden.version)), "status": .string(golden.status.rawValue),
                "mergedInto": golden.mergedInto.map { .string($0.text) } ?? .null,
            ])
        })
        object["correlationId"] = .string(correlationId)
        return object
    }
}

extension StewardDecision {
    var object: JSONObject {
        [
            "id": .string(id.text), "entity": .string(entity.rawValue), "decision": .string(kind.rawValue), "operation": .string(operation.rawValue),
            "reason": .string(reason), "actor": .string(actor), "madeAt": .string(madeAt.text), "inForce": .bool(revocation == nil),
            "revokedAt": revocation.map { .string($0.at.text) } ?? .null, "revokedBy": revocation.map { .string($0.actor) } ?? .null,
            "revokedBecause": revocation.map { .string($0.reason) } ?? .null, "goldenIdsBefore": .array(goldenIds.map { .string($0.text) }),
            "records": .array(records.map { record in
                .object([
                    "platform": .string(record.key.platform), "entity": .string(record.key.entity.rawValue), "nativeId": .string(record.nativeId),
                    "goldenId": .string(record.goldenId.text),
                ])
            }),
        ]
    }
}
