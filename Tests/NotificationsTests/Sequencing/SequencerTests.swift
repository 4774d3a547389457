import HubStore
import HubStoreTesting
import MasterData
import Notifications
import PostgresClient
import PostgresTesting
import Testing

@Suite(.timeLimit(.minutes(5))) struct SequencerTests {
    private func ticks(_ store: HubStore) async throws -> Int64 { try await store.rows("SELECT count(*) FROM mdm.tick WHERE tick > 0").only.int8(0) }

    private func epoch(_ store: HubStore) async throws -> Int32 { try await store.rows("SELECT epoch FROM mdm.tick_epoch").only.int4(0) }

    private static let killSequencers = """
        DO $$ BEGIN
            PERFORM pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'mdm sequencer' AND datname = current_database();
        END $$
        """

    @Test func aCommitWakesTheReaderAndNothingMakesNoTick() async throws {
        try await withBench { bench in
            try await bench.whileSequencing {
                try await bench.waitUntil { try await epoch(bench.store) == 1 }
                let reading = Task { try await bench.feed.read(limit: 10, wait: .seconds(20)) }
                try await GoldenWriter(bench.store).write([TimeOrderedId.make()])
                bench.committed.fire()
                #expect(try await reading.value.entries.count == 1)
                // A transaction without events is nothing new.
                _ = try await bench.store.createKey(role: .admin, platform: nil)
                bench.committed.fire()
                try await GoldenWriter(bench.store).write([TimeOrderedId.make()])
                try await bench.waitUntil { try await bench.readAll().count == 2 }
                #expect(try await ticks(bench.store) == 2)
            }
        }
    }

    @Test func oneLeadsAndAnotherTakesOverWhenItsConnectionDies() async throws {
        try await withBench { bench in
            let other = FeedBench(store: bench.store)
            try await bench.whileSequencing {
                try await bench.waitUntil { try await epoch(bench.store) == 1 }
                try await other.whileSequencing {
                    for round in 1...5 {
                        try await GoldenWriter(bench.store).write([TimeOrderedId.make()])
                        // The reader of the standby learns of it too.
                        try await bench.waitUntil { try await other.readAll().count == round }
                        let before = try await epoch(bench.store)
                        try await bench.store.run(Self.killSequencers)
                        try await bench.waitUntil { try await epoch(bench.store) > before }
                    }
                }
            }
            let positions = try await bench.readAll().map(\.position)
            #expect(positions.count == 5)
            #expect(positions == positions.sorted())
            #expect(Set(positions.map(\.epoch)).count > 1)
            #expect(positions.map(\.tick) == [1, 2, 3, 4, 5], "ticks rise by one across epochs")
        }
    }

    @Test func anOvertakenSequencerCannotAppend() async throws {
        try await withBench { bench in
            let store = bench.store
            try await GoldenWriter(store).write([TimeOrderedId.make()])
            try await store.client.withConnection { connection in
                let ledger = TickLedger(connection)
                let old = try await ledger.raiseEpoch()
                let probe = try await ledger.probe(events: 10)
                let snapshot = try #require(probe.snapshot)
                let new = try await ledger.raiseEpoch()
                #expect(new == old + 1)
                #expect(try await ledger.append(after: probe.tick, snapshot: snapshot, epoch: old) == false)
                #expect(try await ledger.append(after: probe.tick, snapshot: snapshot, epoch: new))
                #expect(try await ledger.append(after: probe.tick, snapshot: snapshot, epoch: new) == false, "the number is taken")
            }
            #expect(try await bench.readAll().count == 1)
        }
    }

    /// The new leader raises the epoch while the old one is in the middle of appending: one of them waits for the other.
    @Test func raisingTheEpochWaitsForAnAppendUnderWay() async throws {
        try await withBench { bench in
            let store = bench.store
            try await GoldenWriter(store).write([TimeOrderedId.make()])
            let (epoch, probe) = try await store.client.withConnection { connection in
                let ledger = TickLedger(connection)
                return (try await ledger.raiseEpoch(), try await ledger.probe(events: 10))
            }
            let raising = try await store.client.withTransaction { transaction in
                _ = try await transaction.query(Queries.appendTick, .int4(epoch), .int8(probe.tick), .text(probe.snapshot ?? ""))
                let raising = Task {
                    try await store.client.withConnection { connection in try await TickLedger(connection).raiseEpoch() }
                }
                try await bench.waitUntil {
                    try await store.sessionsWaitingForALock() == 1
                }
                return raising
            }
            #expect(try await raising.value == epoch + 1)
        }
    }

    @Test func aLongOpenWriterStallsNothingButItsOwnEvents() async throws {
        try await withBench { bench in
            let writer = GoldenWriter(bench.store)
            let slow = TimeOrderedId.make()
            try await writer.write([slow]) { _ in
                for round in 1...5 {
                    try await writer.write([TimeOrderedId.make()])
                    try await bench.cut()
                    #expect(try await bench.readAll().count == round)
                }
            }
            try await bench.cut()
            let events = try await bench.readAll()
            #expect(events.count == 6)
            #expect(events.last?.goldenId == slow)
            #expect(events.map(\.position.seq).min() == events.last?.position.seq, "it drew the lowest seq and still came last")
        }
    }

    @Test func aBacklogIsCutIntoTicksOfBoundedSize() async throws {
        try await withBench { bench in
            let writer = GoldenWriter(bench.store)
            for _ in 0..<30 { try await writer.write((0..<3).map { _ in TimeOrderedId.make() }) }
            try await writer.write((0..<40).map { _ in TimeOrderedId.make() })
            try await bench.store.client.withConnection { connection in
                let ledger = TickLedger(connection)
                let epoch = try await ledger.raiseEpoch()
                while let probe = Optional(try await ledger.probe(events: 10)), let snapshot = probe.snapshot {
                    #expect(try await ledger.append(after: probe.tick, snapshot: snapshot, epoch: epoch))
                }
            }
            let events = try await bench.readAll()
            let sizes = Dictionary(grouping: events, by: \.position.tick).mapValues(\.count)
            #expect(events.count == 130)
            #expect(sizes.count > 6)
            #expect(sizes.values.filter { $0 > 12 }.allSatisfy { $0 <= 52 && $0 >= 40 }, "only one transaction is larger than a tick: \(sizes.values.sorted())")
            #expect(events.map(\.position.seq) == events.map(\.position.seq).sorted())
        }
    }

    /// The lowered snapshot of a backlog keeps open transactions open.
    @Test func aBacklogBehindAnOpenWriter() async throws {
        try await withBench { bench in
            let writer = GoldenWriter(bench.store)
            let slow = TimeOrderedId.make()
            for _ in 0..<5 { try await writer.write([TimeOrderedId.make()]) }
            try await writer.write([slow]) { _ in
                for _ in 0..<25 { try await writer.write([TimeOrderedId.make()]) }
                try await bench.store.client.withConnection { connection in
                    let ledger = TickLedger(connection)
                    let epoch = try await ledger.raiseEpoch()
                    while let probe = Optional(try await ledger.probe(events: 4)), let snapshot = probe.snapshot {
                        _ = try await ledger.append(after: probe.tick, snapshot: snapshot, epoch: epoch)
                    }
                }
                #expect(try await bench.readAll().count == 30)
            }
            #expect(try await bench.cut() == 1)
            let events = try await bench.readAll()
            #expect(events.count == 31)
            #expect(events.last?.goldenId == slow)
        }
    }

    @Test func cutOnceWorksBesideARunningSequencerAndWithoutOne() async throws {
        try await withBench { bench in
            let writer = GoldenWriter(bench.store)
            #expect(try await bench.cut() == 0)
            try await writer.write([TimeOrderedId.make()])
            #expect(try await bench.cut() == 1)
            #expect(try await bench.cut() == 0)
            try await bench.whileSequencing {
                for round in 2...10 {
                    try await writer.write([TimeOrderedId.make()])
                    try await bench.cut()
                    #expect(try await bench.readAll().count == round)
                }
            }
        }
    }

    @Test func aRestoredDumpIsRefused() async throws {
        try await withBench { bench in
            try await bench.store.run("INSERT INTO mdm.tick (tick, epoch, snapshot) VALUES (1, 1, '9000000000:9000000000:')")
            try await GoldenWriter(bench.store).write([TimeOrderedId.make()])
            await #expect(throws: SequencerError.restoredFromDump) { try await bench.cut() }
        }
    }
}
