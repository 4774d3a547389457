#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A key as it stands in JSON text, ordered by its bytes. The first eight bytes as one big-endian number decide most comparisons.
struct JSONKeySlice {
    private let prefix: UInt64
    private let start: Int
    private let count: Int
    /// The key's place among the members of its object.
    let index: Int

    @inline(__always)
    init(start: Int, count: Int, index: Int, in bytes: UnsafeRawBufferPointer) {
        self.start = start
        self.count = count
        self.index = index
        if start + 8 <= bytes.count {
            let word = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
            prefix = count >= 8 ? word : count == 0 ? 0 : word & ~(UInt64.max >> (8 * UInt64(count)))
        } else {
            var word: UInt64 = 0
            for index in 0..<8 { word = word << 8 | (index < count ? UInt64(bytes[start + index]) : 0) }
            prefix = word
        }
    }

    @inline(__always)
    func precedes(_ other: JSONKeySlice, in bytes: UnsafeRawBufferPointer) -> Bool {
        if prefix != other.prefix { return prefix < other.prefix }
        let common = min(count, other.count)
        if common > 8, let base = bytes.baseAddress {
            let order = memcmp(base + start + 8, base + other.start + 8, common - 8)
            if order != 0 { return order < 0 }
        }
        return count < other.count
    }
}
