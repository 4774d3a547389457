import Foundation
import HubStore
import MasterData
import Mastering
import PostgresClient
import PostgresTesting
import Testing

@Suite(.serialized) struct MasteringPipelineTests {
    @Test func aContractThatComesBeforeItsCustomerIsLinkedWhenTheCustomerComes() async throws {
        try await TestHub.run { hub in
            let early = try await hub.report(.contract, "zuora", "8ad0877b8262bc1e018263418ba12451", ["number": "A-S00000019", "customer": "A00000025"]).receipt
            #expect(try await hub.attributes(of: early.goldenId)["customer"] == nil)
            let customer = try await hub.report(.customer, "zuora", "A00000025", ["name": "Evergreen Power Plant"]).receipt
            #expect(try await hub.attributes(of: early.goldenId)["customer"]?.text == customer.goldenId.text)
            #expect(try await hub.texts("SELECT kind FROM mdm.outbox WHERE entity = 'contract' ORDER BY seq") == ["created", "changed"])
        }
    }

    @Test func contractsOfTwoPlatformsMatchByNumberAndPartyOnceTheirPartiesAreOne() async throws {
        try await TestHub.run { hub in
            let vat = [["type": "vat", "number": "DE136695976"] as JSONObject].json
            let one = try await hub.report(.contract, "zuora", "z1", ["number": "K-2026-0017", "customer": "A1"]).receipt
            let other = try await hub.report(.contract, "sap", "40000017", ["number": "K-2026-0017", "customer": "1000140"]).receipt
            #expect(one.goldenId != other.goldenId)
            try await hub.report(.customer, "zuora", "A1", ["name": "Nordlicht", "taxIds": vat])
            try await hub.report(.customer, "sap", "0001000140", ["name": "Nordlicht Energie GmbH", "taxIds": vat])
            #expect(try await hub.count("SELECT count(DISTINCT golden_id) FROM mdm.source_record WHERE entity = 'contract'") == 1)
            #expect(try await hub.count("SELECT count(*) FROM mdm.golden_record WHERE entity = 'contract' AND status = 'merged'") == 1)
        }
    }

    @Test func aRecordThatBringsTwoGoldenRecordsTogetherMergesThem() async throws {
        try await TestHub.run { hub in
            let sap = try await hub.report(.customer, "sap", "1", ["name": "Kestrel Marine Supplies Ltd", "duns": "150483782"]).receipt
            let crm = try await hub.report(.customer, "salesforce", "0015f00002J9YYEAA3", ["name": "K.M.S.", "phone": "+44 20 7946 0958"]).receipt
            #expect(sap.goldenId != crm.goldenId)
            let bridge = try await hub.report(.customer, "zuora", "A9", [
                "name": "Kestrel Marine Supplies", "duns": "150483782", "phone": "+44 20 7946 0958",
                "platformIds": [["platform": "salesforce", "nativeId": "0015f00002J9YYE"] as JSONObject].json,
            ]).receipt
            #expect(bridge.outcome == .merged)
            #expect(bridge.goldenId == sap.goldenId)
            #expect(try await hub.texts("SELECT merged_into::text FROM mdm.golden_record WHERE golden_id = '\(crm.goldenId.uuidString)'") == [sap.goldenId.text])
            #expect(try await hub.count("SELECT count(*) FROM mdm.source_record WHERE golden_id = '\(sap.goldenId.uuidString)'") == 3)
            // The bridge goes: what it held together comes apart again.
            _ = try await hub.report(.customer, "zuora", "A9", [:], retires: true).receipt
            #expect(try await hub.count("SELECT count(DISTINCT golden_id) FROM mdm.source_record WHERE status = 'active'") == 2)
        }
    }

    @Test func aGoldenRecordWithoutActiveRecordsIsRetiredAndComesBack() async throws {
        try await TestHub.run { hub in
            let receipt = try await hub.report(.product, "sap", "MAT-1", ["sku": "MAT-1", "name": "Ball bearing 6204"]).receipt
            _ = try await hub.report(.product, "sap", "MAT-1", [:], retires: true).receipt
            #expect(try await hub.texts("SELECT status FROM mdm.golden_record") == ["retired"])
            #expect(try await hub.attributes(of: receipt.goldenId)["name"]?.text == "Ball bearing 6204")
            let again = try await hub.report(.product, "sap", "MAT-1", ["sku": "MAT-1", "name": "Ball bearing 6204"]).receipt
            #expect(again.goldenId == receipt.goldenId)
            #expect(try await hub.texts("SELECT kind FROM mdm.outbox ORDER BY seq") == ["created", "retired", "restored"])
        }
    }

    @Test func aSharedMailboxNeitherFusesPartiesNorFindsCandidatesForEver() async throws {
        var limits = Limits()
        limits.matchKeySize = 20
        try await TestHub.run(limits: limits) { hub in
            let reports = (0..<400).map { index in
                TestHub.sourceReport(.customer, "zuora", "A\(index)", ["name": .string(Self.name(index)), "email": "info@shared-office.example"])
            }
            for start in stride(from: 0, to: reports.count, by: 37) {
                for reception in try await hub.pipeline.receive(Array(reports[start..<min(start + 37, reports.count)])) { _ = try reception.get() }
            }
            #expect(try await hub.count("SELECT count(*) FROM mdm.golden_record WHERE status = 'active'") == 400)
        }
    }

    @Test func refusedReportsLeaveNothingBehindAndDoNotHinderTheOthers() async throws {
        try await TestHub.run { hub in
            let receptions = try await hub.pipeline.receive([
                TestHub.sourceReport(.customer, "sap", "1", ["name": "Good One Ltd"]),
                TestHub.sourceReport(.customer, "sapp", "2", ["name": "Wrong platform"]),
                TestHub.sourceReport(.customer, "sap", "3", ["legalNam": "Unknown attribute"]),
                TestHub.sourceReport(.customer, "sap", "", ["name": "No id"]),
                TestHub.sourceReport(.customer, "sap", "4", ["name": ["not", "text"]]),
                TestHub.sourceReport(.product, "sap", "5", ["name": "Good product", "sku": "X-5"]),
            ])
            let codes = receptions.map { reception -> Refusal.Code? in if case .failure(let refusal) = reception { refusal.code } else { nil } }
            #expect(codes == [nil, .unknownPlatform, .invalidRecord, .invalidId, .invalidRecord, nil])
            #expect(try await hub.count("SELECT count(*) FROM mdm.source_record") == 2)
            for reception in receptions {
                if case .failure(let refusal) = reception {
                    #expect(!refusal.message.contains("Wrong platform") && !refusal.message.contains("Unknown attribute") && !refusal.message.contains("not\""))
                }
            }
        }
    }

    @Test func theAuditChainLinksEveryWriteAndShowsTampering() async throws {
        try await TestHub.run { hub in
            for index in 1...20 { _ = try await hub.report(.customer, "sap", "\(index)", ["name": .string(Self.name(index))]).receipt }
            #expect(try await hub.count("SELECT count(*) FROM mdm.audit_entry") == 20)
            #expect(try await hub.count("SELECT max(seq) FROM mdm.audit_entry") == 20)
            #expect(try await hub.count("SELECT count(DISTINCT hash) FROM mdm.audit_entry") == 20)
        }
    }

    @Test func theServiceRoleCanNeitherChangeHistoryNorAudit() async throws {
        try await TestHub.run { hub in
            try await hub.report(.customer, "sap", "1", ["name": "Acme"])
            for attempt in [
                "UPDATE mdm.audit_entry SET outcome = 'x'", "DELETE FROM mdm.audit_entry", "UPDATE mdm.golden_version SET attributes = '{}'",
                "DELETE FROM mdm.golden_version", "DELETE FROM mdm.outbox", "TRUNCATE mdm.outbox", "DELETE FROM mdm.source_record", "DROP TABLE mdm.outbox",
            ] {
                await #expect(throws: (any Error).self, "\(attempt)") {
                    try await hub.client.withConnection { connection in
                        try await connection.execute(script: "BEGIN; SET LOCAL ROLE mdm_service; \(attempt); COMMIT")
                    }
                }
                _ = try? await hub.client.withConnection { connection in try await connection.execute(script: "ROLLBACK") }
            }
        }
    }

    /// Names that have nothing to do with one another.
    static func name(_ index: Int) -> String {
        var random = SeededRandom(seed: UInt64(index) &* 7_919 &+ 3)
        let letters = Array("bcdfghklmnprstvwz"), vowels = Array("aeiou")
        func word() -> String {
            (0..<4).map { _ in "\(letters.randomElement(using: &random) ?? "b")\(vowels.randomElement(using: &random) ?? "a")" }.joined().capitalized
        }
        return "\(word()) \(word())"
    }
}
