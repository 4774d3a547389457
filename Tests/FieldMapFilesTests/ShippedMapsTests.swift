import Foundation
import MasterData
import RecordFiles
import Testing

@testable import FieldMapFiles

/// The maps in `maps/`, each tried on records in its platform's native shape.
@Suite struct ShippedMapsTests {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let maps =
        (try? FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent("maps").path).filter { $0.hasSuffix(".yaml") }.sorted())
        ?? []

    private func map(_ name: String) throws -> FieldMap {
        let reading = FieldMapReader.read(path: Self.root.appendingPathComponent("maps/\(name).yaml").path)
        #expect(reading.diagnostics == [])
        return try #require(reading.map)
    }

    private func records(_ fixture: String, map name: String? = nil) async throws -> [RawRecord] {
        let stem = String(fixture[..<(fixture.lastIndex(of: ".") ?? fixture.endIndex)])
        let path = Self.root.appendingPathComponent("Tests/FieldMapFilesTests/Fixtures/\(fixture)").path
        var records: [RawRecord] = []
        for try await batch in RecordFile(path: path, map: try map(name ?? stem)) { records += try batch.lines.map { try $0.result.get() } }
        return records
    }

    @Test(arguments: maps)
    func `every shipped map is read without a mistake and is named for what it maps`(file: String) throws {
        let reading = FieldMapReader.read(path: Self.root.appendingPathComponent("maps/\(file)").path)
        #expect(reading.diagnostics == [])
        #expect(reading.map != nil)
        #expect(file.hasPrefix("\(reading.platform ?? "?").\(reading.entity?.rawValue ?? "?")."))
    }

    @Test func `all eight platforms have a map of customers, products and contracts`() {
        for platform in ["salesforce", "dynamics", "zuora", "chargebee", "stripe", "sap", "netsuite", "finance"] {
            for entity in Entity.allCases { #expect(Self.maps.contains("\(platform).\(entity.rawValue).yaml")) }
        }
    }

    @Test func `salesforce, from the API and from a warehouse, is the same account`() async throws {
        let fromAPI = try await records("salesforce.customer.json")
        let fromWarehouse = try await records("salesforce.customer.warehouse.csv")
        #expect(fromAPI.map(\.nativeId) == ["0015g00000Kx1AaAAJ"])
        #expect(fromWarehouse.map(\.nativeId) == ["0015g00000Kx1AaAAJ"])
        #expect(fromAPI.first?.attributes == fromWarehouse.first?.attributes)
        #expect(fromAPI.first?.updatedAt == "2026-02-03T04:05:06.000+0000")
        #expect(
            fromAPI.first?.attributes.jsonText
                == #"{"billTo":{"city":"Galway","country":"Ireland","postcode":"H91 XY12","street":"12 Quay Street\nFloor 2"},"industry":"Food & Beverage","name":"Harbour Lights Brewing","number":"HL-100","phone":"+353 91 555123","website":"www.harbourlights.example"}"#
        )
    }

    @Test func `zuora accounts know their salesforce account`() async throws {
        let record = try #require(try await records("zuora.customer.json").first)
        #expect(record.nativeId == "8ad09f0f8a1b2c3d018a1b2c3d4e5f60")
        #expect(record.attributes["platformIds"]?.jsonText == #"[{"nativeId":"0015g00000Kx1AaAAJ","platform":"salesforce"}]"#)
        #expect(record.attributes["contacts"]?.jsonText == #"[{"email":"accounts@harbourlights.example","name":"Aoife Brennan","role":"billing"}]"#)
        #expect(record.attributes["shipTo"] == nil)
        #expect(record.attributes["taxIds"] == ["IE6433435F"])
        #expect(record.attributes["paymentTerms"] == "Net 30")
    }

    @Test func `of a zuora subscription the latest version counts`() async throws {
        let records = try await records("zuora.contract.warehouse.csv")
        #expect(records.map(\.nativeId) == ["A-S00000044"])
        #expect(records.first?.version == "2")
        #expect(records.first?.attributes["customer"] == "8ad09f0f8a1b2c3d018a1b2c3d4e5f60")
        #expect(records.first?.attributes["startDate"] == "2025-01-01")
        #expect(records.first?.attributes["renewal"] == "TRUE")
    }

    @Test func `chargebee customers: companies, persons, none that are deleted`() async throws {
        let records = try await records("chargebee.customer.json")
        #expect(records.map(\.nativeId) == ["16Bx9QTz1abc", "person"])
        #expect(records.map { $0.attributes["name"]?.text } == ["Harbour Lights Brewing", "Niall Walsh"])
        #expect(records.map(\.updatedAt) == ["2023-11-14T22:15:00.123Z", "2023-11-14T22:16:40.000Z"])
        #expect(records[0].attributes["paymentTerms"] == "30")
        #expect(records[0].version == "1700000100123")
    }

    @Test func `chargebee subscriptions`() async throws {
        let record = try #require(try await records("chargebee.contract.json").first)
        #expect(record.attributes["startDate"] == "2024-01-01T00:00:00.000Z")
        #expect(record.attributes["billingFrequency"] == "1 month")
        #expect(record.attributes["lines"]?.jsonText == #"[{"line":"tap-room-JPY-Monthly","quantity":2}]"#)
    }

    @Test func `stripe: tax ids, amounts in minor units, references expanded or not`() async throws {
        let customers = try await records("stripe.customer.json")
        #expect(customers.map(\.nativeId) == ["cus_Qabc123"])
        #expect(customers.first?.attributes["taxIds"]?.jsonText == #"[{"country":"IE","number":"IE6433435F"}]"#)
        #expect(customers.first?.attributes["currency"] == "EUR")
        let product = try #require(try await records("stripe.product.json").first)
        #expect(product.attributes["prices"]?.jsonText == #"[{"amount":"19.99","currency":"USD","interval":"month"}]"#)
        let contract = try #require(try await records("stripe.contract.json").first)
        #expect(contract.attributes["customer"] == "cus_Qabc123")
        #expect(contract.attributes["renewal"] == true)
        #expect(contract.attributes["lines"]?.jsonText == #"[{"line":"si_1","product":"prod_R1","quantity":3,"unitPrice":"19.99"}]"#)
    }

    @Test func `sap: names in four parts, expanded children, links instead of them`() async throws {
        let partner = try #require(try await records("sap.customer.json").first)
        #expect(partner.attributes["legalName"] == "Harbour Lights Brewing Ltd")
        #expect(partner.attributes["taxIds"]?.jsonText == #"[{"number":"IE6433435F"}]"#)
        #expect(partner.attributes["email"] == "accounts@harbourlights.example")
        #expect(partner.attributes["billTo"]?.members?["houseNumber"] == "12")
        #expect(partner.updatedAt == "/Date(1518393600000)/")
        let contract = try #require(try await records("sap.contract.json").first)
        #expect(contract.attributes["value"]?.jsonText == #"{"amount":"1755.00","currency":"EUR"}"#)
        #expect(contract.attributes["lines"]?.elements?.count == 1)
        let products = try await records("sap.product.json")
        #expect(products.map { $0.attributes["name"]?.text } == ["Beer tap, brass", "TG12"])
    }

    @Test func `netsuite, from the API and from a warehouse`() async throws {
        let record = try #require(try await records("netsuite.customer.json").first)
        #expect(record.attributes["parent"] == "1400")
        #expect(record.attributes["billTo"]?.jsonText == #"{"city":"Galway","country":"IE","postcode":"H91 XY12","street":"12 Quay Street"}"#)
        let rows = try await records("netsuite.customer.warehouse.csv")
        #expect(rows.map(\.nativeId) == ["1409", "1410"])
        #expect(rows.map { $0.attributes["name"]?.text } == ["Harbour Lights Brewing", "Niall Walsh"])
        #expect(rows[1].attributes["partyType"] == "T")
    }

    @Test func `dataverse`() async throws {
        let record = try #require(try await records("dynamics.customer.json").first)
        #expect(record.version == #"W/"7009018""#)
        #expect(record.attributes["status"] == "0")
        #expect(record.attributes["creditLimit"]?.jsonText == #"{"amount":5000.0000,"currency":"EUR"}"#)
    }

    @Test func `finance accounts of two companies stay two`() async throws {
        let records = try await records("finance.customer.json")
        #expect(records.map(\.nativeId) == ["iemf|IE-000042", "usmf|IE-000042"])
        #expect(records[0].attributes["taxIds"] == ["IE6433435F"])
    }
}
