import Foundation
import MasterData
import Testing

@testable import RecordFiles

@Suite struct RejectionFileTests {
    private func folder() throws -> String {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("rejections-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }

    @Test func `refusals are lines with their reasons and the record as it was`() async throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let source = try await ReadFile(Array("nativeId,name\n1,".utf8) + [0xE4, 0x00] + Array("\n".utf8))
        let file = RejectionFile(besides: folder + "/a.csv")
        #expect(!FileManager.default.fileExists(atPath: file.path))
        try file.append(try #require(source.errors.first))
        try file.append(
            RawRecord(nativeId: "7", attributes: ["name": "A"], updatedAt: "2026-01-01"), line: 9, code: "attributes-refused", message: "two attributes are refused",
            violations: [["attribute": "name"]].map { .object(JSONObject([.init(key: "attribute", value: $0["attribute"] ?? .null)])) })
        try file.finish()
        let lines = try String(contentsOfFile: folder + "/a.csv.rejected.ndjson", encoding: .utf8).split(separator: "\n").map { try JSONParser.parseObject(Array($0.utf8)) }
        #expect(lines.count == 2)
        #expect(lines[0]["code"] == "invalid-utf8")
        #expect(lines[0]["line"] == 2)
        #expect(lines[0]["original"] == "1,\u{FFFD}\u{FFFD}")
        #expect(lines[1]["nativeId"] == "7")
        #expect(lines[1]["violations"]?.elements?.count == 1)
        let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? NSNumber
        #expect(mode?.intValue == 0o600)
    }

    @Test func `a load without refusals leaves no file, not even an earlier one`() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/a.csv.rejected.ndjson"
        try Data("old".utf8).write(to: URL(fileURLWithPath: path))
        try RejectionFile(besides: folder + "/a.csv").finish()
        #expect(!FileManager.default.fileExists(atPath: path))
    }
}
