import MasterData
import Testing

@testable import RecordFiles

@Suite struct OwnRecordTests {
    @Test func `a whole record`() async throws {
        let file = try await ReadFile(
            #"{"nativeId":"A-1","attributes":{"name":"Acme","value":1.50},"updatedAt":"2026-01-31T00:00:00Z","version":"7"}"#)
        #expect(
            file.records == [
                RawRecord(nativeId: "A-1", attributes: ["name": "Acme", "value": .number("1.50")], updatedAt: "2026-01-31T00:00:00Z", version: "7")
            ])
    }

    @Test func `numbers stand for ids and versions, null for nothing`() async throws {
        let file = try await ReadFile(#"{"nativeId":1745500706683617281,"attributes":{},"updatedAt":null,"version":3}"#)
        #expect(file.records == [RawRecord(nativeId: "1745500706683617281", attributes: [:], updatedAt: nil, version: "3")])
    }

    @Test(arguments: [
        (#"[1]"#, LineError.Code.notAnObject), (#"{"attributes":{}}"#, .missingNativeId), (#"{"nativeId":"","attributes":{}}"#, .missingNativeId),
        (#"{"nativeId":"1"}"#, .wrongType), (#"{"nativeId":"1","attributes":[]}"#, .wrongType), (#"{"nativeId":true,"attributes":{}}"#, .wrongType),
        (#"{"nativeId":"1","attributes":{},"Name":"x"}"#, .unknownMember), (#"{"nativeId":"1","attributes":{}"#, .invalidJSON),
        (#"{"nativeId":"1","attributes":{}} x"#, .invalidJSON), (#"{"nativeId":"1","attributes":{"a":1,"a":2}}"#, .invalidJSON),
        (#"{"nativeId":"1","attributes":{"a":Infinity}}"#, .invalidJSON),
    ])
    func `what is no record is refused by its line`(text: String, code: LineError.Code) async throws {
        let file = try await ReadFile(
            #"{"nativeId":"0","attributes":{}}"# + "\n" + text + "\n" + #"{"nativeId":"9","attributes":{}}"#, format: .ndjson)
        #expect(file.records.map(\.nativeId) == ["0", "9"])
        #expect(file.errors.map(\.code) == [code])
        #expect(file.errors.map(\.line) == [2])
        #expect(file.errors.map(\.original) == [Array(text.utf8)])
    }

    @Test func `invalid UTF-8 and NUL are refused`() async throws {
        var bytes = Array(#"{"nativeId":"1","attributes":{"a":""#.utf8)
        bytes += [0xC3, 0x28] + Array("\"}}\n".utf8) + Array(#"{"nativeId":"2","attributes":{"a":"\u0000"}}"#.utf8)
        let file = try await ReadFile(bytes, format: .ndjson)
        #expect(file.records.isEmpty)
        #expect(file.errors.map(\.code) == [.invalidJSON, .invalidJSON])
    }

    @Test func `nesting is bounded`() async throws {
        let deep = #"{"nativeId":"1","attributes":{"a":"# + String(repeating: "[", count: 1_000) + String(repeating: "]", count: 1_000) + "}}"
        #expect(try await ReadFile(deep, format: .ndjson).errors.map(\.code) == [.invalidJSON])
    }

    /// I9: no message of a refusal shows a value of the record.
    @Test func `messages hold no values`() async throws {
        let canary = "CANARY-4711"
        let texts = [
            #"{"nativeId":"\#(canary)"}"#, #"{"nativeId":true,"attributes":{"a":"\#(canary)"}}"#, #"{"nativeId":"1","attributes":{"a":"\#(canary)"#,
            #"{"nativeId":"1","attributes":{"a":\#(canary)}}"#,
        ]
        let file = try await ReadFile(texts.joined(separator: "\n"), format: .ndjson)
        #expect(file.errors.count == 4)
        #expect(file.errors.allSatisfy { !$0.message.contains(canary) })
    }
}
