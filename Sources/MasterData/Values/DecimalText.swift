/// Exact decimals as their one shortest plain text: `12.5`, `-0.001`, `1000`, `0`. Never binary floating point, so no amount changes.
package enum DecimalText {
    /// Digits before and after the point together.
    package static let digitLimit = 38
    /// Digits after the point.
    package static let fractionLimit = 18

    /// The canonical text of a JSON number or of a number written as a string.
    ///
    /// Takes a sign in front or, as SAP writes it, behind (`100.00-`), an exponent, and `.5` or `5.`. Refuses thousands separators and
    /// decimal commas, which mean different amounts in different countries, and never rounds: what does not fit the limits is refused.
    package static func canonical(_ raw: String) throws(ValueRefusal) -> String {
        if isPlainInteger(raw) { return raw }
        var parsed = try ParsedDecimal(raw)
        parsed.strip()
        let integerDigits = max(0, parsed.digits.count - parsed.fraction)
        guard integerDigits + parsed.fraction <= digitLimit, parsed.fraction <= fractionLimit else {
            throw ValueRefusal("decimal-range", "more than \(digitLimit) digits, or more than \(fractionLimit) after the point; send fewer digits")
        }
        return parsed.text
    }

    /// -1, 0 or 1 as `left` is less than, equal to or greater than `right`. Both must be canonical.
    package static func compare(_ left: String, _ right: String) -> Int {
        let leftNegative = left.utf8.first == UInt8(ascii: "-")
        let rightNegative = right.utf8.first == UInt8(ascii: "-")
        if leftNegative != rightNegative { return leftNegative ? -1 : 1 }
        let order = compareMagnitudes(Array(left.utf8.drop { $0 == UInt8(ascii: "-") }), Array(right.utf8.drop { $0 == UInt8(ascii: "-") }))
        return leftNegative ? -order : order
    }

    /// The exact sum of two canonical decimals, itself canonical; refused past the limits.
    package static func sum(_ left: String, _ right: String) throws(ValueRefusal) -> String {
        let first = try ParsedDecimal(left)
        let second = try ParsedDecimal(right)
        return try canonical(ParsedDecimal.sum(first, second).text)
    }

    /// An amount in minor units (Stripe's and Chargebee's cents) as a decimal: 1250 with two digits is `12.5`.
    /// - Parameter exponent: Digits after the point, 0 ... 18; `Currency.exponent(of:)` knows them.
    package static func fromMinorUnits(_ units: Int64, exponent: Int) -> String {
        let places = min(max(exponent, 0), fractionLimit)
        var parsed = ParsedDecimal(negative: units < 0, digits: Array(String(units.magnitude).utf8), fraction: places)
        parsed.strip()
        return parsed.text
    }

    /// `0`, or digits without a leading zero and perhaps a minus: the common case, canonical as it is.
    private static func isPlainInteger(_ raw: String) -> Bool {
        var length = 0
        var leadingZero = false
        var negative = false
        for byte in raw.utf8 {
            if byte == UInt8(ascii: "-"), length == 0, !negative {
                negative = true
                continue
            }
            guard byte &- 0x30 < 10 else { return false }
            if length == 0, byte == 0x30 { leadingZero = true }
            length += 1
        }
        guard length > 0, length <= digitLimit else { return false }
        return leadingZero ? length == 1 && !negative : true
    }

    private static func compareMagnitudes(_ left: [UInt8], _ right: [UInt8]) -> Int {
        let point = UInt8(ascii: ".")
        let leftWhole = left.firstIndex(of: point) ?? left.count
        let rightWhole = right.firstIndex(of: point) ?? right.count
        if leftWhole != rightWhole { return leftWhole < rightWhole ? -1 : 1 }
        for index in 0..<min(left.count, right.count) where left[index] != right[index] {
            return left[index] < right[index] ? -1 : 1
        }
        return left.count == right.count ? 0 : left.count < right.count ? -1 : 1
    }
}
