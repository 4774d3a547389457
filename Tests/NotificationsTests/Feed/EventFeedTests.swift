import FoundationEssentials
import HubStore
import HubStoreTesting
import MasterData
@testable import Notifications
import PostgresClient
import Testing

@Suite(.timeLimit(.minutes(5))) struct EventFeedTests {
    /// Several ticks of several events.
    private func fill(_ bench: FeedBench) async throws {
        let writer = GoldenWriter(bench.store)
        let ids = (0..<4).map { _ in TimeOrderedId.make() }
        for round in 0..<6 {
            try await writer.write(ids, attributes: #"{"n":\#(round)}"#)
            try await writer.write([TimeOrderedId.make()])
            if round % 2 == 0 { try await bench.cut() }
        }
        try await bench.cut()
    }

    @Test func everyPositionLeadsToTheSameRest() async throws {
        try await withBench { bench in
            try await fill(bench)
            let all = try await bench.readAll()
            #expect(all.count == 30)
            #expect(Set(all.map(\.eventId)).count == 30)
            for limit in [1, 3, 7, 1_000] { #expect(try await bench.readAll(limit: limit) == all) }
            for (index, event) in all.enumerated() {
                let text = event.position.text
                let page = try await bench.feed.read(after: EventFeed.position(text), limit: 7)
                #expect(page.entries == all[(index + 1)...].prefix(7).map { .change($0) })
                #expect(page.next == (page.entries.last?.position ?? event.position))
            }
            for (golden, events) in Dictionary(grouping: all, by: \.goldenId) {
                #expect(events.map(\.goldenVersion) == Array(1...Int64(events.count)), "\(golden)")
            }
        }
    }

    @Test func beforeAndAfterAreTheTwoVersions() async throws {
        try await withBench { bench in
            let writer = GoldenWriter(bench.store)
            let id = TimeOrderedId.make()
            try await writer.write([id], attributes: #"{"legalName":"Acme"}"#, linked: #"[["sap","1"]]"#)
            try await writer.write([id], attributes: #"{"legalName":"Acme Inc"}"#, origin: nil)
            try await writer.write([id], attributes: "{}", status: .merged, mergedInto: TimeOrderedId.make(), kind: .merged)
            try await bench.cut()
            let events = try await bench.readAll()
            #expect(events.map(\.beforeJSON) == [nil, #"{"legalName":"Acme"}"#, #"{"legalName":"Acme Inc"}"#])
            #expect(events.map(\.afterJSON) == [#"{"legalName":"Acme"}"#, #"{"legalName":"Acme Inc"}"#, "{}"])
            #expect(events.map(\.kind) == [.created, .changed, .merged])
            #expect(events.map(\.origin) == ["sap", nil, "sap"])
            #expect(events.map(\.linkedJSON) == [#"[["sap","1"]]"#, nil, nil])
            #expect(events[2].mergedInto != nil)
        }
    }

    @Test func whatIsCommittedIsRead() async throws {
        try await withBench { bench in
            let writer = GoldenWriter(bench.store)
            try await bench.whileSequencing {
                for round in 1...20 {
                    // No signal: the sequencer finds it by itself.
                    try await writer.write([TimeOrderedId.make()])
                    #expect(try await bench.feed.read(limit: 100).entries.count == round)
                }
            }
            try await writer.write([TimeOrderedId.make()])
            #expect(try await bench.feed.read(limit: 100).entries.count == 20, "where nobody cuts, the answer still comes")
        }
    }

    @Test func beyondTheEndThereIsNothingYet() async throws {
        try await withBench { bench in
            let end = try await bench.feed.end()
            #expect(end == .start)
            try await fill(bench)
            let future = FeedPosition(epoch: 99, tick: 1_000_000, seq: 5)
            #expect(try await bench.feed.read(after: future, limit: 10) == FeedPage(entries: [], next: future))
            let last = try #require(try await bench.readAll().last)
            #expect(try await bench.feed.read(after: last.position, limit: 10) == FeedPage(entries: [], next: last.position))
            let now = try await bench.feed.end()
            #expect(try await bench.feed.read(after: now, limit: 10, wait: .milliseconds(10)).entries.isEmpty)
            try await GoldenWriter(bench.store).write([last.goldenId])
            try await bench.cut()
            #expect(try await bench.feed.read(after: now, limit: 10).entries.count == 1)
        }
    }

    @Test func aPositionOfAnotherHistoryIsRefused() async throws {
        try await withBench { bench in
            try await fill(bench)
            var foreign = try #require(try await bench.readAll().first).position
            foreign.epoch += 7
            let position = foreign
            await #expect(throws: FeedError.foreignPosition(position)) { try await bench.feed.read(after: position, limit: 10) }
            #expect(throws: FeedError.malformedPosition) { try EventFeed.position("1.2.3") }
        }
    }

    @Test func expiryShowsAsAGapAndTheRestStays() async throws {
        try await withBench { bench in
            try await bench.store.run("SELECT mdm.make_partitions(now() - interval '3 days')")
            let writer = GoldenWriter(bench.store)
            for _ in 0..<3 {
                try await writer.write([TimeOrderedId.make()])
                try await bench.cut()
            }
            // What is there now happened three days ago.
            try await bench.store.run("UPDATE mdm.outbox SET recorded_at = recorded_at - interval '3 days'")
            let old = try await bench.readAll().map(\.position)
            // Transactions of other databases on the server hold the horizon back for a while.
            try await bench.waitUntil {
                try await writer.write([TimeOrderedId.make()])
                try await bench.cut()
                try await bench.store.run("SELECT mdm.expire_outbox(now() - interval '1 day')")
                return try await bench.store.rows("SELECT min(tick) FROM mdm.tick").only.int8(0) > 0
            }
            let first = try await bench.store.rows("SELECT min(tick) FROM mdm.tick").only.int8(0)
            let kept = TimeOrderedId.make()
            try await writer.write([kept])
            try await bench.cut()
            for start in [nil, old[0], old[1]] {
                let page = try await bench.feed.read(after: start, limit: 10)
                guard case .gap(let gap)? = page.entries.first, page.entries.count == 1 else {
                    Issue.record("no gap behind \(start?.text ?? "the start")")
                    continue
                }
                #expect(gap.after == start ?? .start)
                let rest = try await bench.readAll(after: EventFeed.position(page.next.text))
                #expect(rest.first?.position.tick == first + 1)
                #expect(rest.last?.goldenId == kept)
            }
            #expect(try await bench.feed.fold().isTruncated)
            #expect(try await bench.feed.fold().mismatches == 0)
        }
    }

    /// What the fold reads where nobody can cut.
    @Test func whatNoTickHoldsCanBeReadBySequence() async throws {
        try await withBench { bench in
            let writer = GoldenWriter(bench.store)
            try await writer.write([TimeOrderedId.make()])
            try await bench.cut()
            let ids = (0..<5).map { _ in TimeOrderedId.make() }
            for id in ids { try await writer.write([id]) }
            let (first, rest) = try await bench.store.withFeedSnapshot { snapshot in
                let first = try await snapshot.untickedEvents(afterSeq: 0, limit: 3)
                return (first, try await snapshot.untickedEvents(afterSeq: first.last?.position.seq ?? 0, limit: 10))
            }
            #expect((first + rest).map(\.goldenId) == ids)
            #expect(first.count == 3)
        }
    }

    @Test func daysThatNoTickCoversDoNotExpire() async throws {
        try await withBench { bench in
            try await bench.store.run("SELECT mdm.make_partitions(now() - interval '3 days')")
            try await GoldenWriter(bench.store).write([TimeOrderedId.make()])
            try await bench.store.run("""
                UPDATE mdm.outbox SET recorded_at = recorded_at - interval '3 days';
                UPDATE mdm.golden_version SET recorded_at = recorded_at - interval '3 days';
                SELECT mdm.expire_outbox(now() - interval '1 day')
                """)
            try await bench.cut()
            #expect(try await bench.readAll().count == 1)
        }
    }

    @Test func theServiceMayNotExpire() async throws {
        try await withBench { bench in
            let refused = await #expect(throws: PostgresError.self) { try await bench.store.rows("SELECT mdm.expire_outbox(now())") }
            #expect(refused?.sqlState == .insufficientPrivilege)
        }
    }
}
