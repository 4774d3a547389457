import PostgresClient
import Synchronization

/// Checks the keys that callers bring, without a query for each request.
///
/// All live keys are kept and read again in the background once they are a second old; older than `maximumAge` they are not
/// believed any more. A key that is not among them is looked for in the database before it is refused, so a new key works at once.
package final class AccessKeyCache: Sendable {
    /// How long a revoked key may still work.
    package static let maximumAge: Duration = .seconds(2)
    private static let refreshAge: Duration = .seconds(1)

    private struct Snapshot {
        var keys: [String: (key: AccessKey, hash: [UInt8])]
        var readAt: ContinuousClock.Instant
    }

    private struct State {
        var snapshot: Snapshot?
        /// The reading under way.
        var running: Task<Void, any Error>?
        /// The one behind it, for those who came after it began.
        var next: Task<Void, any Error>?
    }

    private let store: HubStore
    private let now: @Sendable () -> ContinuousClock.Instant
    private let state = Mutex(State())

    package init(store: HubStore, now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }) {
        self.store = store
        self.now = now
    }

    /// Whose key this is; nil for a text that is no key, an unknown, a wrong or a revoked one, which callers must not tell apart.
    ///
    /// - Throws: `PostgresError` where the database cannot be asked and what is known is too old.
    package func verify(_ bearer: String) async throws -> AccessKey? {
        guard let text = KeyText(bearer) else { return nil }
        let arrival = now()
        if let age = age(at: arrival), age < Self.maximumAge, let known = entry(text.id) {
            if age >= Self.refreshAge { _ = reading(orJoin: true) }
            return check(text, known)
        }
        try await reading(orJoin: false).value
        return entry(text.id).flatMap { check(text, $0) }
    }

    private func check(_ text: KeyText, _ known: (key: AccessKey, hash: [UInt8], readAt: ContinuousClock.Instant)) -> AccessKey? {
        KeyText.areEqual(text.hash, known.hash) ? known.key : nil
    }

    private func age(at moment: ContinuousClock.Instant) -> Duration? {
        state.withLock { state in state.snapshot.map { $0.readAt.duration(to: moment) } }
    }

    private func entry(_ id: String) -> (key: AccessKey, hash: [UInt8], readAt: ContinuousClock.Instant)? {
        state.withLock { state in
            guard let snapshot = state.snapshot, let entry = snapshot.keys[id] else { return nil }
            return (entry.key, entry.hash, snapshot.readAt)
        }
    }

    /// A reading that begins after this call, or with `orJoin` any that is under way. At most one query runs at a time, however
    /// many callers bring unknown keys.
    private func reading(orJoin: Bool) -> Task<Void, any Error> {
        state.withLock { state in
            if let next = state.next { return next }
            guard let running = state.running else {
                let task = Task { try await read() }
                state.running = task
                return task
            }
            if orJoin { return running }
            let next = Task {
                _ = await running.result
                self.state.withLock { state in
                    state.running = state.next
                    state.next = nil
                }
                try await read()
            }
            state.next = next
            return next
        }
    }

    private func read() async throws {
        let began = now()
        let keys: Result<[String: (key: AccessKey, hash: [UInt8])], any Error>
        do { keys = .success(try await store.liveKeys()) } catch { keys = .failure(error) }
        state.withLock { state in
            state.running = nil
            if case .success(let keys) = keys { state.snapshot = Snapshot(keys: keys, readAt: began) }
        }
        _ = try keys.get()
    }
}
