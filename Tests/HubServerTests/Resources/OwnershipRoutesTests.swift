import HTTPTesting
import HubStore
import MasterData
import Testing

@testable import HubServer

@Suite struct OwnershipRoutesTests {
    @Test(arguments: [("2026-12-31", "netsuite"), ("2027-01-01", "sap")])
    func ownershipMovesWithTheDay(date: String, owner: String) async throws {
        try await TestHubServer.run { hub async throws in
            let table = try await hub.call("GET", "/v1/ownership/customer?at=\(date)", as: .reader)
            #expect(table.status == 200, "\(table)")
            #expect(table["policyVersion"]?.text == "0123456789abcdef")
            let rows = (table["attributes"]?.elements ?? []).compactMap(\.members)
            #expect(rows.first { $0["attribute"]?.text == "paymentTerms" }?["owner"]?.text == owner)
            #expect(rows.first { $0["attribute"]?.text == "legalName" }?["otherwise"]?.elements == ["salesforce"])
            #expect(rows.first { $0["attribute"]?.text == "notes" }?["owner"] == .null)
        }
    }

    @Test func refusesWhatIsNoDayOrEntity() async throws {
        try await TestHubServer.run { hub async throws in
            #expect(try await hub.call("GET", "/v1/ownership/customer?at=tomorrow").code == "invalid-parameter")
            #expect(try await hub.call("GET", "/v1/ownership/customer?at=2026-02-30").code == "invalid-parameter")
            #expect(try await hub.call("GET", "/v1/ownership/supplier").code == "unknown-entity")
            #expect(try await hub.call("GET", "/v1/ownership/customer", as: .subscriber).code == "forbidden")
        }
    }
}
