package import HubStore
package import Logging
import PostgresClient

/// What came of an attempt to append a tick.
enum Cut: Sendable {
    case appended, nothingNew, overtaken
}

extension Sequencer {
    /// Appends one tick, if there is anything new. Call with the lock held.
    static func cut(on ledger: TickLedger, epoch: Int32, events: Int) async throws -> Cut {
        let probe = try await ledger.probe(events: events)
        if probe.isBehind { throw SequencerError.restoredFromDump }
        guard let snapshot = probe.snapshot else { return .nothingNew }
        return try await ledger.append(after: probe.tick, snapshot: snapshot, epoch: epoch) ? .appended : .overtaken
    }

    /// Makes sure that everything committed before this call is in the ledger: cuts what is missing, or waits for the process that
    /// leads to do so. For commands that run without a hub.
    ///
    /// - Returns: the ticks that this call appended.
    /// - Throws: `SequencerError.stuck` where the leader has not caught up after 10 seconds.
    @discardableResult
    package static func cutOnce(store: HubStore, logger: Logger, clock: any Clock<Duration> = ContinuousClock()) async throws -> Int {
        let sequencer = Sequencer(store: store, committed: FeedSignal(), ticked: FeedSignal(), logger: logger, clock: clock)
        return try await sequencer.withDedicatedConnection { connection in
            try await sequencer.catchUp(on: TickLedger(connection))
        }
    }

    private func catchUp(on ledger: TickLedger) async throws -> Int {
        let pause: Duration = .milliseconds(20)
        for _ in 0..<500 {
            let probe = try await ledger.probe(events: settings.eventsPerTick)
            if probe.isBehind { throw SequencerError.restoredFromDump }
            if probe.snapshot == nil { return 0 }
            if try await ledger.tryToLead().leads {
                let epoch = try await ledger.raiseEpoch()
                var ticks = 0
                while try await Self.cut(on: ledger, epoch: epoch, events: settings.eventsPerTick) == .appended { ticks += 1 }
                return ticks
            }
            try await clock.sleep(for: pause)
        }
        throw SequencerError.stuck
    }
}
