import Testing

@testable import SampleData

@Suite struct TaxNumbersTests {
    /// Numbers that their holders or the authorities publish; each is made again from its own digits.
    @Test(arguments: [
        ("DE", "136695970", "DE136695976"), ("AT", "135856200", "ATU13585627"), ("CH", "000155210", "CHE100155212"),
        ("FR", "404833040", "FR83404833048"),
        ("NL", "004495440", "NL004495445B01"), ("IT", "007431114", "IT00743110157"), ("SE", "000012579", "SE556012579001"),
        ("DK", "135856200", "DK13585628"),
        ("PL", "856734621", "PL8567346215"), ("BE", "428759400", "BE0428759497"), ("IE", "643343500", "IE6433435F"),
        ("FI", "207747400", "FI20774740"),
        ("NO", "095525820", "NO995525828MVA"), ("PT", "001964840", "PT501964843"), ("ES", "583784310", "ESB58378431"),
        ("CA", "123026630", "123026635RT0001"),
    ])
    func `published numbers come out of their stems`(country: String, stem: String, number: String) {
        #expect(TaxNumbers.number(country: country, stem: stem.utf8.map { Int($0) - 48 }) == number)
    }

    @Test func `a british number passes the 97-55 test`() throws {
        var random = SeededRandom(seed: 1)
        for _ in 0..<1_000 {
            let number = try #require(TaxNumbers.number(country: "GB", stem: RegisterNumbers.digits(9, &random)))
            let digits = number.utf8.dropFirst(2).map { Int($0) - 48 }
            #expect((CheckDigits.weighted(digits, [8, 7, 6, 5, 4, 3, 2, 10, 1]) + 55) % 97 == 0)
        }
    }

    @Test func `every country of the sample has numbers`() {
        var random = SeededRandom(seed: 2)
        for country in Country.all.elements {
            let numbers = (0..<50).compactMap { _ in TaxNumbers.number(country: country.code, stem: RegisterNumbers.digits(9, &random)) }
            #expect(numbers.count > 30, "\(country.code)")
        }
    }
}
