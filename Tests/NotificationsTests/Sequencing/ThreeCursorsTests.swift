import FoundationEssentials
import HubStore
import HubStoreTesting
import MasterData
import Notifications
import PostgresClient
import Testing

/// Why the feed has a tick ledger: the two cursors that everybody tries first, and the ledger, on the same writers.
///
/// The writers draw `seq` under the golden row's lock, as mastering does, but several transactions are open at once and each
/// has drawn its transaction id before it waits for the row.
@Suite struct ThreeCursorsTests {
    private static let writing = Statement(name: "test_write", sql: "SELECT mdm.test_write($1::uuid)")

    private static let writer = """
        CREATE FUNCTION mdm.test_write(key uuid) RETURNS void LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM pg_current_xact_id();
            PERFORM pg_sleep(random() * 0.004);
            WITH golden AS (
                UPDATE mdm.golden_record SET version = version + 1, recorded_at = clock_timestamp() WHERE golden_id = key RETURNING *
            ), history AS (
                INSERT INTO mdm.golden_version (golden_id, version, recorded_at, entity, status, policy_version, attributes, changed, lineage)
                SELECT golden_id, version, recorded_at, entity, status, policy_version, attributes, '{}', '{}' FROM golden
            )
            INSERT INTO mdm.outbox (event_id, entity, golden_id, golden_version, kind, correlation_id, recorded_at)
            SELECT gen_random_uuid(), entity, golden_id, version, 'changed', 'c', recorded_at FROM golden;
            PERFORM pg_sleep(random() * 0.004);
        END $$
        """

    private struct Delivery: Hashable {
        var golden: UUID
        var version: Int64
    }

    /// How a sequence of deliveries differs from what was written.
    private static func judge(_ deliveries: [Delivery], written: Int) -> (lost: Int, duplicates: Int, reversals: Int) {
        var seen: Set<Delivery> = []
        var newest: [UUID: Int64] = [:]
        var duplicates = 0
        var reversals = 0
        for delivery in deliveries {
            if !seen.insert(delivery).inserted { duplicates += 1 }
            if delivery.version < newest[delivery.golden, default: 0] { reversals += 1 }
            newest[delivery.golden] = max(delivery.version, newest[delivery.golden, default: 0])
        }
        return (written - seen.count, duplicates, reversals)
    }

    /// A reader that keeps the last values of its order and asks for what is behind them, until the writers are done and nothing comes.
    ///
    /// - Parameter count: goes on until it has that many, but no longer than 2 minutes: a horizon waits for every transaction on
    ///   the server, those of other databases too.
    private static func follow(_ store: HubStore, _ sql: String, done: FeedSignal, until count: Int = 0) async throws -> [Delivery] {
        let deadline = ContinuousClock.now.advanced(by: .seconds(120))
        var deliveries: [Delivery] = []
        var xid = "0"
        var seq: Int64 = 0
        while true {
            let isOver = done.generation > 0
            let rows = try await store.rows(sql, [.text(xid), .int8(seq)])
            for row in rows {
                deliveries.append(Delivery(golden: try row.uuid(2), version: try row.int8(3)))
                xid = try row.text(0)
                seq = try row.int8(1)
            }
            if rows.isEmpty && isOver && (deliveries.count >= count || ContinuousClock.now > deadline) { return deliveries }
            try await Task.sleep(for: .milliseconds(1))
        }
    }

    private static let bySequence = """
        SELECT xid::text AS place, seq, golden_id, golden_version FROM mdm.outbox WHERE seq > $2 AND $1::text <> '' ORDER BY seq
        """
    private static let byTransaction = """
        SELECT xid::text AS place, seq, golden_id, golden_version FROM mdm.outbox
        WHERE (xid, seq) > ($1::text::xid8, $2) AND xid < pg_snapshot_xmin(pg_current_snapshot()) ORDER BY xid, seq
        """

    @Test(.timeLimit(.minutes(5))) func onlyTheTickLedgerLosesNothingAndKeepsTheOrder() async throws {
        try await withBench(poolSize: 24) { bench in
            let store = bench.store
            let keys = (0..<6).map { _ in TimeOrderedId.make() }
            try await GoldenWriter(store).write(keys)
            try await store.run(Self.writer)
            let writers = 12
            let rounds = 60
            let done = FeedSignal()
            let written = keys.count + writers * rounds
            let feedBench = bench
            let (bySequence, byTransaction, byTicks) = try await bench.whileSequencing {
                async let sequence = Self.follow(store, Self.bySequence, done: done)
                async let transaction = Self.follow(store, Self.byTransaction, done: done, until: written)
                async let ticks = Self.followFeed(feedBench, done: done)
                try await withThrowingTaskGroup { group in
                    for writer in 0..<writers {
                        group.addTask {
                            for round in 0..<rounds {
                                _ = try await store.client.query(Self.writing, .uuid(keys[(writer &* 7 &+ round &* 5) % keys.count]))
                                feedBench.committed.fire()
                            }
                        }
                    }
                    // The sequencer's connection dies again and again meanwhile.
                    group.addTask {
                        for _ in 0..<4 {
                            try await Task.sleep(for: .milliseconds(60))
                            try await Self.killSequencer(store)
                        }
                    }
                    try await group.waitForAll()
                }
                done.fire()
                return try await (sequence, transaction, ticks)
            }
            let first = Self.judge(bySequence, written: written)
            let second = Self.judge(byTransaction, written: written)
            let third = Self.judge(byTicks, written: written)
            #expect(first.lost > 0, "a cursor over seq must be seen to lose events, else this test shows nothing")
            #expect((second.lost, second.duplicates) == (0, 0))
            #expect(second.reversals > 0, "a cursor over (xid, seq) must be seen to reverse versions, else this test shows nothing")
            #expect(third == (0, 0, 0))
            #expect(byTicks.count == written)
            let epochs = try await store.rows("SELECT count(DISTINCT epoch) FROM mdm.tick").only.int8(0)
            #expect(epochs > 1, "the sequencer must have been killed and replaced while ticks were cut")
            #expect(try await bench.feed.fold().mismatches == 0)
        }
    }

    private static func followFeed(_ bench: FeedBench, done: FeedSignal) async throws -> [Delivery] {
        var deliveries: [Delivery] = []
        var position: FeedPosition?
        while true {
            let isOver = done.generation > 0
            if isOver { try await bench.cut() }
            let page = try await bench.feed.read(after: position, limit: 50, wait: isOver ? .zero : .milliseconds(50))
            for case .change(let event) in page.entries { deliveries.append(Delivery(golden: event.goldenId, version: event.goldenVersion)) }
            position = page.next
            if isOver && page.entries.isEmpty { return deliveries }
        }
    }

    private static func killSequencer(_ store: HubStore) async throws {
        try await store.run("""
            DO $$ BEGIN
                PERFORM pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE application_name = 'mdm sequencer' AND datname = current_database();
            END $$
            """)
    }
}
