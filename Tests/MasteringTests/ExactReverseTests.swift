import Foundation
import HubStore
import MasterData
import Mastering
import PostgresTesting
import Testing

/// I7: a merge, any writes after it, and its reverse are as good as no merge at all, relationships included. I5: every id leads somewhere.
@Suite(.serialized) struct ExactReverseTests {
    /// One thing that happens to a hub, told without ids that only one hub has.
    private enum Event {
        case report(String, String, JSONObject)
        case contract(String, customer: String)
        case retire(String, String)
        case decide(StewardDecision.Kind, [SourceKey])
        /// Takes back the n-th decision.
        case revoke(Int)
        /// Splits the record off its golden record.
        case split(SourceKey)
        case merge([SourceKey])
        /// Reverses the n-th merge.
        case reverse(Int)
    }

    private struct Hub {
        let hub: TestHub
        var decisions: [UUID] = []
        var merges: [UUID] = []
        var reversed: Set<UUID> = []

        /// - Returns: false where the hub refused.
        mutating func take(_ event: Event) async throws -> Bool {
            switch event {
            case .report(let platform, let id, let attributes): return (try await hub.report(.customer, platform, id, attributes)).refusal == nil
            case .contract(let id, let customer):
                return (try await hub.report(.contract, "zuora", id, ["number": .string("K-\(id)"), "customer": .string(customer)])).refusal == nil
            case .retire(let platform, let id): return (try await hub.report(.customer, platform, id, [:], retires: true)).refusal == nil
            case .decide(let kind, let keys):
                guard let receipt = try? await hub.pipeline.decide(kind, hub.steward(keys)).get() else { return false }
                decisions.append(receipt.decision.id)
                return true
            case .revoke(let index):
                guard index < decisions.count else { return false }
                return (try await hub.pipeline.revoke(decisions[index], reason: "", origin: TestHub.origin)).refusal == nil
            case .split(let key):
                guard let receipt = try? await hub.pipeline.split(hub.steward([key])).get() else { return false }
                decisions.append(receipt.decision.id)
                return true
            case .merge(let keys):
                guard let receipt = try? await hub.pipeline.merge(hub.steward(keys)).get() else { return false }
                merges.append(receipt.decision.id)
                return true
            case .reverse(let index):
                guard index < merges.count else { return false }
                reversed.insert(merges[index])
                return (try await hub.pipeline.revoke(merges[index], operation: .merge, reason: "", origin: TestHub.origin)).refusal == nil
            }
        }
    }

    private static let platforms = ["sap", "zuora", "netsuite"]
    private static func key(_ index: Int) -> SourceKey { SourceKey(entity: .customer, platform: platforms[index % 3], nativeId: "\(index)") }

    /// - Parameter withRetirements: whether records may go too.
    private static func events(_ random: inout SeededRandom, count: Int, withRetirements: Bool) -> [Event] {
        var events: [Event] = []
        for _ in 0..<count {
            let index = Int.random(in: 0..<15, using: &random)
            let other = Int.random(in: 0..<15, using: &random)
            switch Int.random(in: 0..<20, using: &random) {
            case 0..<9: events.append(.report(key(index).platform, key(index).nativeId, RandomParty.attributes(&random)))
            case 9..<11: events.append(.contract("\(index)", customer: "\(other / 3 * 3 + 1)"))
            case 11 where withRetirements: events.append(.retire(key(index).platform, key(index).nativeId))
            case 11, 12: events.append(.decide(.same, [key(index), key(other)]))
            case 13: events.append(.decide(.different, [key(index), key(other)]))
            case 14: events.append(.revoke(Int.random(in: 0..<4, using: &random)))
            case 15..<19: events.append(.merge([key(index), key(other)]))
            default: events.append(.reverse(Int.random(in: 0..<6, using: &random)))
            }
        }
        return events
    }

    /// Where a retired record stands depends on when it went (docs/decisions/0016), so with retirements only what is alive is compared.
    @Test(arguments: [false, true]) func aReversedMergeIsAsGoodAsNone(withRetirements: Bool) async throws {
        let seed = SeededRandom.printedSeed("aReversedMergeIsAsGoodAsNone")
        var random = SeededRandom(seed: seed)
        var merges = 0
        for round in 0..<(withRetirements ? 15 : 10) {
            let events = Self.events(&random, count: 50, withRetirements: withRetirements)
            var taken: [Event] = []
            let merged = try await Self.picture(ofActive: withRetirements) { hub in
                defer { merges += hub.merges.count }
                for event in events {
                    let isTaken = try await hub.take(event)
                    switch event {
                    case .merge, .reverse: continue
                    default: if isTaken { taken.append(event) }
                    }
                }
                for merge in hub.merges where !hub.reversed.contains(merge) {
                    _ = try await hub.hub.pipeline.revoke(merge, reason: "", origin: TestHub.origin).get()
                }
            }
            let replayed = taken
            let plain = try await Self.picture(ofActive: withRetirements) { hub in for event in replayed { _ = try await hub.take(event) } }
            #expect(Self.differences(merged, plain) == [], "round \(round) of seed \(seed)")
        }
        #expect(merges > 10)
    }

    /// Customers' clusters by their active members, and their attributes.
    private static func pictureOfActive(_ hub: TestHub) async throws -> [String: String] {
        let lines = try await hub.texts(
            """
            SELECT string_agg(s.platform || ':' || s.native_id, ' ' ORDER BY s.platform, s.native_id) || '|' || g.attributes::text
            FROM mdm.source_record s JOIN mdm.golden_record g USING (golden_id)
            WHERE s.status = 'active' AND s.entity = 'customer' GROUP BY g.golden_id, g.attributes::text
            """)
        return Dictionary(lines.map { line in (String(line.prefix { $0 != "|" }), line) }, uniquingKeysWith: { first, _ in first })
    }

    /// Clusters that only one of the two has, or with other contents.
    private static func differences(_ left: [String: String], _ right: [String: String]) -> [String] {
        Set(left.keys).union(right.keys).filter { left[$0] != right[$0] }.sorted().map { "\($0): \(left[$0] ?? "–") | \(right[$0] ?? "–")" }
    }

    private static func picture(ofActive: Bool, _ body: (inout Hub) async throws -> Void) async throws -> [String: String] {
        var picture: [String: String] = [:]
        try await TestHub.run(poolSize: 2) { testHub in
            var hub = Hub(hub: testHub)
            try await body(&hub)
            try await testHub.expectSound()
            picture = ofActive ? try await Self.pictureOfActive(testHub) : try await testHub.picture()
        }
        return picture
    }
}
