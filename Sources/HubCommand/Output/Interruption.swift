import Glibc
import Synchronization

/// Ctrl-C and SIGTERM as a flag, so that a command can stop at a good place. The second one ends the process at once.
struct Interruption: Sendable {
    private static let signals = Atomic<Int>(0)
    private static let message: StaticString = "\nstopping after the batch under way; once more ends at once\n"

    /// Takes the signals over, for the rest of the process.
    init() {
        // Touched here, because first use inside a signal handler could wait for a lock.
        _ = Self.signals.load(ordering: .relaxed)
        for number in [SIGINT, SIGTERM] { signal(number, Self.handle) }
    }

    var isRequested: Bool { Self.signals.load(ordering: .relaxed) > 0 }

    /// Does only what a signal handler may: an atomic, `write`, `_exit`.
    private static let handle: @convention(c) (Int32) -> Void = { number in
        if signals.add(1, ordering: .relaxed).oldValue > 0 { _exit(128 + number) }
        _ = write(STDERR_FILENO, message.utf8Start, message.utf8CodeUnitCount)
    }
}
