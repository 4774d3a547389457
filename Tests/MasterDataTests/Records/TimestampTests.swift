import MasterData
import Testing

@Suite struct TimestampTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0), ("1970-01-01", 0), ("2000-02-29T12:30:45.5Z", 951_827_445_500_000), ("2026-11-23T10:00:00+01:00", 1_795_424_400_000_000),
        ("2026-11-23 09:00:00", 1_795_424_400_000_000), ("1969-12-31T23:59:59.999999Z", -1), ("0001-01-01", -62_135_596_800_000_000),
    ] as [(String, Int64)])
    func readsMoments(text: String, microseconds: Int64) {
        #expect(Timestamp(text)?.microseconds == microseconds)
    }

    @Test(arguments: ["", "2026", "2026-13-01", "2026-02-29", "2026-11-23T24:00:00Z", "2026-11-23T10:00:00+25:00", "2026-11-23T10:00:00Zx", "x026-11-23", "2026-11-23T10"])
    func refusesWhatIsNone(text: String) {
        #expect(Timestamp(text) == nil)
    }

    @Test func writesWhatItReads() {
        for microseconds in stride(from: Int64(-62_135_596_800_000_000), to: 253_402_300_799_000_000, by: 1_234_567_890_123_457) {
            let text = Timestamp(microseconds: microseconds).text
            #expect(Timestamp(text)?.microseconds == microseconds, "\(text)")
        }
    }
}
