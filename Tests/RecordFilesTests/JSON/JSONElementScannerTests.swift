import MasterData
import Testing

@testable import RecordFiles

@Suite struct JSONElementScannerTests {
    private func map(_ records: String?) throws -> FieldMap {
        FieldMap(
            records: try records.map { try SourcePath($0) }, nativeId: try .at("id"),
            attributes: [.init(target: try AttributePath("name"), source: try .at("n"))])
    }

    @Test(arguments: [
        ("$.value", #"{"@odata.context":"x","value":[{"id":"1"},{"id":"2"}],"@odata.nextLink":"y"}"#),
        ("value[*]", #"{"a":{"value":[{"id":"x"}]},"b":[1,"]}",{"c":"\""}],"value":[{"id":"1"},{"id":"2"}]}"#),
        ("list[*].customer", #"{"list":[{"customer":{"id":"1"}},{"customer":{"id":"2"},"card":{}}],"next_offset":"[\"1\"]"}"#),
        ("d.results", #"{ "d" : { "results" : [ {"id":"1"} , {"id":"2"} ] } }"#),
        ("records", #"[{"id":"1"},{"id":"2"}]"#),
        ("$", #"[{"id":"1"},{"id":"2"}]"#),
        ("[*].x[*]", #"[{"x":[{"id":"1"},{"id":"2"}]},{"x":[]}]"#),
        ("value", "{\"value\":[{\"id\":\"1\"}]}\n{\"value\":[{\"id\":\"2\"}]}"),
        ("value", #"{"value":{"id":"1"}} {"value":{"id":"2"}}"#),
    ])
    func `records are found where the path leads`(path: String, text: String) async throws {
        let file = try await ReadFile(text, format: .json, map: try map(path))
        #expect(file.records.map(\.nativeId) == ["1", "2"])
        #expect(file.errors.isEmpty)
    }

    @Test(arguments: ["[]", "[ ]", #"{"value":[]}"#, #"{"value":[ ],"more":[1,2]}"#])
    func `an empty list has no records`(text: String) async throws {
        let file = try await ReadFile(text, format: .json, map: try map("value"))
        #expect(file.lines.isEmpty)
    }

    @Test func `a bad element is refused, those around it read`() async throws {
        let text =
            "[\n{\"nativeId\":\"1\",\"attributes\":{}},\n{\"nativeId\":\"2\",\"attributes\":{\"a\":nul}},\n17,\n{\"nativeId\":\"3\",\n\"attributes\":{}}\n]"
        let file = try await ReadFile(text, format: .json)
        #expect(file.records.map(\.nativeId) == ["1", "3"])
        #expect(file.errors.map(\.code) == [.invalidJSON, .notAnObject])
        #expect(file.lines.map(\.lineNumber) == [2, 3, 4, 5])
        #expect(file.errors.first?.message.hasPrefix("line 3, column ") == true)
    }

    @Test(arguments: [
        #"[{"id":"1"}"#, #"[{"id":"1"} {"id":"2"}]"#, #"[{"id":"1"},"#, #"{"value":[{"id":"1"}]"#, #"{"other":[]}"#, #"{"value""#, #"{"value":"#,
        #"{"value" []}"#, #"["#,
        #"{"value":[{"id":"1"},{"id":"2]}"#, #"{"value":[}]}"#,
    ])
    func `a document cut off or out of shape ends with an error, never in silence`(text: String) async throws {
        let map = try map("value")
        await #expect(throws: RecordFileError.self) { try await ReadFile(text, format: .json, map: map) }
    }

    @Test func `elements before a document's broken place are delivered first`() async throws {
        var limits = RecordLimits()
        limits.batchRecords = 1
        var found: [String] = []
        let broken = #"[{"nativeId":"1","attributes":{}},{"nativeId":"2","attributes":{}} oops"#
        await #expect(throws: RecordFileError.self) {
            let file = try await TemporaryFile(broken)
            for try await batch in RecordFile(path: file.path, format: .json, limits: limits) {
                found += batch.lines.compactMap { try? $0.result.get().nativeId }
            }
        }
        #expect(found == ["1", "2"])
    }

    @Test func `a long element is refused alone`() async throws {
        var limits = RecordLimits()
        limits.recordBytes = 2_000
        let long = #"{"nativeId":"2","attributes":{"a":"\#(String(repeating: "]", count: 700_000))"}}"#
        let file = try await ReadFile(#"[{"nativeId":"1","attributes":{}},\#(long),{"nativeId":"3","attributes":{}}]"#, format: .json, limits: limits)
        #expect(file.records.map(\.nativeId) == ["1", "3"])
        #expect(file.errors.map(\.code) == [.tooLong])
    }

    @Test func `long values on the way are passed over`() async throws {
        let noise = #"{"x":["# + String(repeating: #"{"id":"no"},"#, count: 100_000) + #"{}]}"#
        let file = try await ReadFile(#"{"included":\#(noise),"value":[{"id":"1"}],"tail":\#(noise)}"#, format: .json, map: try map("value"))
        #expect(file.records.map(\.nativeId) == ["1"])
    }
}
