import Testing

@testable import MasterData

@Suite struct TradeItemNumberTests {
    /// GS1's own examples and well-known goods.
    @Test(arguments: [
        ("4006381333931", "04006381333931"), ("036000291452", "00036000291452"), ("96385074", "00000096385074"), ("10614141000415", "10614141000415"),
        ("4 006381 333931", "04006381333931"), ("0-36000-29145-2", "00036000291452"),
    ])
    func takes(raw: String, number: String) throws {
        #expect(try TradeItemNumber.standardise(raw) == number)
        #expect(try TradeItemNumber.standardise(number) == number)
    }

    @Test(arguments: [("4006381333932", "check-digit"), ("4006381339331", "check-digit"), ("36000291452", "gtin"), ("400638133393A", "gtin"), ("00000000", "gtin"), ("", "gtin")])
    func refuses(raw: String, code: String) {
        #expect { try TradeItemNumber.standardise(raw) } throws: { ($0 as? ValueRefusal)?.code == code }
    }
}
