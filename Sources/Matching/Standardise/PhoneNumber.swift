/// A phone number as it is compared: its digits without extension and leading zeros.
struct PhoneNumber: Sendable, Hashable {
    /// Of an international number with its country code.
    var digits: [UInt8]

    /// The digits by which two spellings of one number agree (national or international): the last eight.
    var tail: [UInt8] { digits.suffix(8) }

    /// nil when there are fewer than six digits or it is a placeholder.
    init?(_ text: String) {
        var digits: [UInt8] = []
        for byte in text.utf8 {
            if byte >= 0x30, byte <= 0x39 {
                if byte != 0x30 || !digits.isEmpty { digits.append(byte) }
            } else if Self.startsExtension(byte), digits.count >= 6 {
                break
            }
        }
        guard digits.count >= 6, digits.count <= 18, !Placeholders.isNumber(digits.suffix(7)) else { return nil }
        self.digits = digits
    }

    /// `x12`, `ext. 12`, `#12`, `;ext=12`.
    private static func startsExtension(_ byte: UInt8) -> Bool {
        byte == 0x78 || byte == 0x58 || byte == 0x65 || byte == 0x45 || byte == 0x23 || byte == 0x3B
    }
}
