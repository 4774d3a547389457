import FoundationEssentials
import HTTPTypes
import HubStore
import HummingbirdCore
import MasterData
import Mastering

extension GoldenRecordRow {
    /// The record as JSON, open for more members.
    var objectText: ObjectText {
        var object = ObjectText(capacity: attributesJSON.utf8.count + 512)
        object.plain("goldenId", goldenId.text)
        object.plain("entity", entity.rawValue)
        object.plain("number", number)
        object.number("version", version)
        object.plain("status", status.rawValue)
        object.text("mergedInto", mergedInto?.text)
        object.plain("policyVersion", policyVersion)
        object.plain("recordedAt", recordedAt.text)
        object.json("attributes", attributesJSON)
        return object
    }
}

extension GoldenVersionRow {
    /// The version as JSON.
    var json: [UInt8] {
        var object = ObjectText(capacity: attributesJSON.utf8.count + 512)
        object.number("version", version)
        object.plain("recordedAt", recordedAt.text)
        object.plain("status", status.rawValue)
        object.text("mergedInto", mergedInto?.text)
        object.plain("policyVersion", policyVersion)
        object.value("changed", .array(changed.map { .string($0) }))
        object.json("attributes", attributesJSON)
        object.json("linked", linkedJSON ?? "[]")
        object.json("unlinked", unlinkedJSON ?? "[]")
        return object.closed()
    }
}

extension JSONValue {
    /// A record's number, as the lineage holds it.
    var recordId: Int64? { if case .number(let literal) = self { Int64(literal) } else { nil } }
}

extension SourceRecordRow {
    /// The record as the crosswalk names it.
    var crosswalkObject: JSONObject {
        [
            "platform": .string(key.platform), "nativeId": .string(rawId), "status": .string(status.rawValue), "since": .string(linkedAt.text),
            "method": .string(method.rawValue),
        ]
    }
}
