#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A standardised value's bytes, borrowed from where they are kept.
typealias Letters = UnsafeBufferPointer<UInt8>

extension UnsafeBufferPointer where Element == UInt8 {
    @inline(__always)
    func equals(_ other: Letters) -> Bool {
        guard count == other.count else { return false }
        guard let a = baseAddress, let b = other.baseAddress else { return true }
        return memcmp(a, b, count) == 0
    }

    /// The stretch from `start`, at most `length` bytes; shorter at the end.
    @inline(__always)
    func stretch(_ start: Int, _ length: Int) -> Letters {
        guard let base = baseAddress, start < count else { return Letters(start: nil, count: 0) }
        return Letters(start: base + start, count: Swift.min(length, count - start))
    }

    /// A hash for tables in memory and for match keys; see `StableHash`.
    @inline(__always)
    func stableHash(seed: UInt64) -> UInt64 {
        var hash = StableHash(seed: seed)
        hash.combine(self)
        return hash.value
    }

    @inline(__always)
    func isBefore(_ other: Letters) -> Bool {
        guard let a = baseAddress, let b = other.baseAddress else { return count < other.count }
        let order = memcmp(a, b, Swift.min(count, other.count))
        return order == 0 ? count < other.count : order < 0
    }
}
