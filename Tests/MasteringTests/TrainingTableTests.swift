import Foundation
import MasterData
import Mastering
import Testing

@Suite(.serialized) struct TrainingTableTests {
    @Test func activeCustomersTeachAndNothingIsChanged() async throws {
        try await TestHub.run { hub in
            let address: JSONObject = ["street": "Hauptstr. 12", "postcode": "53111", "city": "Bonn", "country": "DE"]
            let one = try await hub.report(.customer, "sap", "1", ["name": "Nordlicht GmbH", "duns": "150483782", "billTo": .object(address)]).receipt
            try await hub.report(.customer, "zuora", "A1", ["name": "Heron Bakery", "phone": "+44 20 7946 0958"])
            try await hub.report(.customer, "zuora", "A2", ["name": "Gone Ltd"])
            try await hub.report(.customer, "zuora", "A2", [:], retires: true)
            // A retired record of a golden record that lives on does not teach either.
            try await hub.report(.customer, "netsuite", "7", ["name": "Nordlicht GmbH", "duns": "150483782"])
            try await hub.report(.customer, "netsuite", "7", [:], retires: true)
            try await hub.report(.product, "sap", "M1", ["sku": "M1", "name": "Bearing"])
            let before = try await hub.picture()
            let table = try #require(try await hub.pipeline.trainingTable())
            #expect(table.rows.count == 2 && table.kinds.count == table.columns.count && table.rows.allSatisfy { $0.count == table.columns.count })
            let row = try #require(zip(table.goldenIds, table.rows).first { $0.0 == one.goldenId }?.1)
            let named = Dictionary(zip(table.columns, row), uniquingKeysWith: { first, _ in first })
            #expect(named["name"] == "Nordlicht GmbH" && named["duns"] == "150483782" && named["city"] == "Bonn" && named["country"] == "DE")
            #expect(try await hub.picture() == before)
        }
    }

    @Test func changesCountWhatWouldMergeAndComeApart() {
        let ids = (0..<4).map { _ in TimeOrderedId.make() }.sorted(by: UUID.older)
        // Records 0–1 of one golden record come apart; 2 and 3 of two golden records become one; 4 stays.
        let changes = ModelChanges(clusters: [0, 1, 2, 2, 4], goldenIds: [ids[0], ids[0], ids[1], ids[2], ids[3]])
        #expect(changes.merges == 1 && changes.splits == 1)
        #expect(changes.mergeSamples == [[ids[1], ids[2]]] && changes.splitSamples == [ids[0]])
        #expect(ModelChanges(clusters: [0, 0], goldenIds: [ids[0], ids[0]]) == ModelChanges(clusters: [], goldenIds: []))
    }
}
