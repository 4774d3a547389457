import MasterData
import Testing

@testable import PolicyFiles

@Suite struct OwnerPageTests {
    private func policy(_ text: String) throws -> AttributePolicy {
        let reading = try PolicyFolderFixture.reading(
            attributes: "  status: { type: code, reference: customer-status }\n  a: { type: text, \(text) }\n")
        return try #require(reading.policies?.entities[.customer]?["a"])
    }

    @Test(
        "a platform, a role, a condition, periods",
        arguments: [
            ("owner: sap", Ownership(platform: "sap"), []),
            ("owner: sap, otherwise: [crm, zuora]", Ownership(platform: "sap"), ["salesforce", "dynamics", "zuora"]),
            ("owner: crm", Ownership(platform: "salesforce"), ["dynamics"]),
            ("owner: crm, otherwise: [zuora]", Ownership(platform: "salesforce"), ["dynamics", "zuora"]),
            ("owner: dynamics, otherwise: [crm]", Ownership(platform: "dynamics"), ["salesforce"]),
            ("owner: hub, otherwise: [sap]", Ownership(platform: "hub"), ["sap"]),
            ("owner: { platform: sap }", Ownership(platform: "sap"), []),
            (
                "owner: { when: { status: active }, platform: billing, else: crm }, otherwise: [crm, sap]",
                Ownership(periods: [.init(platform: "zuora", conditions: [.init(attribute: "status", values: ["active"])], otherwise: "salesforce")]),
                ["dynamics", "salesforce", "sap"]
            ),
            (
                "owner: [{ platform: netsuite, until: 2027-01-01 }, { platform: sap, from: 2027-01-01 }], otherwise: [netsuite]",
                Ownership(periods: [.init(platform: "netsuite", until: "2027-01-01"), .init(platform: "sap", from: "2027-01-01")]), ["netsuite"]
            ),
            (
                "owner: [{ platform: netsuite, when: { status: [active, closed] } }, sap]",
                Ownership(periods: [
                    .init(platform: "netsuite", conditions: [.init(attribute: "status", values: ["active", "closed"])]), .init(platform: "sap"),
                ]), []
            ),
            ("owner: [sap]", Ownership(platform: "sap"), []),
        ])
    func owners(text: String, ownership: Ownership, otherwise: [String]) throws {
        let policy = try policy(text)
        #expect(policy.ownership == ownership)
        #expect(policy.otherwise == otherwise)
    }

    @Test(
        "where nobody has the role, the first of otherwise stands in",
        arguments: [
            ("owner: erp, otherwise: [zuora, crm]", Ownership(platform: "zuora"), ["salesforce", "dynamics"]),
            (
                "owner: { when: { status: active }, platform: sap, else: erp }, otherwise: [zuora]",
                Ownership(periods: [.init(platform: "sap", conditions: [.init(attribute: "status", values: ["active"])], otherwise: "zuora")]),
                ["zuora"]
            ),
            ("owner: erp", nil, []),
        ] as [(String, Ownership?, [String])])
    func emptyRole(text: String, ownership: Ownership?, otherwise: [String]) throws {
        let reading = try PolicyFolderFixture.read([
            "customer.yaml": "entity: customer\nattributes:\n  status: { type: code, reference: customer-status }\n  a: { type: text, \(text) }\n"
        ])
        #expect(reading.diagnostics.map(\.severity) == [.warning])
        let policy = try #require(reading.policies?.entities[.customer]?["a"])
        #expect(policy.ownership == ownership)
        #expect(policy.otherwise == otherwise)
    }

    @Test(
        "mistakes",
        arguments: [
            (
                "owner: [sap, zuora]",
                "`a` has 2 owners at once; an attribute has one owner: write `owner: sap` and `otherwise: [zuora]`, or give each a period"
            ),
            ("owner: []", "`owner` is an empty list; name the owner, or remove the line"),
            ("owner:", "`owner` of `a` is empty; give it a value, or remove the line"),
            ("owner: sapp", "unknown platform `sapp`; did you mean `sap`?"),
            ("owner: oracle", "unknown platform `oracle`; declare it in platforms/oracle.yaml"),
            ("owner: sap, otherwise: [zuora, sap]", "`sap` is the owner of `a`; remove it from `otherwise`"),
            ("owner: crm, otherwise: [salesforce]", "`salesforce` already speaks for `a` through the role `crm`; remove it from `otherwise`"),
            ("owner: crm, otherwise: [dynamics]", "`dynamics` already speaks for `a` through the role `crm`; remove it from `otherwise`"),
            ("owner: sap, otherwise: [zuora, zuora]", "`zuora` is twice in `otherwise`; keep one"),
            ("owner: sap, otherwise: [oracle]", "unknown platform `oracle`; declare it in platforms/oracle.yaml"),
            ("otherwise: [sap]", "`otherwise` of `a` says nothing without an `owner`; add `owner:`, or remove it"),
            ("onConflict: shadow", "`onConflict` of `a` says nothing without an `owner`; add `owner:`, or remove it"),
            ("owner: sap, onConflict: shadowed", "`onConflict` is `shadowed`; did you mean `shadow`?"),
            ("owner: { from: 2027-01-01 }", "the owner of `a` has no `platform`; add `platform: …`"),
            ("owner: { platform: sap, from: 2027-02-30 }", "`from` is `2027-02-30`, which is no date; write it as `2027-01-31`"),
            (
                "owner: { platform: sap, from: 2027-01-01, until: 2026-01-01 }",
                "the period of `a` ends on `2026-01-01`, before it begins; `until` is the first day after the period"
            ),
            (
                "owner: { platform: sap, from: 2027-01-01, until: 2027-01-01 }",
                "the period of `a` ends on `2027-01-01`, the day it begins; `until` is the first day after the period"
            ),
            ("owner: { platform: sap, else: zuora }", "`else` of `a` has no `when`; add `when: { status: active }`, or remove it"),
            ("owner: { platform: sap, when: {}, else: zuora }", "`when` of `a` is empty; write `when: { status: active }`"),
            ("owner: { platform: sap, form: 2027-01-01 }", "unknown key `form` in the owner of `a`; did you mean `from`?"),
        ])
    func mistakes(text: String, message: String) throws {
        #expect(try PolicyFolderFixture.mistakes(attributes: "  a: { type: text, \(text) }\n") == ["3: " + message])
    }
}
