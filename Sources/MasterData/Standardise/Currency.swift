/// Currencies by ISO 4217.
package enum Currency {
    /// The code of an active currency, from the code in any case, the English name, or €. Other signs name several currencies.
    package static func code(of text: String) throws(ValueRefusal) -> String {
        if exponents[text] != nil { return text }
        let upper = text.uppercased()
        if exponents[upper] != nil { return upper }
        if text == "€" { return "EUR" }
        if let code = byName[NameFold.fold(text)] { return code }
        throw ValueRefusal("currency", "not an active currency; send its ISO 4217 code, such as EUR")
    }

    /// Digits after the point of the currency's minor unit (EUR 2, JPY 0, KWD 3); nil for a code that is none.
    package static func exponent(of code: String) -> Int? { exponents[code] }

    private static let exponents: [String: Int] = {
        var exponents: [String: Int] = [:]
        TableLines.read(CurrencyTable.lines, fields: 3) { exponents[String($0[0])] = Int($0[1]) }
        return exponents
    }()

    private static let byName: [String: String] = {
        var codes: [String: String] = [:]
        TableLines.read(CurrencyTable.lines, fields: 3) { codes[NameFold.fold(String($0[2]))] = String($0[0]) }
        return codes
    }()
}
