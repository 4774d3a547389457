import Testing

@testable import MasterData

@Suite struct CountryTests {
    @Test(arguments: [
        ("DE", "DE"), ("de", "DE"), ("DEU", "DE"), ("276", "DE"), ("Deutschland", "DE"), ("Federal Republic of Germany", "DE"), ("USA", "US"), ("U.S.A.", "US"),
        ("United States of America", "US"), ("United States", "US"), ("the united states", "US"), ("UK", "GB"), ("Great Britain", "GB"), ("England", "GB"),
        ("Österreich", "AT"), ("OESTERREICH", "AT"), ("Schweiz", "CH"), ("Côte d’Ivoire", "CI"), ("Cote d'Ivoire", "CI"), ("Ivory Coast", "CI"), ("日本", "JP"),
        ("Россия", "RU"), ("The Netherlands", "NL"), ("Holland", "NL"), ("EL", "GR"), ("Czech Republic", "CZ"), ("Czechia", "CZ"), ("Türkiye", "TR"), ("Turkey", "TR"),
        ("Antigua & Barbuda", "AG"), ("Antigua and Barbuda", "AG"), ("South Korea", "KR"), ("Korea, Republic of", "KR"), ("Viet Nam", "VN"), ("Vietnam", "VN"),
        ("Polska", "PL"), ("España", "ES"), ("Danmark", "DK"), ("Ísland", "IS"), ("4", "AF"), ("004", "AF"), ("XK", "XK"), ("România", "RO"), ("Ελλάδα", "GR"),
        ("مصر", "EG"), ("中国", "CN"), ("Việt Nam", "VN"), ("Curaçao", "CW"), ("Åland Islands", "AX"), ("Guinea-Bissau", "GW"), ("Guinea", "GN"), ("Niger", "NE"),
    ])
    func codes(text: String, code: String) throws {
        #expect(try Country.code(of: text) == code)
        #expect(try Country.code(of: code) == code)
    }

    @Test(arguments: ["", "ZZ", "XX", "D", "Germania Inferior", "Earth", "999", "Berlin", "America Latina", "the", "-4.50", "2 7 6", "0276", "U K K"])
    func refuses(text: String) {
        #expect { try Country.code(of: text) } throws: { ($0 as? ValueRefusal)?.code == "country" }
    }

    /// All 249 of ISO 3166-1 and XK; every code and name in the table leads to its own row, so no two rows claim one name.
    @Test func everyNameLeadsToItsCountry() throws {
        var rows = 0
        for line in CountryTable.lines.split(separator: "\n") {
            let row = line.split(separator: " ", maxSplits: 3)
            try #require(row.count == 4)
            rows += 1
            for spelling in [row[0], row[1], row[2]] + row[3].split(separator: "|") {
                #expect(try Country.code(of: String(spelling)) == String(row[0]), "\(spelling)")
            }
        }
        #expect(rows == 250)
    }
}
