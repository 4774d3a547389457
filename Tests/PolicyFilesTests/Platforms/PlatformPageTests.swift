import MasterData
import Testing

@testable import PolicyFiles

@Suite struct PlatformPageTests {
    private func read(_ text: String) throws -> (platform: PlatformPolicy?, found: [String]) {
        let reading = try PolicyFolderFixture.read(["platforms/acme.yaml": text])
        return (reading.policies?.platforms["acme"], reading.diagnostics.map(PolicyFolderFixture.text))
    }

    @Test("everything that can be said") func full() throws {
        let result = try read(
            "platform: acme\nkind: sap\nroles: [erp, pim]\norder: 3\nidSpace: sap-one\ndefaultCountry: DE\ndescription: the old one\n")
        #expect(result.found == [])
        #expect(
            result.platform == PlatformPolicy(name: "acme", kind: .sap, idSpace: "sap-one", defaultCountry: "DE", roles: ["erp", "pim"], order: 3))
    }

    @Test("the least that must be said") func least() throws {
        #expect(try read("platform: acme\nkind: other\n").platform == PlatformPolicy(name: "acme", kind: .other))
    }

    @Test(
        "mistakes",
        arguments: [
            ("kind: sap\n", "1: the platform has no `platform`; add `platform: acme`"),
            (
                "platform: acme\n",
                "1: the platform has no `kind`; one of `salesforce`, `dataverse`, `zuora`, `chargebee`, `stripe`, `sap`, `netsuite`, `finance`, `other`"
            ),
            ("platform: acme\nkind: salseforce\n", "2: `kind` is `salseforce`; did you mean `salesforce`?"),
            ("platform: acme2\nkind: sap\n", "1: the file of `acme2` is named `acme.yaml`; rename the file or the platform: both have one name"),
            ("platform: acme\nkind: sap\nroles: [ERP]\n", "3: `ERP` is no name for a role; use lower-case letters, digits and `-`"),
            ("platform: acme\nkind: sap\norder: 0\n", "3: `order` is `0`; use 1 to 1000"),
            (
                "platform: acme\nkind: sap\ndefaultCountry: Germany\n",
                "3: `defaultCountry` is `Germany`; use the two capital letters of ISO 3166-1, as in `DE`"
            ),
            ("platform: acme\nkind: sap\nrole: erp\n", "3: unknown key `role` in the platform; did you mean `roles`?"),
        ])
    func mistakes(text: String, message: String) throws {
        #expect(try read(text).found == [message])
    }

    @Test("a mistaken platform is not reported at each use") func noEcho() throws {
        let reading = try PolicyFolderFixture.read([
            "platforms/acme.yaml": "platform: acme\nkind: [\n",
            "customer.yaml": "entity: customer\nattributes:\n  name: { type: text, owner: acme }\n",
        ])
        #expect(reading.diagnostics.map(\.file) == ["platforms/acme.yaml"])
    }
}
