import Testing

@testable import MasterData

@Suite struct CurrencyTests {
    @Test(arguments: [("EUR", "EUR"), ("eur", "EUR"), ("Euro", "EUR"), ("€", "EUR"), ("US Dollar", "USD"), ("Canadian dollar", "CAD"), ("Swiss Franc", "CHF")])
    func codes(text: String, code: String) throws {
        #expect(try Currency.code(of: text) == code)
    }

    @Test(arguments: ["", "$", "£", "Dollar", "DEM", "XXX", "XTS", "EU", "EURO€"])
    func refuses(text: String) {
        #expect { try Currency.code(of: text) } throws: { ($0 as? ValueRefusal)?.code == "currency" }
    }

    /// ISO 4217's list of minor units.
    @Test(arguments: [("EUR", 2), ("JPY", 0), ("KRW", 0), ("CLP", 0), ("ISK", 0), ("HUF", 2), ("KWD", 3), ("BHD", 3), ("TND", 3), ("CLF", 4), ("UYW", 4), ("AFN", 2)])
    func exponents(code: String, digits: Int) {
        #expect(Currency.exponent(of: code) == digits)
    }

    @Test func exponentOfNoCurrency() {
        #expect(Currency.exponent(of: "ZZZ") == nil)
    }
}
