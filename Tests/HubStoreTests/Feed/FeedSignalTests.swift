import HubStore
import Testing

@Suite struct FeedSignalTests {
    /// Never comes to an end by itself: what returns, returns for another reason.
    private struct StoppedClock: Clock {
        typealias Duration = Swift.Duration
        var now: ContinuousClock.Instant { .now }
        var minimumResolution: Swift.Duration { .nanoseconds(1) }
        func sleep(until deadline: ContinuousClock.Instant, tolerance: Swift.Duration?) async throws {
            try await ContinuousClock().sleep(for: .seconds(1_000))
        }
    }

    @Test func aFiringWakesEverybody() async {
        let signal = FeedSignal(clock: StoppedClock())
        let awake = await withTaskGroup { group in
            for _ in 0..<50 { group.addTask { await signal.wait(beyond: 0, atMost: .seconds(1_000)) } }
            signal.fire()
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(awake.count == 50)
        #expect(awake.allSatisfy { $0 >= 1 })
    }

    @Test func aFiringBeforeTheWaitIsNotLost() async {
        let signal = FeedSignal(clock: StoppedClock())
        let seen = signal.generation
        signal.fire()
        #expect(await signal.wait(beyond: seen, atMost: .seconds(1_000)) == seen + 1)
    }

    @Test func timeEndsTheWait() async {
        let signal = FeedSignal()
        #expect(await signal.wait(beyond: 0, atMost: .milliseconds(1)) == 0)
        #expect(await signal.wait(beyond: 0, atMost: .zero) == 0)
    }

    @Test func cancellationEndsTheWait() async {
        let signal = FeedSignal(clock: StoppedClock())
        for _ in 0..<100 {
            let task = Task { await signal.wait(beyond: 0, atMost: .seconds(1_000)) }
            task.cancel()
            #expect(await task.value == 0)
        }
    }
}
