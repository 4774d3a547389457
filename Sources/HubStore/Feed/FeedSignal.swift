import Synchronization

/// Wakes those who wait for something new, inside one process. Firing never waits, and many firings wake a waiter once.
///
/// A signal says "look again", no more: who looks first notes the `generation`, then looks, then waits beyond that generation,
/// so that a firing in between is not lost.
package final class FeedSignal: Sendable {
    private enum Slot {
        /// Registered, not asleep yet.
        case coming
        case asleep(CheckedContinuation<Void, Never>)
        case released
    }

    private struct State {
        var generation: UInt64 = 0
        var lastSlot: UInt64 = 0
        var slots: [UInt64: Slot] = [:]
    }

    private let clock: any Clock<Duration>
    private let state = Mutex(State())

    package init(clock: any Clock<Duration> = ContinuousClock()) {
        self.clock = clock
    }

    /// How often it has fired.
    package var generation: UInt64 { state.withLock { $0.generation } }

    package func fire() {
        let asleep = state.withLock { state in
            state.generation += 1
            var asleep: [CheckedContinuation<Void, Never>] = []
            for (id, slot) in state.slots {
                if case .asleep(let continuation) = slot { asleep.append(continuation) }
                state.slots[id] = .released
            }
            return asleep
        }
        for continuation in asleep { continuation.resume() }
    }

    /// Returns when the signal has fired beyond `seen`, when `limit` has passed, or when the task is cancelled.
    /// - Returns: the generation then.
    @discardableResult
    package func wait(beyond seen: UInt64, atMost limit: Duration) async -> UInt64 {
        let id: UInt64? = state.withLock { state in
            guard state.generation <= seen else { return nil }
            state.lastSlot += 1
            state.slots[state.lastSlot] = .coming
            return state.lastSlot
        }
        guard let id else { return generation }
        let sleeper = Task { [clock] in
            try? await clock.sleep(for: limit)
            if !Task.isCancelled { self.release(id) }
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isReleased = state.withLock { state in
                    if case .released = state.slots[id] { return true }
                    state.slots[id] = .asleep(continuation)
                    return false
                }
                if isReleased { continuation.resume() }
            }
        } onCancel: {
            release(id)
        }
        sleeper.cancel()
        return state.withLock { state in
            state.slots[id] = nil
            return state.generation
        }
    }

    private func release(_ id: UInt64) {
        let asleep: CheckedContinuation<Void, Never>? = state.withLock { state in
            guard let slot = state.slots[id] else { return nil }
            state.slots[id] = .released
            if case .asleep(let continuation) = slot { return continuation }
            return nil
        }
        asleep?.resume()
    }
}
