package import HubStore
package import Logging
import PostgresClient
import ServiceLifecycle

/// Appends ticks to the ledger: one process at a time, by a session's advisory lock, and fenced by an epoch.
///
/// Every hub runs one. Those that do not lead stand by, watch the ledger for their own readers, and take over when the leader's
/// session ends.
///
/// ```
/// standing by ── lock ──▶ leading ── epoch overtaken ──▶ standing by
///      ▲                     │
///      └── connection lost ──┘ (after a pause)
/// ```
package struct Sequencer: Service, Sendable {
    package struct Settings: Sendable {
        /// Events a tick should hold; a larger transaction makes a larger tick.
        package var eventsPerTick = 2_000
        /// The first pause when nothing is new; it doubles up to `longestPause`.
        package var shortestPause: Duration = .milliseconds(5)
        package var longestPause: Duration = .milliseconds(250)
        /// Between two tries to take the lead.
        package var standbyPause: Duration = .milliseconds(50)

        package init() {}
    }

    let store: HubStore
    let committed: FeedSignal
    let ticked: FeedSignal
    let logger: Logger
    let settings: Settings
    let clock: any Clock<Duration>

    /// - Parameters:
    ///   - committed: fired by whoever has committed events in this process.
    ///   - ticked: fired here when readers have something new.
    package init(
        store: HubStore, committed: FeedSignal, ticked: FeedSignal, logger: Logger, settings: Settings = Settings(),
        clock: any Clock<Duration> = ContinuousClock()
    ) {
        self.store = store
        self.committed = committed
        self.ticked = ticked
        self.logger = logger
        self.settings = settings
        self.clock = clock
    }

    /// Runs until the task is cancelled or the service group shuts down; survives lost connections.
    package func run() async throws {
        await cancelWhenGracefulShutdown {
            var pause: Duration = .milliseconds(100)
            while !Task.isCancelled {
                do {
                    try await withDedicatedConnection { connection in
                        try await standBy(on: TickLedger(connection))
                        pause = .milliseconds(100)
                    }
                } catch {
                    if Task.isCancelled { break }
                    logger.warning("the change feed's sequencer starts again", metadata: ["reason": "\(error)", "after": "\(pause)"])
                    try? await clock.sleep(for: pause)
                    pause = min(pause * 2, .seconds(5))
                }
            }
        }
    }

    /// A connection outside the pool: closing it is what gives the lock back, however this process ends.
    func withDedicatedConnection<Result>(_ body: (Connection) async throws -> Result) async throws -> Result {
        var configuration = store.client.configuration
        configuration.poolSize = 1
        configuration.applicationName = "mdm sequencer"
        let client = PostgresClient(configuration, logger: logger)
        do {
            let result = try await client.withConnection(body)
            await client.close()
            return result
        } catch {
            await client.close()
            throw error
        }
    }

    /// Waits for the lead, then leads until overtaken.
    private func standBy(on ledger: TickLedger) async throws {
        var known: Int64?
        while !Task.isCancelled {
            let (leads, tick) = try await ledger.tryToLead()
            if let known, tick > known { ticked.fire() }
            known = tick
            if leads { return try await lead(on: ledger) }
            try await clock.sleep(for: settings.standbyPause)
        }
    }

    private func lead(on ledger: TickLedger) async throws {
        let epoch = try await ledger.raiseEpoch()
        logger.info("this process sequences the change feed", metadata: ["epoch": "\(epoch)"])
        var pause = settings.shortestPause
        while !Task.isCancelled {
            let seen = committed.generation
            switch try await Self.cut(on: ledger, epoch: epoch, events: settings.eventsPerTick) {
            case .appended:
                ticked.fire()
                pause = settings.shortestPause
                // Whatever was committed since has signalled; a backlog, or another process's commit, waits for no longer than this.
                await committed.wait(beyond: seen, atMost: settings.shortestPause)
            case .nothingNew:
                let isSignalled = await committed.wait(beyond: seen, atMost: pause) > seen
                pause = isSignalled ? settings.shortestPause : min(pause * 2, settings.longestPause)
            case .overtaken:
                logger.warning("another process has taken over the change feed", metadata: ["epoch": "\(epoch)"])
                return
            }
        }
    }
}
