import Glibc

/// A lower bound of the bytes that a command has received, so that a runaway result is stopped while it comes in.
///
/// libpq does not say how much it reads. The kernel says how much waits before and after, and libpq reads at least
/// 8 KiB of it at a time; the sum misses at most half. The exact size is checked when the result is complete.
struct IncomingBytes {
    private(set) var count = 0
    private var reads = 0
    private var before = 0

    /// Most results are complete after a few reads and need no counting.
    private static let uncountedReads = 32
    private static let leastRead = 8_192

    mutating func willRead(_ descriptor: Int32) {
        reads += 1
        guard reads > Self.uncountedReads else { return }
        before = Self.waiting(descriptor)
    }

    mutating func didRead(_ descriptor: Int32) {
        guard reads > Self.uncountedReads else { return }
        count += max(min(before, Self.leastRead), before - Self.waiting(descriptor))
    }

    private static func waiting(_ descriptor: Int32) -> Int {
        var bytes: Int32 = 0
        return ioctl(descriptor, UInt(FIONREAD), &bytes) == 0 ? Int(bytes) : 0
    }
}
