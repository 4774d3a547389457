import Glibc
import Synchronization

/// Cancels what runs on one connection, for a task that was cancelled.
///
/// A cancel request that reaches the server before the statement does is ignored there, so requests repeat until the
/// statement is over. A request must not hit the next statement, so `finish` waits for one that is under way.
final class QueryCanceller: Sendable {
    private struct State {
        /// Counts commands; a request is for one of them.
        var command: UInt64 = 0
        var isRunning = false
        var wasRequested = false
        var isSending = false
        var finishing: UnsafeContinuation<Void, Never>?
    }

    private let handle: ConnectionHandle
    private let descriptor: Int32
    private let state = Mutex(State())

    private static let interval: useconds_t = 100_000
    /// After five seconds without effect the server is taken for gone and the socket is shut down.
    private static let attempts = 50

    init(_ handle: ConnectionHandle) {
        self.handle = handle
        descriptor = handle.descriptor
    }

    /// A command starts.
    func begin() {
        state.withLock { state in
            state.command &+= 1
            state.isRunning = true
            state.wasRequested = false
        }
    }

    /// Cancels the running command, if there is one; safe from any thread.
    func request() {
        let command = state.withLock { state -> UInt64? in
            guard state.isRunning, !state.wasRequested else { return nil }
            state.wasRequested = true
            return state.command
        }
        guard let command else { return }
        OwnThread.start { [self] in self.send(for: command) }
    }

    /// The command is over. True when it was asked to cancel; no request is under way any more after this.
    func finish() async -> Bool {
        let (requested, sending) = state.withLock { state in
            state.isRunning = false
            return (state.wasRequested, state.isSending)
        }
        guard sending else { return requested }
        await withUnsafeContinuation { continuation in
            let sent = state.withLock { state in
                if state.isSending { state.finishing = continuation }
                return !state.isSending
            }
            if sent { continuation.resume() }
        }
        return requested
    }

    private func send(for command: UInt64) {
        for attempt in 1...Self.attempts {
            let isWanted = state.withLock { state in
                guard state.isRunning, state.command == command else { return false }
                state.isSending = true
                return true
            }
            guard isWanted else { return }
            handle.requestCancel()
            let isOver = state.withLock { state in
                state.isSending = false
                state.finishing?.resume()
                state.finishing = nil
                if attempt == Self.attempts, state.isRunning, state.command == command {
                    ConnectionHandle.interrupt(descriptor)
                }
                return !state.isRunning || state.command != command
            }
            if isOver { return }
            usleep(Self.interval)
        }
    }
}
