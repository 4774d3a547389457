/// VAT numbers of the European Union, Northern Ireland, Great Britain, Switzerland and Norway: format and check digits.
///
/// Formats after the European Commission's VIES ("VAT number format", frequently asked question 11); algorithms after its "VIES VAT number
/// algorithms" and the registers of CH (eCH-0097), GB (HMRC) and NO (Brønnøysundregistrene), each checked against python-stdnum, which
/// implements them independently, on thousands of numbers per country.
enum VatNumber {
    enum Verdict { case valid, wrongFormat, wrongCheckDigit }

    /// ISO country of a VAT prefix: EL is Greece, XI is Northern Ireland.
    static func country(ofPrefix prefix: String) -> String? {
        switch prefix {
        case "EL": "GR"
        case "XI": "GB"
        default: prefixes.contains(prefix) && prefix != "EL" ? prefix : nil
        }
    }

    /// VAT prefix of an ISO country.
    static func prefix(ofCountry country: String) -> String? {
        country == "GR" ? "EL" : prefixes.contains(country) ? country : nil
    }

    private static let prefixes: Set<String> = [
        "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "EL", "ES", "FI", "FR", "GB", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MT", "NL", "NO",
        "PL", "PT", "RO", "SE", "SI", "SK", "XI",
    ]

    /// Judges the part after the prefix: upper-case letters and digits only, as `body(_:prefix:)` brings it.
    static func judge(_ body: [UInt8], prefix: String) -> Verdict {
        guard let scheme = VatSchemes.byPrefix[prefix], scheme.hasFormat(body) else { return .wrongFormat }
        return scheme.isValid(body[...]) ? .valid : .wrongCheckDigit
    }

    /// The part after the prefix without what the register does not count to the number: CHE…MWST, …MVA, the ninth digit of old Belgian numbers.
    static func body(_ bytes: ArraySlice<UInt8>, prefix: String) -> [UInt8] {
        var body = Array(bytes)
        switch prefix {
        case "CH":
            for suffix in ["MWST", "TVA", "IVA", "VAT"] where body.count > 10 && body.suffix(suffix.utf8.count).elementsEqual(suffix.utf8) {
                body.removeLast(suffix.utf8.count)
                break
            }
        case "NO": if body.count == 12, body.suffix(3).elementsEqual("MVA".utf8) { body.removeLast(3) }
        case "BE": if body.count == 9 { body.insert(0x30, at: 0) }
        default: break
        }
        return body
    }
}

/// One country's rule: how its numbers look and which of them can exist.
struct VatScheme {
    /// Each pattern spells one form: 9 a digit, @ a letter, * either, other characters themselves.
    let patterns: [[UInt8]]
    let isValid: @Sendable (ArraySlice<UInt8>) -> Bool

    init(_ patterns: String..., isValid: @escaping @Sendable (ArraySlice<UInt8>) -> Bool) {
        self.patterns = patterns.map { Array($0.utf8) }
        self.isValid = isValid
    }

    func hasFormat(_ body: [UInt8]) -> Bool {
        patterns.contains { pattern in
            pattern.count == body.count
                && zip(pattern, body).allSatisfy { mark, byte in
                    switch mark {
                    case UInt8(ascii: "9"): byte &- 0x30 < 10
                    case UInt8(ascii: "@"): byte &- 0x41 < 26
                    case UInt8(ascii: "*"): byte &- 0x30 < 10 || byte &- 0x41 < 26
                    default: byte == mark
                    }
                }
        }
    }
}
