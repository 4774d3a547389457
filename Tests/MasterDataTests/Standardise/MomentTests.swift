import Testing

@testable import MasterData

@Suite struct MomentTests {
    @Test(arguments: [
        ("2026-01-31T12:00:00Z", "2026-01-31T12:00:00.000Z"), ("2026-01-31T12:00:00.123456789+02:00", "2026-01-31T10:00:00.123Z"),
        ("2026-01-31T23:30:00-0800", "2026-02-01T07:30:00.000Z"), ("2026-01-31T12:00:00.000+0000", "2026-01-31T12:00:00.000Z"), ("2026-01-31T12:00+02", "2026-01-31T10:00:00.000Z"),
        ("2026-01-31 12:00:00", "2026-01-31T12:00:00.000Z"), ("2026-01-31", "2026-01-31T00:00:00.000Z"), ("2019-2-20", "2019-02-20T00:00:00.000Z"),
        ("/Date(1506384247000)/", "2017-09-26T00:04:07.000Z"), ("/Date(1506384247000-0700)/", "2017-09-26T00:04:07.000Z"), ("/Date(-1)/", "1969-12-31T23:59:59.999Z"),
        ("1506384247000", "2017-09-26T00:04:07.000Z"), ("1506384247", "2017-09-26T00:04:07.000Z"), ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59.999Z"),
        ("1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59.500Z"), ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z"), ("9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z"),
    ])
    func standardises(raw: String, moment: String) throws {
        #expect(try Moment.standardise(raw, platform: .other) == moment)
        #expect(try Moment.standardise(moment, platform: .other) == moment)
    }

    @Test(arguments: [
        "", "now", "2026-01-31T24:00:00Z", "2026-01-31T12:60:00Z", "2026-01-31T12:00:61Z", "2026-01-31T12Z", "2026-01-31T12:00:00.Z", "2026-01-31T12:00:00+25:00",
        "2026-01-31T12:00:00ZZ", "2026-01-31T12:00:00 UTC", "12345", "12345678901234", "0001-01-01T00:00:00+01:00", "/Date(1506384247000-0700)",
    ])
    func refuses(raw: String) {
        #expect { try Moment.standardise(raw, platform: .other) } throws: { ($0 as? ValueRefusal)?.code == "timestamp" }
    }

    @Test func financeHasNoMomentBeforeItsCalendar() throws {
        #expect(try Moment.standardise("1900-01-01T00:00:00Z", platform: .finance) == nil)
        #expect(try Moment.standardise("1900-01-01T00:00:00Z", platform: .other) == "1900-01-01T00:00:00.000Z")
    }
}
