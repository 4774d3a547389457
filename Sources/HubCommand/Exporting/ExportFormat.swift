import ArgumentParser
import HubStore
import MasterData

/// How `mdm export` writes golden records.
enum ExportFormat: String, ExpressibleByArgument, CaseIterable {
    case csv, ndjson
}

/// A golden record with its crosswalk as one JSON object, without a line's end.
enum ExportedLine {
    static func append(_ record: ExportedRecord, to output: inout [UInt8]) {
        let golden = record.golden
        let head: JSONObject = [
            "entity": .string(golden.entity.rawValue), "goldenId": .string(golden.goldenId.text),
            "ids": .array(record.ids.map { .object(["platform": .string($0.platform), "nativeId": .string($0.nativeId)]) }),
            "number": .string(golden.number), "policyVersion": .string(golden.policyVersion), "recordedAt": .string(golden.recordedAt.text),
            "status": .string(golden.status.rawValue), "version": JSONValue(golden.version),
        ]
        // The attributes are JSON already; they are copied, not parsed.
        output.append(contentsOf: "{\"attributes\":".utf8)
        output.append(contentsOf: golden.attributesJSON.utf8)
        output.append(UInt8(ascii: ","))
        var rest: [UInt8] = []
        head.append(to: &rest)
        output.append(contentsOf: rest.dropFirst())
    }
}
