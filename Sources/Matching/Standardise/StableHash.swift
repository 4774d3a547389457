/// A 64-bit hash that is the same in every process and on every machine, so that match keys can be stored.
///
/// Eight bytes a step, multiplied and folded, with the finaliser of MurmurHash3 (Austin Appleby, public domain).
/// It is no cryptographic hash: it keeps values out of sight, it does not keep a determined reader from guessing them.
package struct StableHash: Sendable {
    private var state: UInt64

    /// Hashes with different seeds are unrelated.
    package init(seed: UInt64 = 0) {
        state = seed ^ 0x9E37_79B9_7F4A_7C15
    }

    package mutating func combine(_ word: UInt64) {
        state = (state ^ word) &* 0xFF51_AFD7_ED55_8CCD
        state ^= state >> 32
    }

    /// Takes the bytes and their count, so that `ab`+`c` and `a`+`bc` differ.
    package mutating func combine(_ bytes: UnsafeBufferPointer<UInt8>) {
        let raw = UnsafeRawBufferPointer(bytes)
        var offset = 0
        while offset + 8 <= raw.count {
            combine(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
            offset += 8
        }
        var tail: UInt64 = 0
        while offset < raw.count {
            tail = tail << 8 | UInt64(raw[offset])
            offset += 1
        }
        combine(tail)
        combine(UInt64(raw.count))
    }

    package mutating func combine(_ text: String) {
        var text = text
        text.withUTF8 { combine($0) }
    }

    /// The hash of all that was combined; never 0, so that 0 can stand for "none".
    package var value: UInt64 {
        var hash = state
        hash ^= hash >> 33
        hash = hash &* 0xC4CE_B9FE_1A85_EC53
        hash ^= hash >> 33
        return hash == 0 ? 1 : hash
    }

    /// The hash of several texts in their order, for example platform and native id.
    package static func of(_ texts: String..., seed: UInt64 = 0) -> UInt64 {
        var hash = StableHash(seed: seed)
        for text in texts { hash.combine(text) }
        return hash.value
    }

    static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = StableHash()
        hash.combine(bytes)
        return hash.value
    }

    static func of(_ bytes: [UInt8]) -> UInt64 {
        bytes.withUnsafeBufferPointer { of($0) }
    }
}
