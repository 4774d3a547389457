import Foundation
import MasterData
import RecordFiles
import Testing

@testable import FieldMapFiles

@Suite struct FieldMapReaderTests {
    @Test func `a whole map`() throws {
        let reading = FieldMapReader.read(
            """
            platform: chargebee
            entity: customer
            format: json
            records: list[*].customer
            nativeId: id
            updatedAt: { source: updated_at, as: epochSeconds }
            where: { source: deleted, notIn: ["true"] }
            attributes:
              name: { first: [company, { join: [first_name, last_name], with: " " }] }
              status: { constant: active }
              value: { object: { amount: { source: mrr, as: minorUnits, currency: cur }, currency: cur } }
              lines: { each: items, to: { object: { product: id } } }
            """, file: "m.yaml")
        #expect(reading.diagnostics == [])
        #expect(reading.platform == "chargebee")
        #expect(reading.entity == .customer)
        let map = try #require(reading.map)
        #expect(map.format == .json)
        #expect(map.records == (try SourcePath("list[*].customer")))
        #expect(map.nativeId == .path(try SourcePath("id")))
        #expect(map.updatedAt == .transformed(.path(try SourcePath("updated_at")), .epochSeconds))
        #expect(map.conditions == [FieldMap.Condition(source: .path(try SourcePath("deleted")), values: ["true"], isNegated: true)])
        #expect(map.attributes.map(\.target.text) == ["name", "status", "value", "lines"])
        #expect(
            map.attributes[0].source
                == .first([
                    .path(try SourcePath("company")),
                    .join([.path(try SourcePath("first_name")), .path(try SourcePath("last_name"))], separator: " "),
                ]))
        #expect(map.attributes[1].source == .constant("active"))
    }

    @Test func `every mistake is found in one run, with its line`() {
        let reading = FieldMapReader.read(
            """
            platfrom: x
            entity: customers
            format: xml
            delimiter: ";;"
            records: a[
            updatedAt: { source: t, as: epochSecond }
            version: { source: v, first: [w] }
            where:
              - { in: [a] }
              - { source: x }
            attributes:
              a..b: c
              d: [e]
              f: { join: g }
              h: { each: i }
              j: { source: k, as: minorUnits }
              l: { source: m, currency: n }
              o: { constant: p, with: q }
            """, file: "m.yaml")
        #expect(reading.map == nil)
        #expect(reading.diagnostics.map(\.line) == [1, 1, 2, 3, 4, 5, 6, 7, 9, 10, 12, 13, 13, 14, 15, 16, 17, 18])
        #expect(reading.diagnostics.contains { $0.hint == "did you mean `platform`?" && $0.line == 1 })
        #expect(reading.diagnostics.contains { $0.hint == "did you mean `epochSeconds`?" })
        #expect(reading.diagnostics.contains { $0.message == "`nativeId` is missing" })
    }

    @Test(arguments: ["", "[1, 2]", "just text", "a: b: c", "nativeId: id\nnativeId: x\nattributes: {name: n}", "\tnativeId: id"])
    func `what is no map is refused, never read`(text: String) {
        let reading = FieldMapReader.read(text, file: "m.yaml")
        #expect(reading.map == nil)
        #expect(!reading.diagnostics.isEmpty)
        #expect(reading.diagnostics.allSatisfy { $0.line >= 1 && $0.file == "m.yaml" })
    }

    @Test func `aliases cannot make a small file a large one`() {
        var text = "a0: &a0 { list: [x, x, x, x, x, x, x, x, x, x] }\n"
        for level in 1...8 { text += "a\(level): &a\(level) { list: [\((0..<10).map { _ in "*a\(level - 1)" }.joined(separator: ", "))] }\n" }
        let reading = FieldMapReader.read(text + "nativeId: id\nattributes: { name: *a8 }\n", file: "m.yaml")
        #expect(reading.diagnostics.contains { $0.message.contains("more than") })
    }

    @Test func `an absent file says so`() {
        #expect(FieldMapReader.read(path: "/nowhere/m.yaml").diagnostics.map(\.message) == ["the file cannot be read"])
    }
}
