package import FoundationEssentials

/// Makes golden ids, event ids and correlation ids: UUID version 7 (RFC 9562), so that they sort by the time they were made.
package enum TimeOrderedId {
    /// A new id for `at`; ids of one microsecond differ by 62 random bits.
    package static func make(at: Timestamp = .now) -> UUID {
        let microseconds = UInt64(max(0, at.microseconds))
        let milliseconds = microseconds / 1_000
        // RFC 9562, section 6.2, method 3: the twelve bits behind the milliseconds carry the fraction of the millisecond.
        let fraction = (microseconds % 1_000) * 4_096 / 1_000
        let random = UInt64.random(in: .min ... .max)
        func byte(_ word: UInt64, _ shift: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: word >> shift) }
        return UUID(uuid: (
            byte(milliseconds, 40), byte(milliseconds, 32), byte(milliseconds, 24), byte(milliseconds, 16), byte(milliseconds, 8), byte(milliseconds, 0),
            0x70 | byte(fraction, 8), byte(fraction, 0),
            0x80 | (byte(random, 56) & 0x3F), byte(random, 48), byte(random, 40), byte(random, 32),
            byte(random, 24), byte(random, 16), byte(random, 8), byte(random, 0)
        ))
    }
}

extension UUID {
    /// As the hub writes ids: lower case.
    package var text: String { uuidString.lowercased() }

    /// The order of the bytes: for version 7 the order of age.
    package static func older(_ left: UUID, _ right: UUID) -> Bool {
        withUnsafeBytes(of: left.uuid) { leftBytes in
            withUnsafeBytes(of: right.uuid) { rightBytes in leftBytes.lexicographicallyPrecedes(rightBytes) }
        }
    }
}

extension Timestamp {
    /// The present moment of the system's clock.
    package static var now: Timestamp { Timestamp(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000)) }
}
