import Testing

@testable import Matching

@Suite struct NumberLevelsTests {
    @Test(arguments: [
        ("+49 30 5557701", "030/5557701", "same"), ("+1 (310) 246-1501", "310/246-1501", "same"), ("+1 310 246 1501 ext. 12", "3102461501", "same"),
        ("030 5557702", "030 5557701", "close"), ("030 7654321", "040 5557701", "different"), ("2461501", "310 246 1501", "same"),
    ])
    func phones(left: String, right: String, expected: String) throws {
        let a = try #require(PhoneNumber(left))
        let b = try #require(PhoneNumber(right))
        #expect(ComparisonKind.phone.levels[Int(PhoneLevel.of(a, b))] == expected)
        #expect(PhoneLevel.of(a, b) == PhoneLevel.of(b, a))
        #expect(PhoneLevel.of(a, a) == PhoneLevel.same)
    }

    @Test(arguments: ["", "12", "0000000", "1234567", "n/a", "000 999 999 99"]) func noPhone(text: String) {
        #expect(PhoneNumber(text) == nil)
    }

    @Test(arguments: [
        ("1971-06-24", "19710624", 1), ("1971-06-24", "1971-24-06", 2), ("1971-06-24", "1971-06-25", 2), ("1971-06-24", "1971-01-01", 3),
        ("1971-06-24", "1983-06-24", 3), ("1971-06-24", "1971-12-02", 4), ("1971-06-24", "1950-12-02", 5),
    ])
    func dates(left: String, right: String, expected: UInt8) throws {
        let a = try #require(DateParts(left))
        let b = try #require(DateParts(right))
        #expect(DateLevel.of(a, b) == expected)
        #expect(DateLevel.of(b, a) == expected)
        #expect(DateLevel.of(a, a) == DateLevel.same)
    }

    @Test(arguments: [("100", "100.00", 1), ("100", "100.9", 2), ("100", "109", 3), ("100", "200", 4), ("-5", "5", 4), ("0", "0.0", 1)])
    func numbers(left: String, right: String, expected: UInt8) throws {
        let a = try #require(DecimalValue(left))
        let b = try #require(DecimalValue(right))
        #expect(NumberLevel.of(a, b) == expected)
        #expect(NumberLevel.of(b, a) == expected)
    }

    @Test(arguments: ["", "-", "12a", "1.2.3", "99999999999999999999"]) func noNumber(text: String) {
        #expect(DecimalValue(text) == nil)
    }

    @Test func theSmallestAndLargestNumbersDoNotOverflow() throws {
        let low = try #require(DecimalValue("-922337203685477"))
        let high = try #require(DecimalValue("922337203685477"))
        #expect(NumberLevel.of(low, high) == NumberLevel.different)
        #expect(NumberLevel.ofYears(low, high) == NumberLevel.otherYear)
    }

    @Test(arguments: [("AB-1234", "ab1234", 1), ("AB-1234", "AB1235", 2), ("AB-1234", "XY9999", 3), ("12", "13", 3)])
    func codes(left: String, right: String, expected: UInt8) throws {
        let a = try #require(Code(left))
        let b = try #require(Code(right))
        #expect(CodeLevel.of(a, b) == expected)
        #expect(CodeLevel.of(b, a) == expected)
    }
}
