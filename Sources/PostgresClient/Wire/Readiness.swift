import Synchronization

/// Lets one task wait until a socket can be read or written. Wakes may be spurious; whoever waits checks again.
final class Readiness: Sendable {
    struct Interest: OptionSet {
        let rawValue: UInt8
        static let read = Interest(rawValue: 1)
        static let write = Interest(rawValue: 2)
    }

    private enum State {
        case nobodyWaits
        case waiting(UnsafeContinuation<Void, Never>)
        /// A wake came while nobody waited; the next wait returns at once.
        case wokenBefore
    }

    let descriptor: Int32
    let key: UInt64
    private let state = Mutex(State.nobodyWaits)

    init(descriptor: Int32, key: UInt64) {
        self.descriptor = descriptor
        self.key = key
    }

    /// Suspends until the socket is ready, broken, or somebody calls `wake`. One waiter at a time.
    func wait(for interest: Interest) async {
        await withUnsafeContinuation { continuation in
            let wokenBefore = state.withLock { state in
                if case .wokenBefore = state {
                    state = .nobodyWaits
                    return true
                }
                state = .waiting(continuation)
                return false
            }
            if wokenBefore {
                continuation.resume()
            } else if !Poller.shared.arm(self, for: interest) {
                wake()
            }
        }
    }

    /// Ends the wait that is on, or the next one.
    func wake() {
        let waiter = state.withLock { state -> UnsafeContinuation<Void, Never>? in
            defer { if case .waiting = state { state = .nobodyWaits } else { state = .wokenBefore } }
            if case .waiting(let continuation) = state { return continuation }
            return nil
        }
        waiter?.resume()
    }
}
