import Testing

@testable import PolicyFiles

@Suite struct OwnershipPeriodsTests {
    private func found(_ periods: [String]) throws -> [String] {
        let items = periods.map { "      - { \($0) }\n" }.joined()
        return try PolicyFolderFixture.mistakes(attributes: "  status: { type: text }\n  a:\n    type: text\n    owner:\n\(items)")
    }

    @Test(
        "periods that follow each other, in any order of writing",
        arguments: [
            ["platform: sap"], ["platform: netsuite, until: 2027-01-01", "platform: sap, from: 2027-01-01"],
            ["platform: sap, from: 2027-01-01", "platform: netsuite, until: 2027-01-01"],
            ["platform: sap, until: 2026-01-01", "platform: netsuite, from: 2026-01-01, until: 2027-01-01", "platform: zuora, from: 2027-01-01"],
            ["platform: sap, when: { status: x }", "platform: netsuite"],
            ["platform: sap, when: { status: x }, until: 2027-01-01", "platform: netsuite"],
        ])
    func right(periods: [String]) throws {
        #expect(try found(periods) == [])
    }

    @Test(
        "overlaps",
        arguments: [
            (
                ["platform: netsuite, until: 2027-01-01", "platform: sap, from: 2026-12-31"],
                "8: two owners of `a` at once: `netsuite` (until 2027-01-01) and `sap` (from 2026-12-31)"
            ),
            (
                ["platform: netsuite", "platform: sap, from: 2026-12-31"],
                "8: two owners of `a` at once: `netsuite` (always) and `sap` (from 2026-12-31)"
            ),
            (
                ["platform: netsuite, from: 2026-01-01, until: 2027-01-01", "platform: sap, from: 2026-06-01, until: 2026-07-01"],
                "8: two owners of `a` at once: `netsuite` (from 2026-01-01 until 2027-01-01) and `sap` (from 2026-06-01 until 2026-07-01)"
            ),
            (
                ["platform: sap, when: { status: x }, else: zuora", "platform: netsuite"],
                "8: two owners of `a` at once: `sap` (always) and `netsuite` (always)"
            ),
        ])
    func overlaps(periods: [String], message: String) throws {
        #expect(try found(periods) == [message + "; let each period begin `from` the day on which the one before it ends with `until`"])
    }

    @Test(
        "gaps",
        arguments: [
            (
                ["platform: netsuite, until: 2026-01-01", "platform: sap, from: 2027-01-01"],
                "8: nobody owns `a` from `2026-01-01` until `2027-01-01`; write `from: 2026-01-01`, or add a period"
            ),
            (
                ["platform: sap, from: 2027-01-01", "platform: netsuite, until: 2026-01-01"],
                "7: nobody owns `a` from `2026-01-01` until `2027-01-01`; write `from: 2026-01-01`, or add a period"
            ),
            (
                ["platform: sap, from: 2027-01-01"],
                "7: warning: nobody owns `a` before `2027-01-01`; leave out `from` of the first period unless that is meant"
            ),
            (
                ["platform: sap, until: 2027-01-01"],
                "7: warning: nobody owns `a` from `2027-01-01` on; leave out `until` of the last period unless that is meant"
            ),
        ])
    func gaps(periods: [String], message: String) throws {
        #expect(try found(periods) == [message])
    }
}
