import Testing

@testable import MasterData

@Suite struct PhoneNumberTests {
    @Test(arguments: [
        ("+49 30 123456", nil, "+4930123456"), ("+49 (0)30 123456", nil, "+4930123456"), ("0049-30-123456", nil, "+4930123456"), ("030/123456", "DE", "+4930123456"),
        ("(030) 12 34 56", "DE", "+4930123456"), ("+39 06 6982", nil, "+39066982"), ("06 698 12345", "IT", "+390669812345"), ("+44 (0)20 7946 0958", nil, "+442079460958"),
        ("020 7946 0958", "GB", "+442079460958"), ("01 23 45 67 89", "FR", "+33123456789"), ("+1 (202) 456-1111", nil, "+12024561111"), ("202.456.1111", "US", "+12024561111"),
        ("1-202-456-1111", "US", "+12024561111"), ("(202) 456-1111 x123", "US", "+12024561111;ext=123"), ("+1 202 456 1111 ext. 7", nil, "+12024561111;ext=7"),
        ("tel:+12024561111;ext=7", nil, "+12024561111;ext=7"), ("011 49 30 123456", "US", "+4930123456"), ("8 (495) 123-45-67", "RU", "+74951234567"),
        ("03-1234-5678", "JP", "+81312345678"), ("06 30 123 4567", "HU", "+36301234567"), ("22 12 34 56", "NO", "+4722123456"), ("+352 12345", nil, "+35212345"),
        ("+49\u{2011}30\u{2013}123456", nil, "+4930123456"), ("912 345 678", "ES", "+34912345678"), ("+800 1234 5678", nil, "+80012345678"),
    ] as [(String, String?, String)])
    func e164(raw: String, country: String?, number: String) throws {
        #expect(try PhoneNumber.standardise(raw, country: country) == number)
        #expect(try PhoneNumber.standardise(number, country: country) == number)
    }

    /// Kept as digits: not enough is known to dial them from abroad.
    @Test(arguments: [
        ("030 123456", nil, "030123456"), ("456-1111", "US", "4561111"), ("123456", "DE", "123456"), ("(020) 7946 0958 ext 5", nil, "02079460958;ext=5"),
        ("102-456-1111", "US", "1024561111"), ("030 123456", "ZZ", "030123456"),
    ] as [(String, String?, String)])
    func national(raw: String, country: String?, number: String) throws {
        #expect(try PhoneNumber.standardise(raw, country: country) == number)
        #expect(try PhoneNumber.standardise(number, country: country) == number)
    }

    @Test(arguments: [
        "n/a", "none", "-", "1234", "1-800-FLOWERS", "+999 123456", "+49", "+", "++4930123456", "030 123456 + 7", "000000000", "+1 102 456 1111",
        "+49 30 1234567890123456", "123456789012345678901", "030 123456 ext", "030 123456 ext 123456789", "030 123456 x 1 x 2", "a@b.de", "٠٣٠١٢٣٤",
    ])
    func refuses(raw: String) {
        #expect { try PhoneNumber.standardise(raw, country: nil) } throws: { ($0 as? ValueRefusal)?.code == "phone" }
    }

    @Test func extensionsComeOff() {
        #expect(PhoneNumber.withoutExtension("+12024561111;ext=7") == "+12024561111")
        #expect(PhoneNumber.withoutExtension("+12024561111") == "+12024561111")
    }

    @Test func thePlanOfEveryCountryIsUsable() {
        #expect(NumberingPlan.byCountry.count >= 240)
        for (country, plan) in NumberingPlan.byCountry {
            #expect(Country.isCode(country) || ["AC", "TA"].contains(country), "\(country)")
            #expect(plan.lengths.lowerBound <= plan.subscriberLengths.lowerBound && plan.subscriberLengths.upperBound <= plan.lengths.upperBound, "\(country)")
        }
    }
}
