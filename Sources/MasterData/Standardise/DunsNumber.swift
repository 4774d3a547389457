/// Dun & Bradstreet's D-U-N-S numbers: nine digits, no check digit (it was given up in 2006).
package enum DunsNumber {
    package static func standardise(_ text: String) throws(ValueRefusal) -> String {
        var digits: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39: digits.append(byte)
            case UInt8(ascii: "-"), UInt8(ascii: " "): break
            default: throw refusal
            }
        }
        guard digits.count == 9, digits.contains(where: { $0 != 0x30 }) else { throw refusal }
        return String(decoding: digits, as: UTF8.self)
    }

    private static let refusal = ValueRefusal("duns", "not a D-U-N-S number; send its nine digits as a string, leading zeros too")
}
