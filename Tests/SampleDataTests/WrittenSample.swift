import Foundation
import MasterData
import SampleData

/// A sample written to a folder of its own and read back, for tests to look into.
struct WrittenSample {
    struct Record {
        var platform: String
        var nativeId: String
        var attributes: JSONObject
        var updatedAt: String?
        var truth: String
    }

    let summary: SampleSummary
    let records: [Entity: [Record]]
    /// Names and bytes of all files.
    let files: [String: [UInt8]]

    init(records count: Int, seed: UInt64) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sample-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        summary = try SampleGenerator(records: count, seed: seed).write(to: folder)
        var files: [String: [UInt8]] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            files[name] = Array(try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)))
        }
        self.files = files
        var records: [Entity: [Record]] = [:]
        for entity in Entity.allCases {
            let truth = Self.truth(files["truth.\(entity.rawValue).csv"] ?? [])
            for platform in SamplePlatform.allCases {
                for line in (files["\(platform.rawValue).\(entity.rawValue).ndjson"] ?? []).split(separator: UInt8(ascii: "\n")) {
                    let object = try JSONParser.parseObject(Array(line))
                    let nativeId = object["nativeId"]?.text ?? ""
                    records[entity, default: []].append(
                        Record(
                            platform: platform.rawValue, nativeId: nativeId, attributes: object["attributes"]?.members ?? [:],
                            updatedAt: object["updatedAt"]?.text, truth: truth[platform.rawValue + "," + nativeId] ?? ""))
                }
            }
        }
        self.records = records
    }

    private static func truth(_ bytes: [UInt8]) -> [String: String] {
        var truth: [String: String] = [:]
        for line in bytes.split(separator: UInt8(ascii: "\n")).dropFirst() {
            let parts = String(decoding: line, as: UTF8.self).split(separator: ",")
            truth[parts[0] + "," + parts[1]] = String(parts[2])
        }
        return truth
    }
}
