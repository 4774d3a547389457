import Logging
import Synchronization

/// The pool: `PoolState` decides, this carries it out.
final class ConnectionPool: Sendable {
    private typealias Waiter = CheckedContinuation<Result<Session, PostgresError>, Never>

    /// A waiter's turn can come between standing in line and going to sleep; then its outcome waits for it.
    private enum Turn {
        case asleep(Waiter)
        case over(Result<Session, PostgresError>)
    }

    private struct Guarded {
        var state: PoolState<Session>
        var turns: [PoolState<Session>.WaiterID: Turn] = [:]
        /// Whether a task refuses those whose deadline comes.
        var isSweeping = false
        var drained: [CheckedContinuation<Void, Never>] = []
    }

    private let configuration: PostgresConfiguration
    private let logger: Logger
    private let guarded: Mutex<Guarded>
    private let clock = ContinuousClock()

    init(_ configuration: PostgresConfiguration, logger: Logger) {
        self.configuration = configuration
        self.logger = logger
        guarded = Mutex(Guarded(state: PoolState(limit: configuration.poolSize, waitingLimit: configuration.waitingLimit)))
    }

    /// A connection that was alive a moment ago. Whoever gets it gives it back.
    func acquire() async throws(PostgresError) -> Session {
        if Task.isCancelled { throw Self.cancelled }
        while true {
            let session: Session
            switch guarded.withLock({ $0.state.acquire(deadline: clock.now.advanced(by: configuration.acquireTimeout)) }) {
            case .lend(let idle): session = idle
            case .refuse(let error): throw error
            case .wait(let id, let open):
                if open { startOpening() }
                session = try await wait(id).get()
            }
            // A connection that the server closed while it was idle is replaced here, before anything is sent on it.
            if session.isConnected { return session }
            forget(session)
        }
    }

    /// Takes a connection back. Without `needsReset` it must be known to be outside a transaction.
    func giveBack(_ session: Session, needsReset: Bool) async {
        let isSound = needsReset ? await session.reset() : await session.failure == nil
        guard isSound else { return forget(session) }
        place(guarded.withLock { $0.state.giveBack(session, now: clock.now) })
        noteDrained()
    }

    /// Closes idle connections that nobody used for long, keeps one warm, and replaces it when it died.
    func maintain() {
        let (stale, warm) = guarded.withLock { guarded in
            let stale = guarded.state.removeIdle(since: clock.now.advanced(by: .zero - configuration.idleTimeout), keeping: 1)
            var dead = 0
            if let last = guarded.state.idle.last, guarded.state.idle.count == 1, !last.member.isConnected {
                dead = guarded.state.removeIdle(since: clock.now, keeping: 0).count
            }
            return (stale, guarded.state.warmUp() || dead > 0 && guarded.state.warmUp())
        }
        if !stale.isEmpty { logger.debug("closed idle database connections", metadata: ["count": "\(stale.count)"]) }
        if warm { startOpening() }
    }

    /// Refuses new callers, closes idle connections and waits until the lent ones have come back.
    func close() async {
        let (_, ids) = guarded.withLock { $0.state.close() }
        refuse(ids, PoolState<Session>.closedError)
        await withCheckedContinuation { continuation in
            let isDrained = guarded.withLock { guarded in
                if !guarded.state.isDrained { guarded.drained.append(continuation) }
                return guarded.state.isDrained
            }
            if isDrained { continuation.resume() }
        }
    }

    // MARK: Waiting

    private static var cancelled: PostgresError { PostgresError(.cancelled, "the task was cancelled while it waited for a database connection") }

    private func wait(_ id: PoolState<Session>.WaiterID) async -> Result<Session, PostgresError> {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let outcome = guarded.withLock { guarded -> Result<Session, PostgresError>? in
                    if case .over(let outcome) = guarded.turns.removeValue(forKey: id) { return outcome }
                    guarded.turns[id] = .asleep(continuation)
                    return nil
                }
                if let outcome { return continuation.resume(returning: outcome) }
                startSweeping()
                if Task.isCancelled { leave(id) }
            }
        } onCancel: {
            leave(id)
        }
    }

    /// A cancelled waiter that is still in line leaves it.
    private func leave(_ id: PoolState<Session>.WaiterID) {
        let waiter = guarded.withLock { guarded -> Waiter? in
            guard case .asleep(let waiter) = guarded.turns[id], guarded.state.leave(id) else { return nil }
            guarded.turns[id] = nil
            return waiter
        }
        waiter?.resume(returning: .failure(Self.cancelled))
    }

    private func settle(_ id: PoolState<Session>.WaiterID, _ outcome: Result<Session, PostgresError>) {
        let waiter = guarded.withLock { guarded -> Waiter? in
            if case .asleep(let waiter) = guarded.turns.removeValue(forKey: id) { return waiter }
            guarded.turns[id] = .over(outcome)
            return nil
        }
        waiter?.resume(returning: outcome)
    }

    private func refuse(_ ids: [PoolState<Session>.WaiterID], _ error: PostgresError) {
        for id in ids { settle(id, .failure(error)) }
    }

    /// One task at a time sleeps until the first deadline in line; it ends when the line is empty.
    private func startSweeping() {
        let isNeeded = guarded.withLock { guarded in
            defer { guarded.isSweeping = true }
            return !guarded.isSweeping
        }
        guard isNeeded else { return }
        Task {
            while let deadline = guarded.withLock({ guarded in
                guarded.isSweeping = guarded.state.nextDeadline != nil
                return guarded.state.nextDeadline
            }) {
                try? await clock.sleep(until: deadline)
                let (ids, error) = guarded.withLock { $0.state.expire(now: clock.now) }
                refuse(ids, error)
            }
        }
    }

    // MARK: Opening and placing

    private func startOpening() {
        Task {
            let opening = ConnectionOpening(configuration: configuration)
            while guarded.withLock({ $0.state.continuesOpening() }) {
                switch await OwnThread.run({ opening.open() }) {
                case .success(let handle):
                    let session = Session(handle, resultBytesLimit: configuration.resultBytesLimit)
                    place(guarded.withLock { $0.state.opened(session, now: clock.now) })
                    return noteDrained()
                case .failure(let error):
                    logger.warning("cannot open a database connection", metadata: ["reason": "\(error)"])
                    switch guarded.withLock({ $0.state.openingFailed(error) }) {
                    case .stop: return noteDrained()
                    case .refuse(let ids):
                        refuse(ids, error)
                        return noteDrained()
                    case .after(let delay):
                        // Half fixed, half random, so that many hubs do not come back in step.
                        try? await clock.sleep(for: delay / 2 + delay / 2 * Double.random(in: 0...1))
                    }
                }
            }
            noteDrained()
        }
    }

    private func place(_ placement: PoolState<Session>.Placement) {
        guard case .handOver(let id, let session) = placement else { return }
        settle(id, .success(session))
    }

    /// The last reference closes the connection.
    private func forget(_ session: Session) {
        if guarded.withLock({ $0.state.loseLent() }) { startOpening() }
        noteDrained()
    }

    private func noteDrained() {
        let waiters = guarded.withLock { guarded -> [CheckedContinuation<Void, Never>] in
            guard guarded.state.isClosed, guarded.state.isDrained else { return [] }
            defer { guarded.drained = [] }
            return guarded.drained
        }
        for waiter in waiters { waiter.resume() }
    }
}
