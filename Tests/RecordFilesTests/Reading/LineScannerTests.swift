import MasterData
import Testing

@testable import RecordFiles

@Suite struct LineScannerTests {
    @Test func `blank lines and CR LF are passed over, lines still counted`() async throws {
        let file = try await ReadFile("{\"nativeId\":\"1\",\"attributes\":{}}\r\n\r\n  \n{\"nativeId\":\"2\",\"attributes\":{}}\r\n", format: .ndjson)
        #expect(file.lines.map(\.lineNumber) == [1, 4])
        #expect(file.records.map(\.nativeId) == ["1", "2"])
    }

    @Test func `a line past the bound is refused alone, wherever its end lies`() async throws {
        var limits = RecordLimits()
        limits.recordBytes = 1_000
        limits.rejectedBytes = 10
        let long = #"{"nativeId":"2","attributes":{"name":"\#(String(repeating: "x", count: 900_000))"}}"#
        let file = try await ReadFile(
            #"{"nativeId":"1","attributes":{}}"# + "\n" + long + "\n" + #"{"nativeId":"3","attributes":{}}"#, format: .ndjson, limits: limits)
        #expect(file.records.map(\.nativeId) == ["1", "3"])
        #expect(file.errors.map(\.code) == [.tooLong])
        #expect(file.errors.first?.line == 2)
        #expect(file.errors.first?.original == Array(long.utf8.prefix(10)))
        #expect(file.errors.first?.isTruncated == true)
    }

    @Test func `a long line at the end of the file is refused too`() async throws {
        var limits = RecordLimits()
        limits.recordBytes = 50
        let file = try await ReadFile(
            #"{"nativeId":"1","attributes":{}}"# + "\n" + String(repeating: "x", count: 51), format: .ndjson, limits: limits)
        #expect(file.lines.count == 2)
        #expect(file.errors.map(\.code) == [.tooLong])
    }
}
