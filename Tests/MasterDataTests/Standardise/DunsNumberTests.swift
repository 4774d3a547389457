import Testing

@testable import MasterData

@Suite struct DunsNumberTests {
    @Test(arguments: [("150483782", "150483782"), ("15-048-3782", "150483782"), ("00 123 4567", "001234567")])
    func takes(raw: String, number: String) throws {
        #expect(try DunsNumber.standardise(raw) == number)
    }

    @Test(arguments: ["", "15048378", "1504837820", "15048378A", "000000000", "150.483.782", "１５０４８３７８２"])
    func refuses(raw: String) {
        #expect { try DunsNumber.standardise(raw) } throws: { ($0 as? ValueRefusal)?.code == "duns" }
    }
}
