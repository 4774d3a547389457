import Testing

@testable import Matching

@Suite struct StandardModelsTests {
    @Test func theModelsAreSound() {
        for model in [MatchModel.customer, .product, .contract] {
            #expect(!model.keys.isEmpty && model.keys.count <= 64)
            #expect(Set(model.keys.map(\.name)).count == model.keys.count)
            #expect(model.thresholds.review < model.thresholds.match)
        }
    }

    private func contract(_ id: Int64, number: String = "", party: String = "", platformId: String) -> MatchRecord {
        MatchModel.contract.prepare(id: id, order: UInt64(id), MatchValues([[number], [party], [platformId]].map { $0.filter { !$0.isEmpty } }))
    }

    @Test func contractsMatchByNumberAndPartyOrByReference() {
        let model = MatchModel.contract
        let a = contract(1, number: "CT-2024-7", party: "golden-1", platformId: "sap:1")
        #expect(model.compare(a, contract(2, number: "ct 2024 7", party: "golden-1", platformId: "zuora:5")).outcome == .match)
        #expect(model.compare(a, contract(2, number: "CT-2024-7", party: "golden-2", platformId: "zuora:5")).outcome == .nonMatch)
        #expect(model.compare(a, contract(2, number: "CT-2024-8", party: "golden-1", platformId: "zuora:5")).outcome == .nonMatch)
        #expect(model.compare(a, contract(2, number: "CT-2024-7", platformId: "zuora:5")).outcome == .nonMatch)
        #expect(model.compare(a, contract(2, platformId: "sap:1")).outcome == .match)
        #expect(model.compare(contract(1, platformId: "sap:1"), contract(2, platformId: "sap:2")).outcome == .nonMatch)
        #expect(model.sharedKeys(a, contract(2, number: "CT-2024-7", party: "golden-1", platformId: "zuora:5")) == ["number + party"])
        #expect(model.sharedKeys(a, contract(2, number: "CT-2024-7", party: "golden-2", platformId: "zuora:5")).isEmpty)
    }

    private func product(_ id: Int64, _ sku: String, _ gtin: String, _ name: String, _ family: String = "") -> MatchRecord {
        MatchModel.product.prepare(
            id: id, order: UInt64(id), MatchValues([[sku], [gtin], [name], [family], [], []].map { $0.filter { !$0.isEmpty } }))
    }

    @Test func products() {
        let model = MatchModel.product
        func outcome(_ a: MatchRecord, _ b: MatchRecord) -> MatchOutcome { model.compare(a, b).outcome }
        #expect(outcome(product(1, "VE-280", "", "Centrifugal pump VE 280"), product(2, "ve280", "", "Pump, centrifugal")) == .match)
        #expect(outcome(product(1, "", "05027338566829", "Pump VE 280 2.2 kW"), product(2, "", "05027338566820", "Pump VE 280 2.2 kW")) == .nonMatch)
        #expect(
            outcome(product(1, "VE-280", "05027338566829", "Pump VE 280"), product(2, "VE-280", "05027338566820", "Pump VE 280")) == .possibleMatch)
        #expect(outcome(product(1, "A-10", "", "Steel shelf LU500"), product(2, "A-20", "", "Steel shelf LU600")) == .nonMatch)
        #expect(
            outcome(product(1, "", "", "Cordless drill YA-330 12V", "tools"), product(2, "", "", "Cordless Drill YA 330 12 V", "tools")) == .match)
        #expect(outcome(product(1, "", "", "Steel shelf LU500", "storage"), product(2, "", "", "Steel shelf LU600", "storage")) == .nonMatch)
    }
}
