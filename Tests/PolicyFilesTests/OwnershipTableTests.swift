import MasterData
import Testing

@testable import PolicyFiles

@Suite struct OwnershipTableTests {
    static let attributes = """
          billTo:
            type: address
            owner: { when: { status: [active, closed] }, platform: zuora, else: crm }
            sensitivity: personal
          contacts: { type: list, of: group, fields: { name: text }, survive: { strategy: union, rank: [sap] } }
          paymentTerms:
            type: code
            reference: payment-terms
            owner:
              - { platform: netsuite, until: 2027-01-01 }
              - { platform: sap, from: 2027-01-01 }
            otherwise: [zuora]
            onConflict: propose
          status: { type: code, reference: customer-status, survive: { strategy: trust, trust: { sap: 70, zuora: { score: 90, halfLifeDays: 30 } } }, required: true }

        """

    @Test(
        "says who owns what on a day",
        arguments: [
            ("2026-12-31", "netsuite (until 2027-01-01)", ["sap (from 2027-01-01)"]), ("2027-01-01", "sap (from 2027-01-01)", []),
        ])
    func periods(date: String, owner: String, later: [String]) throws {
        let policies = try #require(try PolicyFolderFixture.reading(attributes: Self.attributes).policies)
        let row = try #require(ownershipTable(policies, at: date).first { $0.attribute == "paymentTerms" })
        #expect(row.owner == owner)
        #expect(row.later == later)
        #expect(row.type == "code (payment-terms)")
        #expect(row.otherwise == ["zuora"])
        #expect(row.onConflict == "propose")
    }

    @Test("reads as sentences") func readable() throws {
        let policies = try #require(try PolicyFolderFixture.reading(attributes: Self.attributes).policies)
        let rows = ownershipTable(policies, at: "2026-11-23")
        #expect(rows.map(\.attribute) == ["billTo", "contacts", "paymentTerms", "status"])
        #expect(rows[0].owner == "zuora when status is active or closed, else salesforce")
        #expect(rows[0].sensitivity == "personal")
        #expect(rows[1].owner == nil)
        #expect(rows[1].type == "list of group")
        #expect(rows[1].survivorship == "union, rank sap")
        #expect(rows[3].survivorship == "trust: zuora 90 halved every 30 days, sap 70")
        #expect(rows[3].required)
    }
}
