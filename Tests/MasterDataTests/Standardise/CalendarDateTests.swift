import Testing

@testable import MasterData

@Suite struct CalendarDateTests {
    @Test(arguments: [
        ("2026-01-31", "2026-01-31"), ("2019-2-20", "2019-02-20"), ("20260131", "2026-01-31"), ("2026/1/31", "2026-01-31"), ("31.1.2026", "2026-01-31"),
        ("2024-02-29", "2024-02-29"), ("2000-02-29", "2000-02-29"), ("9999-12-31", "9999-12-31"), ("0001-01-01", "0001-01-01"),
        // The day that is written, not the day in UTC.
        ("2026-01-31T23:30:00-08:00", "2026-01-31"), ("2026-02-01T00:00:00+02:00", "2026-02-01"), ("2026-01-31 10:00:00", "2026-01-31"),
        ("/Date(1506384247000)/", "2017-09-26"), ("/Date(-1)/", "1969-12-31"), ("1506384247000", "2017-09-26"), ("1506384247", "2017-09-26"),
    ])
    func standardises(raw: String, date: String) throws {
        #expect(try CalendarDate.standardise(raw, platform: .other) == date)
        #expect(try CalendarDate.standardise(date, platform: .other) == date)
    }

    @Test(arguments: [
        "", "2026", "2026-13-01", "2026-02-30", "2023-02-29", "1900-02-29", "0000-01-01", "1/2/2026", "01-02-2026", "2026-1/2", "20261301", "2026-01-31x",
        "2026-01-31T25:00:00Z", "tomorrow", "31.13.2026", "12345", "/Date()/", "/Date(x)/", "/Date(99999999999999999)/", "２０２６-01-01",
    ])
    func refuses(raw: String) {
        #expect { try CalendarDate.standardise(raw, platform: .other) } throws: { ($0 as? ValueRefusal)?.code == "date" }
    }

    @Test func eachPlatformSaysNothingInItsWay() throws {
        #expect(try CalendarDate.standardise("1900-01-01", platform: .finance) == nil)
        #expect(try CalendarDate.standardise("1900-01-01T00:00:00Z", platform: .finance) == nil)
        #expect(try CalendarDate.standardise("1900-01-01", platform: .sap) == "1900-01-01")
        #expect(try CalendarDate.standardise("00000000", platform: .sap) == nil)
    }

    /// Every day of eight centuries there and back, each the day after the one before.
    @Test func everyDayComesOnce() throws {
        let first = try #require(CivilDays.number(year: 1600, month: 1, day: 1))
        let last = try #require(CivilDays.number(year: 2399, month: 12, day: 31))
        #expect(last - first == 800 * 365 + 194 - 1)
        for number in first...last {
            let date = CivilDays.date(number)
            guard CivilDays.number(year: date.year, month: date.month, day: date.day) == number else {
                Issue.record("day \(number)")
                return
            }
        }
    }
}
