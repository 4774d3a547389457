import DequeModule
import Synchronization

/// Gives pieces of work at most so long, then cancels them and throws `DeadlinePassed` without waiting for them any longer.
///
/// Cancelling reaches the database: a running statement is cancelled there. Work that must not be torn, such as a write that others
/// share a transaction with, goes on to its end unheard; hence a task of its own, which a task group would wait for.
///
/// All work has the same time, so what began first ends first: one sleeping task watches the head of a queue, where a timer for
/// each request cost more than the request's own handling.
final class Deadlines: Sendable {
    private struct State {
        var running: [UInt64: @Sendable () -> Void] = [:]
        var queue: Deque<(ticket: UInt64, deadline: ContinuousClock.Instant)> = []
        var lastTicket: UInt64 = 0
        var isWatching = false
    }

    private let time: Duration
    private let state = Mutex(State())

    init(time: Duration) {
        self.time = time
    }

    func run<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) async throws -> Value {
        let race = Race<Value>()
        let working = Task {
            do {
                race.finish(.success(try await work()))
            } catch {
                race.finish(.failure(error))
            }
        }
        let ticket = begin {
            race.finish(.failure(DeadlinePassed()))
            working.cancel()
        }
        defer { end(ticket) }
        return try await withTaskCancellationHandler {
            try await race.result()
        } onCancel: {
            working.cancel()
        }
    }

    private func begin(_ expire: @escaping @Sendable () -> Void) -> UInt64 {
        let deadline = ContinuousClock.now + time
        let (ticket, startsWatching) = state.withLock { state in
            state.lastTicket += 1
            state.running[state.lastTicket] = expire
            state.queue.append((state.lastTicket, deadline))
            defer { state.isWatching = true }
            return (state.lastTicket, !state.isWatching)
        }
        if startsWatching { Task { await watch() } }
        return ticket
    }

    private func end(_ ticket: UInt64) {
        state.withLock { state in
            state.running[ticket] = nil
            while let first = state.queue.first, state.running[first.ticket] == nil { state.queue.removeFirst() }
        }
    }

    /// Sleeps from one deadline to the next until no work runs.
    private func watch() async {
        while true {
            let now = ContinuousClock.now
            var expired: [@Sendable () -> Void] = []
            let next: ContinuousClock.Instant? = state.withLock { state in
                while let first = state.queue.first {
                    if let expire = state.running[first.ticket] {
                        if first.deadline > now { return first.deadline }
                        state.running[first.ticket] = nil
                        expired.append(expire)
                    }
                    state.queue.removeFirst()
                }
                if expired.isEmpty { state.isWatching = false }
                return expired.isEmpty ? nil : now
            }
            for expire in expired { expire() }
            guard let next else { return }
            if next > now { try? await Task.sleep(until: next, clock: .continuous) }
        }
    }
}

/// The time for a piece of work is over; whether it took effect is not known.
struct DeadlinePassed: Error {}

/// Hands the first of several results to one who waits.
private final class Race<Value: Sendable>: Sendable {
    private enum State {
        case running
        case awaited(CheckedContinuation<Value, any Error>)
        case over(Result<Value, any Error>)
    }

    private let state = Mutex(State.running)

    func finish(_ result: Result<Value, any Error>) {
        let waiting: CheckedContinuation<Value, any Error>? = state.withLock { state in
            switch state {
            case .running:
                state = .over(result)
                return nil
            case .awaited(let continuation):
                state = .over(result)
                return continuation
            case .over:
                return nil
            }
        }
        waiting?.resume(with: result)
    }

    func result() async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let known: Result<Value, any Error>? = state.withLock { state in
                if case .over(let result) = state { return result }
                state = .awaited(continuation)
                return nil
            }
            if let known { continuation.resume(with: known) }
        }
    }
}
