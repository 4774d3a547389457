import Foundation
import MasterData
import Mastering
import PostgresTesting
import Testing

/// I4: only the owner changes an owned attribute, and every attribute gets a verdict.
@Suite(.serialized) struct OwnershipTests {
    private func pair(_ hub: TestHub) async throws -> (crm: Receipt, erp: Receipt) {
        let erp = try await hub.report(.customer, "sap", "1000140", [
            "legalName": "Nordlicht Energie GmbH", "name": "Nordlicht Energie", "taxIds": [["type": "vat", "number": "DE136695976"] as JSONObject].json,
        ]).receipt
        let crm = try await hub.report(.customer, "salesforce", "0015f00002J9YYEAA3", [
            "name": "Nordlicht", "legalName": "Nordlicht Energy Ltd", "taxIds": [["type": "vat", "number": "DE136695976"] as JSONObject].json,
        ]).receipt
        return (crm, erp)
    }

    @Test func aNonOwnersValueIsShadowedAndKept() async throws {
        try await TestHub.run { hub in
            let (crm, erp) = try await pair(hub)
            #expect(crm.goldenId == erp.goldenId)
            #expect(crm.outcome == .linked)
            let golden = try await hub.attributes(of: crm.goldenId)
            #expect(golden["legalName"]?.text == "Nordlicht Energie GmbH")
            #expect(golden["name"]?.text == "Nordlicht")
            let verdicts = Dictionary(uniqueKeysWithValues: crm.verdicts.map { ($0.attribute, $0) })
            #expect(verdicts["legalName"]?.verdict == .shadowed)
            #expect(verdicts["legalName"]?.owner == "sap")
            #expect(verdicts["name"]?.verdict == .accepted)
            #expect(try await hub.texts("SELECT attributes->>'legalName' FROM mdm.source_record WHERE platform = 'salesforce'") == ["Nordlicht Energy Ltd"])
            // The owner goes: the shadowed value is not lost, it now fills in where policy lets it.
            _ = try await hub.report(.customer, "sap", "1000140", [:], retires: true).receipt
            let after = try await hub.attributes(of: crm.goldenId)
            #expect(after["legalName"]?.text == "Nordlicht Energy Ltd")
        }
    }

    @Test func aPatchByANonOwnerIsRefusedAndChangesNoByte() async throws {
        try await TestHub.run { hub in
            let (crm, _) = try await pair(hub)
            let everything = "SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) FROM (SELECT g::text AS t FROM mdm.golden_record g UNION ALL SELECT s::text FROM mdm.source_record s UNION ALL SELECT v::text FROM mdm.golden_version v) x"
            let before = try await hub.texts(everything)
            let answer = try await hub.pipeline.patch(PatchRequest(
                entity: .customer, goldenId: crm.goldenId, platform: "salesforce", attributes: ["legalName": "Hijacked Ltd", "name": "New name"],
                origin: Origin(actor: "test", correlationId: "patch-1")))
            guard case .failure(let refusal) = answer else {
                Issue.record("a non-owner's patch was applied")
                return
            }
            #expect(refusal.code == .notOwner)
            #expect(refusal.violations.map(\.attribute) == ["legalName"])
            #expect(refusal.violations.first?.owner == "sap")
            #expect(!"\(refusal)".contains("Hijacked"))
            #expect(try await hub.texts(everything) == before)
        }
    }

    @Test func theOwnersPatchIsAppliedWithAVersionAndAnEvent() async throws {
        try await TestHub.run { hub in
            let (_, erp) = try await pair(hub)
            let version = try await hub.count("SELECT version FROM mdm.golden_record WHERE golden_id = '\(erp.goldenId.uuidString)'")
            let receipt = try await hub.pipeline.patch(PatchRequest(
                entity: .customer, goldenId: erp.goldenId, platform: "sap", attributes: ["legalName": "Nordlicht Energie AG"],
                ifMatch: RecordTag.of(goldenVersion: version), origin: Origin(actor: "test", correlationId: "patch-2"))).get()
            #expect(receipt.goldenVersion == version + 1)
            #expect(receipt.verdicts.map(\.verdict) == [.accepted])
            #expect(try await hub.attributes(of: erp.goldenId)["legalName"]?.text == "Nordlicht Energie AG")
            #expect(try await hub.count("SELECT count(*) FROM mdm.outbox WHERE correlation_id = 'patch-2'") == 1)
            let stale = try await hub.pipeline.patch(PatchRequest(
                entity: .customer, goldenId: erp.goldenId, platform: "sap", attributes: ["legalName": "Too late"],
                ifMatch: RecordTag.of(goldenVersion: version), origin: Origin(actor: "test", correlationId: "patch-3")))
            #expect(throws: Refusal.self) { try stale.get() }
        }
    }

    @Test func aPlatformWithoutARecordHearsWhoOwnsWhatItWants() async throws {
        try await TestHub.run { hub in
            let (crm, _) = try await pair(hub)
            func patch(_ platform: String, _ attributes: JSONObject) async throws -> Refusal? {
                let answer = try await hub.pipeline.patch(PatchRequest(
                    entity: .customer, goldenId: crm.goldenId, platform: platform, attributes: attributes, origin: Origin(actor: "test", correlationId: "p")))
                if case .failure(let refusal) = answer { return refusal }
                return nil
            }
            let refused = try #require(try await patch("zuora", ["legalName": "Other"]))
            #expect(refused.code == .notOwner && refused.violations.first?.owner == "sap")
            // The owner of the currency may change it, but needs a record of its own to do so.
            let recordless = try await patch("zuora", ["currency": "EUR"])
            #expect(recordless?.code == .noPlatformRecord, "\(String(describing: recordless))")
        }
    }

    @Test func aLenientPatchAppliesWhatIsAllowed() async throws {
        try await TestHub.run { hub in
            let (crm, _) = try await pair(hub)
            let receipt = try await hub.pipeline.patch(PatchRequest(
                entity: .customer, goldenId: crm.goldenId, platform: "salesforce", attributes: ["legalName": "Other", "website": "https://nordlicht.example"],
                isLenient: true, origin: Origin(actor: "test", correlationId: "patch-4"))).get()
            let verdicts = Dictionary(uniqueKeysWithValues: receipt.verdicts.map { ($0.attribute, $0.verdict) })
            #expect(verdicts["website"] == .accepted)
            #expect(verdicts["legalName"] == .shadowed)
            let golden = try await hub.attributes(of: crm.goldenId)
            #expect(golden["legalName"]?.text == "Nordlicht Energie GmbH")
            #expect(golden["website"]?.text?.contains("nordlicht.example") == true)
        }
    }
}

extension [JSONObject] {
    var json: JSONValue { .array(map(JSONValue.object)) }
}
