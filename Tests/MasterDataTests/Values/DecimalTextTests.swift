import Testing

@testable import MasterData

@Suite struct DecimalTextTests {
    @Test(arguments: [
        ("0", "0"), ("-0", "0"), ("0E-9", "0"), ("0.00", "0"), ("12.50", "12.5"), ("1e3", "1000"), ("1E+3", "1000"), ("1.5e-3", "0.0015"), ("-12.500", "-12.5"),
        ("1745500706683617281", "1745500706683617281"), ("007", "7"), ("-007.10", "-7.1"), ("100.00-", "-100"), (".5", "0.5"), ("5.", "5"), ("+5", "5"),
        (" 5 ", "5"), ("1e37", "1" + String(repeating: "0", count: 37)), ("1e-18", "0.000000000000000001"), ("10e-19", "0.000000000000000001"),
        ("12345678901234567890123456789012345678", "12345678901234567890123456789012345678"), ("0.1000000000000000000000", "0.1"),
    ])
    func canonical(raw: String, text: String) throws {
        #expect(try DecimalText.canonical(raw) == text)
        #expect(try DecimalText.canonical(text) == text)
    }

    @Test(arguments: ["", " ", "-", ".", "1,5", "1.234,50", "1,234.50", "1 000", "12a", "--1", "1-2", "1e", "1e401", "1e5.5", "Infinity", "NaN", "0x1F", "١٢"])
    func refusesWhatIsNoDecimal(raw: String) {
        #expect { try DecimalText.canonical(raw) } throws: { ($0 as? ValueRefusal)?.code == "decimal" }
    }

    @Test(arguments: ["1e38", "1e-19", "123456789012345678901234567890123456789", "0.1234567890123456789", "123456789012345678901.123456789012345678"])
    func neverRounds(raw: String) {
        #expect { try DecimalText.canonical(raw) } throws: { ($0 as? ValueRefusal)?.code == "decimal-range" }
    }

    @Test(arguments: [
        ("0", "0", 0), ("1", "2", -1), ("10", "9", 1), ("-1", "1", -1), ("-10", "-9", -1), ("1.5", "1.45", 1), ("1.5", "1.50000000001", -1), ("0.1", "0", 1),
        ("-0.1", "0", -1), ("123456789012345678901234567890", "123456789012345678901234567889", 1),
    ])
    func compares(left: String, right: String, order: Int) {
        #expect(DecimalText.compare(left, right) == order)
        #expect(DecimalText.compare(right, left) == -order)
    }

    @Test(arguments: [
        ("1", "2", "3"), ("0.1", "0.2", "0.3"), ("99.99", "0.01", "100"), ("-1", "1", "0"), ("5", "-7.5", "-2.5"), ("-5", "7.5", "2.5"), ("-1.1", "-2.2", "-3.3"),
        ("0", "-0.001", "-0.001"),
    ])
    func sums(left: String, right: String, sum: String) throws {
        #expect(try DecimalText.sum(left, right) == sum)
        #expect(try DecimalText.sum(right, left) == sum)
    }

    /// Against 64-bit integers in thousandths.
    @Test func agreesWithIntegerArithmetic() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SplitMix(seed: seed)
        for _ in 0..<20_000 {
            let left = Int64.random(in: -1_000_000...1_000_000, using: &random)
            let right = Int64.random(in: -1_000...1_000, using: &random)
            let first = DecimalText.fromMinorUnits(left, exponent: 3)
            let second = DecimalText.fromMinorUnits(right, exponent: 3)
            #expect(DecimalText.compare(first, second) == (left < right ? -1 : left == right ? 0 : 1), "seed \(seed)")
            #expect(try DecimalText.sum(first, second) == DecimalText.fromMinorUnits(left + right, exponent: 3), "seed \(seed)")
        }
    }

    @Test(arguments: [(1250, 2, "12.5"), (-5, 2, "-0.05"), (500, 0, "500"), (1, 3, "0.001"), (0, 2, "0"), (Int64.min, 2, "-92233720368547758.08")] as [(Int64, Int, String)])
    func minorUnits(units: Int64, exponent: Int, text: String) {
        #expect(DecimalText.fromMinorUnits(units, exponent: exponent) == text)
    }
}
