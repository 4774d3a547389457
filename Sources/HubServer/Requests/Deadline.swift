import Synchronization

/// Gives `work` at most `time`, then cancels it and throws `DeadlinePassed` without waiting for it any longer.
///
/// Cancelling reaches the database: a running statement is cancelled there. Work that must not be torn, such as a write that others
/// share a transaction with, goes on to its end unheard; hence a task of its own, which a task group would wait for.
func withDeadline<Value: Sendable>(_ time: Duration, _ work: @escaping @Sendable () async throws -> Value) async throws -> Value {
    let race = Race<Value>()
    let working = Task {
        do {
            race.finish(.success(try await work()))
        } catch {
            race.finish(.failure(error))
        }
    }
    let timing = Task {
        try await Task.sleep(for: time)
        race.finish(.failure(DeadlinePassed()))
        working.cancel()
    }
    defer { timing.cancel() }
    return try await withTaskCancellationHandler {
        try await race.result()
    } onCancel: {
        working.cancel()
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
