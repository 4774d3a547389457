import Testing

@testable import SampleData

@Suite struct SampleTimeTests {
    @Test(arguments: [(0, "1970-01-01"), (11_016, "2000-02-29"), (19_782, "2024-02-29"), (20_758, "2026-11-01"), (20_819, "2027-01-01")])
    func `days become dates`(days: Int, date: String) {
        #expect(SampleTime.day(days) == date)
    }

    @Test func `updates lie in the three years before November 2026`() {
        var random = SeededRandom(seed: 8)
        for _ in 0..<1_000 {
            let time = SampleTime.updated(&random)
            #expect(time.text >= "2023-11-01" && time.text < "2026-11-01T00:00:01")
            #expect(time.text.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/) != nil)
        }
    }
}
