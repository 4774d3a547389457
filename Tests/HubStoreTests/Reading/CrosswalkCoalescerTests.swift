import FoundationEssentials
import HubStore
import HubStoreTesting
import MasterData
import PostgresClient
import Testing

@Suite struct CrosswalkCoalescerTests {
    private static func key(_ id: Int) -> SourceKey { SourceKey(entity: .customer, platform: "sap", nativeId: "\(id)") }

    private static func fill(_ store: HubStore, _ count: Int) async throws {
        try await store.run("""
            INSERT INTO mdm.source_record (record_id, entity, platform, native_id, raw_id, golden_id, status, method, linked_at, received_at, attributes, match_keys)
            SELECT i, 'customer', 'sap', i::text, i::text, gen_random_uuid(), 'active', 'created', now(), now(), '{}', '' FROM generate_series(1, \(count)) i
            """)
    }

    @Test func everybodyGetsTheirOwnAnswer() async throws {
        try await withStore { store in
            try await Self.fill(store, 1_000)
            let coalescer = CrosswalkCoalescer(store: store, batchLimit: 64)
            let wrong = try await withThrowingTaskGroup { group in
                for id in 1...2_000 {
                    group.addTask { try await coalescer.lookup(Self.key(id))?.ids.first?.nativeId == (id <= 1_000 ? "\(id)" : nil) }
                }
                return try await group.reduce(0) { $0 + ($1 ? 0 : 1) }
            }
            #expect(wrong == 0)
        }
    }

    /// While the table is locked, the first query waits, and everything behind it queues.
    private func withBlockedQueries(_ store: HubStore, _ body: () async throws -> Void) async throws {
        try await store.client.withTransaction { transaction in
            try await transaction.execute(script: "LOCK TABLE mdm.source_record IN ACCESS EXCLUSIVE MODE")
            try await body()
        }
    }

    private func waitUntil(_ condition: () async throws -> Bool) async throws {
        for _ in 0..<2_000 {
            if try await condition() { return }
            try await Task.sleep(for: .milliseconds(5))
        }
        Issue.record("the condition did not come true within 10 seconds")
    }

    @Test func beyondTheBoundItIsBusyAndNobodyElseSuffers() async throws {
        try await withStore { store in
            try await Self.fill(store, 20)
            let coalescer = CrosswalkCoalescer(store: store, connections: 1, waitingLimit: 3)
            var lookups: [Task<String?, any Error>] = []
            func lookup(_ id: Int) -> Task<String?, any Error> { Task { try await coalescer.lookup(Self.key(id))?.ids.first?.nativeId } }
            try await withBlockedQueries(store) {
                lookups.append(lookup(1))
                try await waitUntil {
                    try await store.sessionsWaitingForALock() == 1
                }
                for id in 2...4 { lookups.append(lookup(id)) }
                try await waitUntil { coalescer.waiting == 3 }
                await #expect(throws: CrosswalkCoalescer.Busy.self) { try await coalescer.lookup(Self.key(5)) }
                lookups[2].cancel()
                await #expect(throws: CancellationError.self) { try await lookups[2].value }
                #expect(coalescer.waiting == 2)
            }
            #expect(try await lookups[0].value == "1")
            #expect(try await lookups[1].value == "2")
            #expect(try await lookups[3].value == "4")
        }
    }

    @Test func aFailureReachesEachWaiterAndEndsThere() async throws {
        try await withStore { store in
            try await Self.fill(store, 3)
            let coalescer = CrosswalkCoalescer(store: store)
            try await store.run("ALTER TABLE mdm.source_record RENAME TO gone")
            await #expect(throws: PostgresError.self) { try await coalescer.lookup(Self.key(1)) }
            try await store.run("ALTER TABLE mdm.gone RENAME TO source_record")
            #expect(try await coalescer.lookup(Self.key(1)) != nil)
        }
    }
}
