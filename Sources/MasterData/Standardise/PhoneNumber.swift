/// Telephone numbers.
package enum PhoneNumber {
    /// The number in E.164 (`+493012345678`) where it can be known, an extension behind it as in RFC 3966 (`+493012345678;ext=12`).
    ///
    /// It can be known from `+`, `00` or, dialled from the North American plan, `011`; or when `country` is known and the number fits that
    /// country's plan: with its trunk prefix, or with exactly the length that all its numbers have. A number that fits nowhere but could be
    /// one of an unknown country or a local one is kept as its bare digits, without `+`: it can be compared, not dialled from abroad.
    /// - Parameter country: ISO alpha-2 code of the country that a national number belongs to.
    package static func standardise(_ raw: String, country: String?) throws(ValueRefusal) -> String {
        let written = try PhoneReader.read(raw)
        let suffix = written.extension.isEmpty ? "" : ";ext=" + String(decoding: written.extension, as: UTF8.self)
        let plan = country.flatMap { NumberingPlan.byCountry[$0] }
        var digits = written.digits[...]
        var international = written.international
        if !international, digits.starts(with: [0x30, 0x30]) {
            international = true
            digits = digits.dropFirst(2)
        } else if !international, plan?.callingCode == "1", digits.starts(with: "011".utf8), digits.count > 11 {
            international = true
            digits = digits.dropFirst(3)
        }
        if international {
            guard let number = NumberingPlan.international(digits) else { throw refusal }
            return number + suffix
        }
        if let plan, let number = plan.national(digits) { return number + suffix }
        guard (5...15).contains(digits.count), digits.contains(where: { $0 != 0x30 }) else { throw refusal }
        return String(decoding: digits, as: UTF8.self) + suffix
    }

    /// A standardised number without its extension: what two people in one office have in common.
    package static func withoutExtension(_ standard: String) -> String {
        guard let mark = standard.utf8.firstIndex(of: UInt8(ascii: ";")) else { return standard }
        return String(standard[..<mark])
    }

    static let refusal = ValueRefusal("phone", "not a telephone number; send one number, best as +country code and number")
}
