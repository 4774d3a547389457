import Foundation
import HubStore
import MasterData
import Mastering
import Matching
import PostgresClient
import PostgresTesting
import Testing

@Suite(.serialized) struct StewardshipTests {
    private static let kestrel: JSONObject = ["name": "Kestrel Marine Supplies Ltd", "duns": "150483782"]
    private static let heron: JSONObject = ["name": "Heron Bakery", "phone": "+44 20 7946 0958"]

    private func key(_ platform: String, _ id: String, _ entity: Entity = .customer) -> SourceKey { SourceKey(entity: entity, platform: platform, nativeId: id) }

    @Test func aMergeRedirectsAndItsReverseBringsTheOldIdBack() async throws {
        try await TestHub.run { hub in
            let first = try await hub.report(.customer, "sap", "1", Self.kestrel).receipt
            let second = try await hub.report(.customer, "zuora", "A1", Self.heron).receipt
            let contract = try await hub.report(.contract, "zuora", "z1", ["number": "K-1", "customer": "A1"]).receipt
            let before = try await hub.picture()
            let merge = try await hub.pipeline.merge(hub.steward([], [first.goldenId, second.goldenId])).get()
            #expect(merge.golden.map(\.status) == [.active, .merged])
            #expect(try await hub.texts("SELECT merged_into::text FROM mdm.golden_record WHERE golden_id = '\(second.goldenId)'") == [first.goldenId.text])
            #expect(try await hub.attributes(of: contract.goldenId)["customer"]?.text == first.goldenId.text)
            #expect(try await hub.texts("SELECT method FROM mdm.source_record WHERE native_id = 'A1'") == ["steward"])
            // What is reported meanwhile has its place after the reverse too.
            try await hub.report(.customer, "salesforce", "0015f00002J9YYEAA3", ["name": "Heron Bakery", "phone": "+44 20 7946 0958", "email": "post@heron.example"])
            let reversed = try await hub.pipeline.revoke(merge.decision.id, operation: .merge, reason: "two firms", origin: TestHub.origin).get()
            #expect(reversed.golden.map(\.status) == [.active, .active])
            #expect(Set(reversed.golden.map(\.goldenId)) == [first.goldenId, second.goldenId])
            #expect(try await hub.attributes(of: contract.goldenId)["customer"]?.text == second.goldenId.text)
            #expect(try await hub.texts("SELECT golden_id::text FROM mdm.source_record WHERE platform = 'salesforce'") == [second.goldenId.text])
            #expect(try await hub.texts("SELECT kind FROM mdm.outbox WHERE golden_id = '\(second.goldenId)' ORDER BY seq") == ["created", "merged", "restored"])
            let after = try await hub.picture()
            #expect(after.values.sorted() != [] && before.count == after.count)
            try await hub.expectSound()
        }
    }

    @Test func whatIsDifferentStaysApartHoweverAlikeAndComesTogetherWhenTakenBack() async throws {
        try await TestHub.run { hub in
            let one = try await hub.report(.customer, "sap", "1", Self.kestrel).receipt
            let two = try await hub.report(.customer, "zuora", "A1", Self.kestrel).receipt
            #expect(one.goldenId == two.goldenId)
            let decision = try await hub.pipeline.decide(.different, hub.steward([key("sap", "1"), key("zuora", "A1")])).get()
            #expect(decision.golden.map(\.status) == [.active, .active])
            // It holds against later data.
            try await hub.report(.customer, "zuora", "A1", ["name": "Kestrel Marine Supplies Limited", "duns": "150483782", "phone": "+44 20 7946 0958"])
            #expect(try await hub.count("SELECT count(DISTINCT golden_id) FROM mdm.source_record") == 2)
            _ = try await hub.pipeline.revoke(decision.decision.id, reason: "", origin: TestHub.origin).get()
            #expect(try await hub.count("SELECT count(DISTINCT golden_id) FROM mdm.source_record") == 1)
            #expect(try await hub.count("SELECT count(*) FROM mdm.audit_entry WHERE action IN ('decide', 'revoke-decision')") == 2)
            try await hub.expectSound()
        }
    }

    @Test func aSplitTakesRecordsOut() async throws {
        try await TestHub.run { hub in
            for (platform, id) in [("sap", "1"), ("zuora", "A1"), ("salesforce", "0015f00002J9YYEAA3")] { try await hub.report(.customer, platform, id, Self.kestrel) }
            #expect(try await hub.count("SELECT count(DISTINCT golden_id) FROM mdm.source_record") == 1)
            let split = try await hub.pipeline.split(hub.steward([key("zuora", "A1")])).get()
            #expect(split.decision.operation == .split)
            #expect(try await hub.texts("SELECT string_agg(platform, ' ' ORDER BY platform) FROM mdm.source_record GROUP BY golden_id ORDER BY 1") == ["salesforce sap", "zuora"])
            #expect(try await hub.texts("SELECT kind FROM mdm.outbox ORDER BY seq DESC LIMIT 2").contains("split"))
            #expect(try await hub.pipeline.split(hub.steward([key("zuora", "A1")])).refusal?.code == .malformed)
            _ = try await hub.pipeline.revoke(split.decision.id, reason: "", origin: TestHub.origin).get()
            #expect(try await hub.count("SELECT count(DISTINCT golden_id) FROM mdm.source_record") == 1)
            try await hub.expectSound()
        }
    }

    @Test func refusalsLeaveNothingBehind() async throws {
        try await TestHub.run { hub in
            let one = try await hub.report(.customer, "sap", "1", Self.kestrel).receipt
            try await hub.report(.customer, "zuora", "A1", Self.heron)
            let different = try await hub.pipeline.decide(.different, hub.steward([key("sap", "1"), key("zuora", "A1")])).get()
            func state() async throws -> [String] {
                try await hub.texts("SELECT (SELECT count(*) FROM mdm.decision)::text || (SELECT count(*) FROM mdm.audit_entry) || (SELECT count(*) FROM mdm.outbox)")
            }
            let before = try await state()
            let contrary = try await hub.pipeline.merge(hub.steward([key("sap", "1"), key("zuora", "A1")])).refusal
            #expect(contrary?.code == .contradictingDecision && contrary?.message.contains(different.decision.id.text) ?? false)
            #expect(try await hub.pipeline.decide(.same, hub.steward([key("sap", "1"), key("sap", "99")])).refusal?.code == .notFound)
            #expect(try await hub.pipeline.decide(.same, hub.steward([key("sap", "1")])).refusal?.code == .malformed)
            #expect(try await hub.pipeline.decide(.same, hub.steward([key("sap", "1"), key("sap", "1")])).refusal?.code == .malformed)
            #expect(try await hub.pipeline.merge(hub.steward([], [one.goldenId, one.goldenId])).refusal?.code == .mergedAway)
            #expect(try await hub.pipeline.merge(hub.steward([], [one.goldenId, UUID()])).refusal?.code == .notFound)
            #expect(try await hub.pipeline.merge(StewardRequest(goldenIds: [one.goldenId], reason: " ", origin: TestHub.origin)).refusal?.code == .malformed)
            #expect(try await hub.pipeline.revoke(UUID(), reason: "", origin: TestHub.origin).refusal?.code == .notFound)
            #expect(try await hub.pipeline.revoke(different.decision.id, operation: .merge, reason: "", origin: TestHub.origin).refusal?.code == .notFound)
            #expect(try await state() == before)
            _ = try await hub.pipeline.revoke(different.decision.id, reason: "", origin: TestHub.origin).get()
            #expect(try await hub.pipeline.revoke(different.decision.id, reason: "", origin: TestHub.origin).refusal?.code == .alreadyRevoked)
        }
    }

    @Test func aChainOfDecisionsThatContradictsAnotherIsRefused() async throws {
        try await TestHub.run { hub in
            for (index, id) in ["1", "2", "3"].enumerated() { try await hub.report(.customer, "sap", id, ["name": .string(MasteringPipelineTests.name(index))]) }
            _ = try await hub.pipeline.decide(.same, hub.steward([key("sap", "1"), key("sap", "2")])).get()
            _ = try await hub.pipeline.decide(.different, hub.steward([key("sap", "1"), key("sap", "3")])).get()
            #expect(try await hub.pipeline.decide(.same, hub.steward([key("sap", "2"), key("sap", "3")])).refusal?.code == .contradictingDecision)
            #expect(try await hub.count("SELECT count(*) FROM mdm.decision") == 2)
        }
    }

    @Test func mergesBeyondTheHoursBudgetWaitForReview() async throws {
        var limits = Limits()
        limits.mergesPerHour = 1
        try await TestHub.run(limits: limits) { hub in
            // Three times two parties that a third record shows to be one.
            let parties = [
                ("Kestrel Marine Supplies", "K.M.S.", "150483782"), ("Borealis Timber Holdings", "B.T.H.", "804735132"),
                ("Osprey Glass Works", "O.G.W.", "081466849"),
            ]
            for (index, (name, short, duns)) in parties.enumerated() {
                let phone = "+44 20 7946 09\(50 + index)"
                try await hub.report(.customer, "sap", "\(index + 1)", ["name": .string(name + " Ltd"), "duns": .string(duns)])
                try await hub.report(.customer, "netsuite", "\(index + 1)", ["name": .string(short), "phone": .string(phone)])
                let bridge = try await hub.report(.customer, "zuora", "A\(index)", [
                    "name": .string(name), "duns": .string(duns), "phone": .string(phone),
                    "platformIds": [["platform": "netsuite", "nativeId": .string("\(index + 1)")] as JSONObject].json,
                ]).receipt
                #expect(bridge.outcome == (index == 0 ? .merged : .linked), "\(index)")
            }
            #expect(try await hub.count("SELECT count(*) FROM mdm.golden_record WHERE status = 'merged'") == 1)
            let reviews = try await HubStore(client: hub.client).reviews(limit: 10)
            #expect(reviews.map(\.cause) == [.held, .held])
            // A steward's word needs no budget.
            let review = try #require(reviews.first)
            _ = try await hub.pipeline.merge(hub.steward([], [review.first.goldenId, review.second.goldenId])).get()
            #expect(try await hub.count("SELECT count(*) FROM mdm.golden_record WHERE status = 'merged'") == 2)
            #expect(try await HubStore(client: hub.client).reviews(limit: 10).count == 1)
            try await hub.expectSound()
        }
    }

    @Test func aPreviewFindsWhatAReportWouldAndStoresNothing() async throws {
        try await TestHub.run { hub in
            let known = try await hub.report(.customer, "sap", "1", Self.kestrel).receipt
            try await hub.report(.customer, "zuora", "A1", Self.heron)
            let wanted = TestHub.sourceReport(.customer, "salesforce", "x", ["name": "Kestrel Marine Supplies", "duns": "150483782"])
            let preview = try await hub.pipeline.preview(wanted, limit: 10).get()
            #expect(preview.outcome == .match)
            #expect(preview.candidates.map(\.goldenId) == [known.goldenId])
            #expect(preview.candidates.first?.explanation.identifier == "duns")
            #expect(try await hub.pipeline.preview(TestHub.sourceReport(.customer, "sap", "y", ["name": "Nobody Like It"]), limit: 10).get().candidates.isEmpty)
            #expect(try await hub.pipeline.preview(TestHub.sourceReport(.customer, "sap", "y", ["nam": "x"]), limit: 10).refusal?.code == .invalidRecord)
            #expect(try await hub.count("SELECT count(*) FROM mdm.source_record") == 2)
            // The report itself does what the preview said.
            let reported = try await hub.report(.customer, "salesforce", "0015f00002J9YYEAA3", ["name": "Kestrel Marine Supplies", "duns": "150483782"]).receipt
            #expect(reported.goldenId == known.goldenId)
        }
    }

    /// Running an explanation again gives what is stored: the weight of every edge, and a match for every pair that an identifier holds together.
    @Test func explanationsGiveTheStoredVerdictAgain() async throws {
        var random = SeededRandom(seed: SeededRandom.printedSeed("explanationsGiveTheStoredVerdictAgain"))
        try await TestHub.run { hub in
            for index in 0..<60 { try await hub.report(.customer, "sap", "\(index)", RandomParty.attributes(&random)) }
            let edges = try await hub.client.query(Statement(name: "test_edges", sql: "SELECT record_a, record_b, kind, weight FROM mdm.match_edge"), [])
            var pairs: [(Int64, Int64)] = []
            for row in edges { pairs.append((try row.int8(0), try row.int8(1))) }
            let explanations = try await hub.pipeline.explain(pairs: pairs, entity: .customer)
            for (row, explanation) in zip(edges, explanations) {
                let explanation = try #require(explanation)
                #expect(explanation.score.bits == (try row.int4(3)))
                #expect(explanation.score.outcome == (try row.text(2) == "cut" ? .match : .possibleMatch))
            }
            #expect(!pairs.isEmpty)
        }
    }
}

extension Result where Failure == Refusal {
    var refusal: Refusal? { if case .failure(let refusal) = self { refusal } else { nil } }
}

extension TestHub {
    static let origin = Origin(actor: "steward", correlationId: "test-2")

    func steward(_ records: [SourceKey], _ goldenIds: [UUID] = []) -> StewardRequest {
        StewardRequest(records: records, goldenIds: goldenIds, reason: "a test", origin: Self.origin)
    }

    /// What holds after whatever happened: golden records follow from their records, every id leads somewhere, the audit chain is whole.
    func expectSound(_ comment: Comment? = nil, sourceLocation: SourceLocation = #_sourceLocation) async throws {
        let report = try await pipeline.verify()
        #expect(report.mismatches == 0 && report.auditBreaks == 0, "\(comment.map { "\($0): " } ?? "")\(report.findings)", sourceLocation: sourceLocation)
    }
}

/// Customers from few values, so that many have something in common.
enum RandomParty {
    private static let dunsNumbers = ["150483782", "804735132", "081466849"]

    static func attributes(_ random: inout SeededRandom) -> JSONObject {
        var attributes: JSONObject = ["name": .string(MasteringPipelineTests.name(Int.random(in: 0..<5, using: &random)) + ["", " Ltd", " GmbH"][Int.random(in: 0..<3, using: &random)])]
        if Int.random(in: 0..<4, using: &random) == 0 { attributes["duns"] = .string(dunsNumbers[Int.random(in: 0..<3, using: &random)]) }
        if Int.random(in: 0..<2, using: &random) == 0 { attributes["phone"] = .string("+44 20 7946 095\(Int.random(in: 0..<4, using: &random))") }
        if Int.random(in: 0..<3, using: &random) == 0 { attributes["email"] = .string("post\(Int.random(in: 0..<4, using: &random))@example.org") }
        return attributes
    }
}
