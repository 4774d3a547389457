import Foundation
import MasterData
import Testing

@testable import RecordFiles

@Suite struct RecordFileTests {
    @Test func `batches are bounded and follow the file`() async throws {
        let text = (1...25).map { #"{"nativeId":"\#($0)","attributes":{"name":"n"}}"# }.joined(separator: "\n")
        var limits = RecordLimits()
        limits.batchRecords = 10
        let file = try await ReadFile(text, limits: limits)
        #expect(file.batches.map(\.lines.count) == [10, 10, 5])
        #expect(file.records.map(\.nativeId) == (1...25).map(String.init))
        #expect(file.lines.map(\.ordinal) == Array(1...25))
        #expect(file.lines.map(\.lineNumber) == Array(1...25))
        #expect(file.batches.last?.totalBytes == text.utf8.count)
        #expect(file.batches.last?.bytesRead == text.utf8.count)
        #expect(file.batches[0].bytesRead == file.batches[1].lines[0].byteOffset)
        for line in file.lines { #expect(Array(text.utf8)[line.byteOffset] == UInt8(ascii: "{")) }
    }

    @Test func `a batch ends at its bound of bytes too`() async throws {
        let text = (1...100).map { #"{"nativeId":"\#($0)","attributes":{"name":"\#(String(repeating: "x", count: 1_000))"}}"# }.joined(
            separator: "\n")
        var limits = RecordLimits()
        limits.batchBytes = 10_000
        let file = try await ReadFile(text, limits: limits)
        #expect(file.records.count == 100)
        #expect(file.batches.allSatisfy { $0.lines.count <= 11 })
    }

    @Test(arguments: [RecordFormat.ndjson, .csv, .json])
    func `a load is taken up behind the record it names`(format: RecordFormat) async throws {
        let text =
            switch format {
            case .ndjson: (1...9).map { #"{"nativeId":"\#($0)","attributes":{}}"# }.joined(separator: "\n")
            case .csv: "nativeId,name\n" + (1...9).map { "\($0),n\n" }.joined()
            case .json: "[" + (1...9).map { #"{"nativeId":"\#($0)","attributes":{}}"# }.joined(separator: ",") + "]"
            }
        let file = try await ReadFile(text, recordsToSkip: 6)
        #expect(file.records.map(\.nativeId) == ["7", "8", "9"])
        #expect(file.lines.map(\.ordinal) == [7, 8, 9])
    }

    @Test func `an absent file says so`() async {
        await #expect(throws: RecordFileError.unreadable(path: "/nowhere/records.csv", reason: "No such file or directory")) {
            for try await _ in RecordFile(path: "/nowhere/records.csv") {}
        }
    }

    @Test func `a folder is no file`() async {
        await #expect(throws: RecordFileError.self) { for try await _ in RecordFile(path: "/tmp") {} }
    }

    @Test(arguments: ["", "\n\n", "   \n"])
    func `a file without records has none`(text: String) async throws {
        #expect(try await ReadFile(text).records.isEmpty)
    }

    @Test func `a byte order mark is passed over, UTF-16 refused`() async throws {
        #expect(try await ReadFile([0xEF, 0xBB, 0xBF] + Array("nativeId,name\n1,n".utf8)).records.map(\.nativeId) == ["1"])
        await #expect(throws: RecordFileError.self) { try await ReadFile([0xFF, 0xFE, 0x61, 0x00]) }
    }

    /// Two readers of one sequence do not disturb each other, and memory does not grow with the file.
    @Test func `a file can be read twice`() async throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("twice-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data("nativeId,name\n1,a\n2,b\n".utf8).write(to: URL(fileURLWithPath: path))
        let file = RecordFile(path: path)
        for _ in 1...2 {
            var count = 0
            for try await batch in file { count += batch.lines.count }
            #expect(count == 2)
        }
    }

    @Test func `records larger than a chunk are read whole`() async throws {
        let long = String(repeating: "é", count: 400_000)
        let file = try await ReadFile(#"{"nativeId":"1","attributes":{"name":"\#(long)"}}"# + "\n" + #"{"nativeId":"2","attributes":{}}"#)
        #expect(file.records.map(\.nativeId) == ["1", "2"])
        #expect(file.records[0].attributes["name"]?.text == long)
    }
}
