import FoundationEssentials
import HubStore
import HubStoreTesting
import MasterData
import Notifications
import PostgresClient
import PostgresTesting

/// A hub's feed in miniature: a store, and a sequencer that runs while the body does.
struct FeedBench {
    let store: HubStore
    let committed = FeedSignal()
    let ticked = FeedSignal()

    var feed: EventFeed { EventFeed(store: store, ticked: ticked) }

    func sequencer(_ adjust: (inout Sequencer.Settings) -> Void = { _ in }) -> Sequencer {
        var settings = Sequencer.Settings()
        settings.longestPause = .milliseconds(20)
        settings.standbyPause = .milliseconds(10)
        adjust(&settings)
        return Sequencer(store: store, committed: committed, ticked: ticked, logger: TestDatabase.quiet, settings: settings)
    }

    /// Runs a sequencer while `body` runs.
    func whileSequencing<Result: Sendable>(_ body: () async throws -> Result) async throws -> Result {
        let sequencer = sequencer()
        let running = Task { try await sequencer.run() }
        do {
            let result = try await body()
            running.cancel()
            try await running.value
            return result
        } catch {
            running.cancel()
            _ = await running.result
            throw error
        }
    }

    /// Everything behind a position, page by page.
    func readAll(after start: FeedPosition? = nil, limit: Int = 100) async throws -> [ChangeEvent] {
        var events: [ChangeEvent] = []
        var position = start
        while case let page = try await feed.read(after: position, limit: limit), !page.entries.isEmpty {
            for case .change(let event) in page.entries { events.append(event) }
            position = page.next
        }
        return events
    }

    @discardableResult
    func cut() async throws -> Int { try await Sequencer.cutOnce(store: store, logger: TestDatabase.quiet) }

    /// Waits for something that another connection does.
    func waitUntil(_ condition: () async throws -> Bool) async throws {
        for _ in 0..<4_000 {
            if try await condition() { return }
            try await Task.sleep(for: .milliseconds(5))
        }
        throw NeverCame()
    }

    struct NeverCame: Error, CustomStringConvertible {
        var description: String { "what the test waits for did not come within 20 seconds" }
    }
}

func withBench<Result>(poolSize: Int = 16, _ body: (FeedBench) async throws -> Result) async throws -> Result {
    try await withStore(poolSize: poolSize) { store in try await body(FeedBench(store: store)) }
}
