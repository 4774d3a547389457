import MasterData

/// A record in the hub's own shape: `{nativeId, attributes, updatedAt?, version?}`.
enum OwnRecord {
    static func read(_ value: JSONValue) throws(RecordPlan.Refusal) -> RawRecord {
        guard case .object(let object) = value else { throw RecordPlan.Refusal(code: .notAnObject, message: "a record must be a JSON object") }
        var nativeId: String?
        var attributes: JSONObject?
        var updatedAt: String?
        var version: String?
        for member in object.members {
            switch member.key {
            case "nativeId": nativeId = try text(member)
            case "attributes":
                guard case .object(let members) = member.value else { throw wrongType(member.key, "an object") }
                attributes = members
            case "updatedAt": updatedAt = try text(member)
            case "version": version = try text(member)
            default:
                throw RecordPlan.Refusal(
                    code: .unknownMember,
                    message:
                        "`\(member.key.prefix(64))` is no member of a record, which has nativeId, attributes, updatedAt and version; a platform's native records need --map"
                )
            }
        }
        guard let nativeId, !nativeId.isEmpty else { throw RecordPlan.Refusal(code: .missingNativeId, message: "the record has no `nativeId`") }
        guard let attributes else { throw wrongType("attributes", "an object, and is missing") }
        return RawRecord(nativeId: nativeId, attributes: attributes, updatedAt: updatedAt, version: version)
    }

    /// Ids and versions are texts, but platforms' numbers are taken as they are written.
    private static func text(_ member: JSONObject.Member) throws(RecordPlan.Refusal) -> String? {
        switch member.value {
        case .string(let text), .number(let text): text
        case .null: nil
        case .bool, .array, .object: throw wrongType(member.key, "a text")
        }
    }

    private static func wrongType(_ key: String, _ type: String) -> RecordPlan.Refusal {
        RecordPlan.Refusal(code: .wrongType, message: "`\(key)` must be \(type)")
    }
}
