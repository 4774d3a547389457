import MasterData
import Testing

@testable import PolicyFiles

@Suite struct FindingsTests {
    @Test("keeps a bounded number and says that there are more") func bound() {
        var findings = Findings(file: "a.yaml")
        for line in 1...5_000 { findings.error("m", line: line) }
        #expect(findings.diagnostics.count == Findings.limit + 1)
        #expect(findings.diagnostics.last?.message == "more than 1000 mistakes in this file")
    }

    @Test("warns once of a role that nobody has") func emptyRole() throws {
        let reading = try PolicyFolderFixture.read([
            "customer.yaml":
                "entity: customer\nattributes:\n  b: { type: text, owner: erp, otherwise: [sap] }\n  a: { type: text, owner: erp, otherwise: [zuora, sap] }\n"
        ])
        #expect(
            reading.diagnostics.map(PolicyFolderFixture.text) == [
                "3: warning: no platform has the role `erp`, which owns 2 attributes of this page; give a platform `roles: [erp]` in platforms/; until then the first of `otherwise` is the owner"
            ])
        let customer = try #require(reading.policies?.entities[.customer])
        #expect(customer["a"]?.ownership == .init(platform: "zuora"))
        #expect(customer["a"]?.otherwise == ["sap"])
        #expect(customer["b"]?.ownership == .init(platform: "sap"))
    }
}
