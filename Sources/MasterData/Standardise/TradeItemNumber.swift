/// Global trade item numbers (GS1): 8, 12, 13 or 14 digits, the last one a check digit.
package enum TradeItemNumber {
    /// The number as 14 digits with zeros in front: the form in which GS1 makes UPC, EAN and ITF numbers of one item equal.
    package static func standardise(_ text: String) throws(ValueRefusal) -> String {
        let digits = Array(text.utf8.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "-") })
        guard [8, 12, 13, 14].contains(digits.count), digits.allSatisfy({ $0 &- 0x30 < 10 }), digits.contains(where: { $0 != 0x30 }) else {
            throw ValueRefusal("gtin", "not a GTIN; send its 8, 12, 13 or 14 digits as a string, leading zeros too")
        }
        let padded = Array(repeating: UInt8(0x30), count: 14 - digits.count) + digits
        let sum = padded.enumerated().reduce(0) { $0 + Int($1.element - 0x30) * ($1.offset % 2 == 0 ? 3 : 1) }
        guard sum % 10 == 0 else {
            throw ValueRefusal("check-digit", "the check digit of the GTIN is wrong; compare it with the label")
        }
        return String(decoding: padded, as: UTF8.self)
    }
}
