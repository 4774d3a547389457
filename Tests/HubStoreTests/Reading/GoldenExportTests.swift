import FoundationEssentials
import HubStore
import HubStoreTesting
import MasterData
import Testing

@Suite struct GoldenExportTests {
    private func export(_ store: HubStore, asOf: Timestamp? = nil) async throws -> [String] {
        var lines: [String] = []
        try await store.export(.customer, asOf: asOf, pageSize: 2) { page in
            for record in page {
                lines.append("\(record.golden.attributesJSON) \(record.ids.map { "\($0.platform):\($0.nativeId)" }.joined(separator: " "))")
            }
        }
        return lines
    }

    @Test func presentAndPast() async throws {
        try await withStore { store in
            let writer = GoldenWriter(store)
            let ids = (0..<5).map { _ in TimeOrderedId.make() }.sorted(by: UUID.older)
            for (index, id) in ids.enumerated() {
                try await writer.write([id], attributes: #"{"n":\#(index)}"#, linked: #"[["sap","\#(index)"],["zuora","\#(index)"]]"#)
                try await writer.link("sap", "\(index)", to: id, record: Int64(index))
            }
            let then = try #require(try await store.goldenRecord(ids[4])).recordedAt
            try await writer.write([ids[1]], attributes: "{}", status: .merged, mergedInto: ids[0], unlinked: #"[["sap","1"],["zuora","1"]]"#)
            try await writer.write([ids[0]], attributes: #"{"n":"new"}"#, linked: #"[["sap","1"]]"#, unlinked: #"[["zuora","0"]]"#)
            #expect(try await export(store) == [#"{"n":"new"} sap:raw 0"#, #"{"n":2} sap:raw 2"#, #"{"n":3} sap:raw 3"#, #"{"n":4} sap:raw 4"#])
            #expect(try await export(store, asOf: then) == (0..<5).map { #"{"n":\#($0)} sap:\#($0) zuora:\#($0)"# })
            #expect(try await export(store, asOf: .now).first == #"{"n":"new"} sap:0 sap:1"#)
            #expect(try await export(store, asOf: Timestamp(microseconds: 0)).isEmpty)
        }
    }
}
