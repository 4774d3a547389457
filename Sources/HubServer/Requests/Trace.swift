import FoundationEssentials
import HTTPTypes

/// What ties a request to everything it causes: taken from the caller where it brings something usable, made here where not.
struct Trace: Sendable, Hashable {
    /// `X-Correlation-Id`: 1 to 128 visible ASCII characters; made ones are UUIDv7.
    var correlationId: String
    /// `traceparent` as W3C Trace Context, version 00, writes it.
    var traceparent: String

    init(_ fields: HTTPFields) {
        let taken = fields[.correlationId].flatMap { Self.isCorrelationId($0) ? $0 : nil }
        let parent = fields[.traceparent].flatMap { Self.isTraceparent($0) ? $0 : nil }
        if let taken, let parent {
            (correlationId, traceparent) = (taken, parent)
            return
        }
        // One draw from the system feeds all that is made: these are names, not secrets.
        var random = SplitMix64(state: .random(in: .min ... .max))
        correlationId = taken ?? UUID(time: Self.milliseconds(), random: &random).text
        traceparent = parent ?? "00-\(random.next().hex)\((random.next() | 1).hex)-\((random.next() | 1).hex)-01"
    }

    private static func milliseconds() -> UInt64 { UInt64(max(0, Date().timeIntervalSince1970 * 1_000)) }

    static func isCorrelationId(_ text: String) -> Bool {
        (1...128).contains(text.utf8.count) && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
    }

    /// `00-<32 hex, not all zero>-<16 hex, not all zero>-<2 hex>`, lower case.
    static func isTraceparent(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count == 55, bytes[0] == 48, bytes[1] == 48 else { return false }
        for (index, byte) in bytes.enumerated() {
            switch index {
            case 2, 35, 52: guard byte == UInt8(ascii: "-") else { return false }
            default:
                guard (48...57).contains(byte) || (97...102).contains(byte) else { return false }
            }
        }
        return bytes[3..<35].contains { $0 != 48 } && bytes[36..<52].contains { $0 != 48 }
    }
}

// Each is a name by RFC 9110, so none can be nil.
// swift-format-ignore: NeverForceUnwrap
extension HTTPField.Name {
    static let correlationId = Self("X-Correlation-Id")!
    static let idempotencyKey = Self("Idempotency-Key")!
    static let idempotentReplayed = Self("Idempotent-Replayed")!
    static let prefer = Self("Prefer")!
    static let preferenceApplied = Self("Preference-Applied")!
    static let lastEventId = Self("Last-Event-ID")!
}

/// Vigna's SplitMix64: spreads one random seed over several words.
struct SplitMix64 {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension UInt64 {
    /// Sixteen lower-case hexadecimal digits.
    var hex: String {
        String(unsafeUninitializedCapacity: 16) { buffer in
            for index in 0..<16 {
                let nibble = UInt8(truncatingIfNeeded: self >> (60 - 4 * UInt64(index))) & 15
                buffer[index] = nibble < 10 ? nibble + 48 : nibble + 87
            }
            return 16
        }
    }
}

extension UUID {
    /// A UUID of version 7 (RFC 9562, 5.7).
    init(time: UInt64, random: inout SplitMix64) {
        let (first, second) = (random.next(), random.next())
        func byte(_ word: UInt64, _ place: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: word >> (8 * place)) }
        self.init(
            uuid: (
                byte(time, 5), byte(time, 4), byte(time, 3), byte(time, 2), byte(time, 1), byte(time, 0),
                byte(first, 1) & 0x0F | 0x70, byte(first, 0), byte(second, 7) & 0x3F | 0x80, byte(second, 6),
                byte(second, 5), byte(second, 4), byte(second, 3), byte(second, 2), byte(second, 1), byte(second, 0)
            ))
    }

    /// Lower case, as every id in the hub's answers is written.
    var text: String {
        withUnsafeBytes(of: uuid) { bytes in
            String(unsafeUninitializedCapacity: 36) { buffer in
                var place = 0
                for (index, byte) in bytes.enumerated() {
                    if index == 4 || index == 6 || index == 8 || index == 10 {
                        buffer[place] = UInt8(ascii: "-")
                        place += 1
                    }
                    let (high, low) = (byte >> 4, byte & 15)
                    buffer[place] = high < 10 ? high + 48 : high + 87
                    buffer[place + 1] = low < 10 ? low + 48 : low + 87
                    place += 2
                }
                return place
            }
        }
    }

    /// Exactly 36 characters, upper or lower case; nil for anything else.
    init?(text: String) {
        guard text.utf8.count == 36 else { return nil }
        self.init(uuidString: text)
    }
}
