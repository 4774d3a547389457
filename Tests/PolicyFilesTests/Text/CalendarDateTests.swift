import Testing

@testable import PolicyFiles

@Suite struct CalendarDateTests {
    @Test(arguments: ["2027-01-01", "2024-02-29", "2000-02-29", "9999-12-31", "0001-01-01"]) func valid(text: String) {
        #expect(CalendarDate.isValid(text))
    }

    @Test(arguments: ["", "2027-1-1", "2027-13-01", "2027-00-10", "2027-02-29", "1900-02-29", "2027-04-31", "2027-01-00", "0000-01-01", "2027/01/01", "20270101", "2027-01-01T00:00:00Z", "２０２７-01-01"])
    func invalid(text: String) {
        #expect(!CalendarDate.isValid(text))
    }
}
