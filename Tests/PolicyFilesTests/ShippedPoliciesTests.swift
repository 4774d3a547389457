import Foundation
import MasterData
import Testing

@testable import PolicyFiles

@Suite("the policies that come with the hub")
struct ShippedPoliciesTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "policies").path

    private func policies() throws -> PolicySet {
        let reading = PolicyReader.read(folder: Self.folder)
        #expect(reading.diagnostics.map(\.description) == [])
        return try #require(reading.policies)
    }

    @Test(
        "have the canonical model",
        arguments: [
            (
                Entity.customer,
                "billTo contacts creditLimit currency duns email hold industry language legalName lei name number parent partyType paymentTerms phone platformIds scopes shipTo status taxIds website"
            ),
            (.product, "description family gtin name platformIds prices sku status taxClass type unit"),
            (
                .contract,
                "billingFrequency currency customer endDate lines number paymentTerms platformIds renewal signedDate sourceRef startDate status term title value"
            ),
        ])
    func model(entity: Entity, names: String) throws {
        #expect(try policies().entities[entity]?.attributes.map(\.name).joined(separator: " ") == names)
    }

    @Test(
        "have the default owners",
        arguments: [
            (Entity.customer, "salesforce", ["name", "parent", "website", "phone", "industry"]),
            (.customer, "sap", ["legalName", "taxIds", "paymentTerms", "creditLimit", "hold", "scopes"]),
            (.customer, "zuora", ["email", "billTo", "currency"]),
            (.customer, "hub", ["duns", "lei"]), (.product, "sap", ["sku", "unit", "taxClass"]), (.product, "zuora", ["prices"]),
            (.contract, "salesforce", ["title", "signedDate", "sourceRef"]),
            (.contract, "zuora", ["status", "startDate", "endDate", "term", "renewal", "currency"]),
        ])
    func owners(entity: Entity, platform: String, names: [String]) throws {
        let policies = try policies()
        for name in names { #expect(policies.entities[entity]?[name]?.ownership == Ownership(platform: platform), "\(name)") }
    }

    @Test("guard what is personal", arguments: ["billTo", "shipTo", "email", "phone", "contacts", "taxIds"]) func personal(name: String) throws {
        #expect(try policies().entities[.customer]?[name]?.sensitivity == .personal)
    }

    @Test("platforms have their roles in order") func platforms() throws {
        let platforms = PlatformDirectory(Array(try policies().platforms.values))
        #expect(platforms.resolve("crm") == .platforms(["salesforce", "dynamics"]))
        #expect(platforms.resolve("billing") == .platforms(["zuora", "chargebee", "stripe"]))
        #expect(platforms.resolve("erp") == .platforms(["sap", "netsuite", "finance"]))
    }

    @Test(
        "spellings of platforms, as recorded",
        arguments: [
            ("payment-terms", "zuora", "Due Upon Receipt", "IMMEDIATE"), ("payment-terms", "zuora", "End of next month", "EONM"),
            ("payment-terms", "zuora", "Net 30", "NET30"), ("payment-terms", "salesforce", "Net 30", "NET30"),
            ("payment-terms", "chargebee", "30", "NET30"),
            ("payment-terms", "dynamics", "2", "2-10-NET30"), ("payment-terms", "finance", "Net10", "NET10"),
            ("payment-terms", "sap", "0001", "IMMEDIATE"),
            ("customer-status", "zuora", "Canceled", "closed"), ("customer-status", "dynamics", "0", "active"),
            ("customer-status", "finance", "No", "active"),
            ("customer-status", "stripe", "true", "closed"), ("party-type", "sap", "2", "organisation"),
            ("party-type", "netsuite", "F", "organisation"),
            ("party-type", "finance", "Organization", "organisation"), ("party-type", "salesforce", "true", "person"),
            ("product-status", "stripe", "true", "active"),
            ("product-status", "dynamics", "3", "active"), ("product-type", "stripe", "good", "goods"),
            ("product-type", "netsuite", "DwnLdItem", "digital"),
            ("product-type", "chargebee", "plan", "subscription"), ("contract-status", "salesforce", "In Approval Process", "pending"),
            ("contract-status", "dynamics", "2", "active"), ("contract-status", "chargebee", "non_renewing", "nonRenewing"),
            ("contract-status", "stripe", "past_due", "active"), ("contract-status", "sap", "C", "expired"),
            ("billing-frequency", "zuora", "Month", "monthly"),
            ("billing-frequency", "zuora", "Semi_Annual", "semiannual"), ("billing-frequency", "stripe", "month", "monthly"),
            ("billing-frequency", "dynamics", "5", "annual"), ("units", "sap", "ST", "C62"), ("units", "netsuite", "Each", "EA"),
            ("units", "zuora", "Users", "IE"),
            ("industries", "salesforce", "Banking", "K"), ("industries", "dynamics", "Manufacturing", "C"),
        ])
    func spelling(list: String, platform: String, native: String, code: String) throws {
        let list = try #require(try policies().reference[list])
        #expect(try list.code(of: native, platform: platform) == code)
    }

    @Test("every code list is used, every title is one title") func lists() throws {
        let policies = try policies()
        let rows = ownershipTable(policies, at: "2026-11-23").map(\.type).filter { $0.hasPrefix("code (") }
        #expect(Set(rows) == Set(policies.reference.keys.map { "code (\($0))" }))
        for list in policies.reference.values { #expect(Set(list.codes.values.map { $0.lowercased() }).count == list.codes.count, "\(list.name)") }
    }

    @Test("serve a company with other platforms: without one role they warn, the rest of the owners stay") func otherPlatforms() throws {
        try PolicyFolderFixture.inFolder { folder in
            let mine = folder.appending(path: "policies")
            try FileManager.default.copyItem(atPath: Self.folder, toPath: mine.path)
            for name in ["zuora", "chargebee", "stripe", "salesforce"] {
                try FileManager.default.removeItem(at: mine.appending(path: "platforms/\(name).yaml"))
            }
            try PolicyFolderFixture.write(Array("platform: sf-emea\nkind: salesforce\nroles: [crm]\n".utf8), to: "platforms/sf-emea.yaml", in: mine)
            let reading = PolicyReader.read(folder: mine.path)
            #expect(
                reading.diagnostics.map { "\($0.file) \($0.severity)" } == ["contract.yaml warning", "customer.yaml warning", "product.yaml warning"])
            let policies = try #require(reading.policies)
            #expect(policies.entities[.customer]?["email"]?.ownership == Ownership(platform: "sf-emea"))
            #expect(policies.entities[.customer]?["currency"]?.ownership == Ownership(platform: "sap"))
            #expect(policies.entities[.customer]?["name"]?.ownership == Ownership(platform: "sf-emea"))
            #expect(policies.reference["party-type"]?.mappings["sf-emea"]?["true"] == "person")
            #expect(policies.reference["party-type"]?.mappings["salesforce"] == nil)
        }
    }

    @Test("the examples of their README are right") func examples() throws {
        let text = try String(contentsOf: URL(filePath: Self.folder).appending(path: "README.md"), encoding: .utf8)
        let blocks = text.components(separatedBy: "```yaml\n").dropFirst().map { String($0.prefix(upTo: $0.range(of: "```")?.lowerBound ?? $0.endIndex)) }
        #expect(blocks.count == 2)
        let platform = try PolicyFolderFixture.read(["platforms/salesforce-emea.yaml": blocks[0]])
        #expect(platform.diagnostics.map(\.description) == [])
        let indented = blocks[1].split(separator: "\n").map { "  \($0)\n" }.joined()
        let attribute = try PolicyFolderFixture.reading(attributes: indented)
        #expect(attribute.policies?.entities[.customer]?["paymentTerms"]?.ownership?.periods.count == 2)
    }
}
