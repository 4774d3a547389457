import Testing

@testable import SampleData

@Suite struct CheckDigitsTests {
    @Test func `a published LEI keeps its check digits`() {
        #expect(CheckDigits.mod97(Array("5493001KJTIIGC8Y1R".utf8)) == 12)
    }

    @Test(arguments: [("400638133393", 1), ("501234567890", 0), ("03600029145", 2), ("9638507", 4)])
    func `published GTINs keep their check digits`(body: String, check: Int) {
        #expect(CheckDigits.gtin(body.utf8.map { Int($0) - 48 }) == check)
    }

    @Test func `luhn's own example`() {
        #expect(CheckDigits.luhn([7, 9, 9, 2, 7, 3, 9, 8, 7, 1]) == 3)
    }
}
