import MasterData
import Testing

@testable import RecordFiles

@Suite struct RecordPlanTests {
    private func read(_ text: String, _ map: FieldMap) async throws -> ReadFile {
        try await ReadFile(text, format: .ndjson, map: map)
    }

    @Test func `ids, versions and times are texts whatever the platform sends`() async throws {
        let map = FieldMap(
            nativeId: .join([try .at("company"), try .at("id")], separator: "|"), updatedAt: .transformed(try .at("at"), .epochSeconds),
            version: try .at("v"),
            attributes: [.init(target: try AttributePath("name"), source: try .at("n"))])
        let file = try await read(#"{"company":"us","id":7,"at":0,"v":3,"n":"A"}"#, map)
        #expect(file.records == [RawRecord(nativeId: "us|7", attributes: ["name": "A"], updatedAt: "1970-01-01T00:00:00.000Z", version: "3")])
    }

    @Test func `conditions choose, a record without an id or with an unusable amount is refused`() async throws {
        let map = FieldMap(
            nativeId: try .at("id"),
            attributes: [
                .init(target: try AttributePath("value.amount"), source: .transformed(try .at("cents"), .minorUnits(currency: try .at("cur"))))
            ],
            conditions: [.init(source: try .at("kind"), values: ["a", ""])])
        let file = try await read(
            """
            {"id":"1","kind":"A"}
            {"id":"2","kind":"b"}
            {"id":"3"}
            {"kind":"a"}
            {"id":"5","cents":"1.5","cur":"EUR"}
            """, map)
        #expect(file.records.map(\.nativeId) == ["1", "3"])
        #expect(file.skipped == 1)
        #expect(file.errors.map(\.code) == [.missingNativeId, .unmappableValue])
        #expect(file.errors.last?.message == "`value.amount`: minor units must be a whole number")
    }
}
