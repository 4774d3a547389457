import MasterData
import Testing

@testable import RecordFiles

@Suite struct CSVTableTests {
    @Test func `columns are attribute paths, empty fields no values`() async throws {
        let text =
            "nativeId,updatedAt,version,name,billTo.city,billTo.country,taxIds[0],contacts[0].email,contacts[1].email\n1,2026-01-01,7,A,Bonn,,DE1,,x@y\n"
        let file = try await ReadFile(text)
        #expect(file.records.first?.updatedAt == "2026-01-01")
        #expect(file.records.first?.version == "7")
        #expect(file.records.first?.json == #"{"billTo":{"city":"Bonn"},"contacts":[{"email":"x@y"}],"name":"A","taxIds":["DE1"]}"#)
    }

    @Test(arguments: [
        ("name,city\n1,a\n", "no column `nativeId`"), ("nativeId\n1\n", "no column is an attribute"),
        ("nativeId,name,name\n", "two columns are named `name`"),
        ("nativeId,,name\n", "column 2 has no name"), ("nativeId,billTo,billTo.city\n", "set the same attribute"),
        ("nativeId,billTo[0],billTo.city\n", "a list in one column"),
        ("nativeId,a..b\n", "no attribute path"), ("nativeId,a[*]\n", "no attribute path"), ("nativeId,\"name\n", "a quoted field starts"),
    ])
    func `a header that cannot be meant is refused`(text: String, part: String) async throws {
        await #expect { try await ReadFile(text, format: .csv) } throws: { error in "\(error)".contains(part) }
    }

    @Test(arguments: [
        ("1,a,b", LineError.Code.fieldCount), ("1", .fieldCount), (",a", .missingNativeId), ("1,\"a\"b", .textAfterQuote),
    ])
    func `a row out of shape is refused by its line`(row: String, code: LineError.Code) async throws {
        let file = try await ReadFile("nativeId,name\n0,x\n\(row)\n9,y\n")
        #expect(file.records.map(\.nativeId) == ["0", "9"])
        #expect(file.errors.map(\.code) == [code])
        #expect(file.errors.map(\.line) == [3])
    }

    @Test func `a row that is not UTF-8 or holds NUL is refused`() async throws {
        let file = try await ReadFile(Array("nativeId,name\n1,".utf8) + [0xE4] + Array("\n2,\u{0}\n3,ok\n".utf8))
        #expect(file.records.map(\.nativeId) == ["3"])
        #expect(file.errors.map(\.code) == [.invalidUTF8, .invalidUTF8])
    }

    @Test func `fields are bounded`() async throws {
        var limits = RecordLimits()
        limits.fields = 3
        await #expect(throws: RecordFileError.self) { try await ReadFile("nativeId,a,b,c\n1,2,3,4\n", limits: limits) }
        #expect(try await ReadFile("nativeId,a,b\n1,2,3,4\n", limits: limits).errors.map(\.code) == [.fieldCount])
    }

    @Test func `with a map, native columns are found whatever their case, and missing ones noticed`() async throws {
        let map = FieldMap(
            nativeId: try .at("Id"),
            attributes: [
                .init(target: try AttributePath("name"), source: try .at("Name")),
                .init(target: try AttributePath("phone"), source: try .at("Phone")),
                .init(target: try AttributePath("billTo.city"), source: try .at("billing.city")),
            ],
            conditions: [.init(source: try .at("is_deleted"), values: ["true"], isNegated: true)])
        let file = try await ReadFile("ID,name,billing.city,is_deleted\n1,A,Bonn,FALSE\n2,B,Kiel,TRUE\n3,C,,\n", map: map)
        #expect(file.records.map(\.nativeId) == ["1", "3"])
        #expect(file.records.map(\.json) == [#"{"billTo":{"city":"Bonn"},"name":"A"}"#, #"{"name":"C"}"#])
        #expect(file.skipped == 1)
        #expect(file.notices == ["columns that the map names and the file lacks: `Phone`"])
    }

    @Test func `without the column of ids a mapped file is refused`() async throws {
        let map = FieldMap(nativeId: try .at("Id"), attributes: [.init(target: try AttributePath("name"), source: try .at("name"))])
        await #expect { try await ReadFile("number,name\n1,A\n", map: map) } throws: { "\($0)".contains("no column `Id` for the native id") }
    }
}
