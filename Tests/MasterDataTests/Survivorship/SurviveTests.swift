import MasterData
import Testing

@Suite struct SurviveTests {
    /// One attribute `a`, reported by some platforms: (platform, id, value, time).
    private func survivor(
        _ attribute: AttributePolicy, _ reports: [(String, String, JSONValue, String?)], on date: String = "2026-11-23"
    ) -> (value: JSONValue?, rule: String?, records: [Int64]) {
        let policy = EntityPolicy(entity: .customer, attributes: [attribute])
        let records = reports.enumerated().map { place, report in
            SourceRecord(
                recordId: Int64(place + 1), key: SourceKey(entity: .customer, platform: report.0, nativeId: report.1), status: .active,
                updatedAt: report.3.flatMap { Timestamp($0) }, attributes: ["a": report.2])
        }
        var result: GoldenContent?
        // Any order of the records gives the same result.
        for turn in records.indices {
            let rotated = Array(records[turn...] + records[..<turn])
            for order in [rotated, rotated.reversed()] {
                let content = policy.survive(order, on: date)
                if let result { #expect(content == result) }
                result = content
            }
        }
        return (result?.attributes["a"], result?[lineage: "a"]?.rule, result?[lineage: "a"]?.records ?? [])
    }

    private func attribute(_ strategy: Survivorship.Strategy, rank: [String] = [], type: AttributeType = .text) -> AttributePolicy {
        AttributePolicy(name: "a", type: type, survivorship: Survivorship(strategy, rank: rank))
    }

    private static let reports: [(String, String, JSONValue, String?)] = [
        ("sap", "1", "Nordlicht Energie", "2026-01-01T00:00:00Z"),
        ("zuora", "2", "Nordlicht", "2026-03-01T00:00:00Z"),
        ("salesforce", "3", "Nordlicht", "2026-02-01T00:00:00Z"),
        ("stripe", "4", "Nordlicht Energie GmbH & Co", nil),
    ]

    @Test(arguments: [
        (Survivorship.Strategy.mostRecent, "Nordlicht", "mostRecent"),
        (.oldest, "Nordlicht Energie", "oldest"),
        (.mostFrequent, "Nordlicht", "mostFrequent"),
        (.longest, "Nordlicht Energie GmbH & Co", "longest"),
        (.shortest, "Nordlicht", "shortest"),
        (.minimum, "Nordlicht", "minimum"),
        (.maximum, "Nordlicht Energie GmbH & Co", "maximum"),
        (.platformRank, "Nordlicht Energie", "platformRank"),
        (.trust(["sap": .init(score: 60), "zuora": .init(score: 90)]), "Nordlicht", "trust"),
        (.trust(["sap": .init(score: 60), "zuora": .init(score: 90, halfLifeDays: 1), "salesforce": .init(score: 50, halfLifeDays: 1)]), "Nordlicht", "trust"),
        (.owner, "Nordlicht", "mostRecent"),
    ])
    func eachStrategyChooses(strategy: Survivorship.Strategy, value: String, rule: String) {
        let result = survivor(attribute(strategy, rank: ["sap", "stripe"]), Self.reports)
        #expect(result.value?.text == value)
        #expect(result.rule == rule)
    }

    @Test func trustDecaysWithAgeAgainstTheNewestValue() {
        let fresh = attribute(.trust(["sap": .init(score: 100, halfLifeDays: 30), "zuora": .init(score: 60, halfLifeDays: 30)]))
        // 59 days are almost two half-lives: 100 has fallen to about 26.
        #expect(survivor(fresh, Array(Self.reports.prefix(2))).value?.text == "Nordlicht")
        let steady = attribute(.trust(["sap": .init(score: 100), "zuora": .init(score: 60, halfLifeDays: 30)]))
        #expect(survivor(steady, Array(Self.reports.prefix(2))).value?.text == "Nordlicht Energie")
    }

    @Test func numbersCompareAsDecimalsNotAsText() {
        let reports: [(String, String, JSONValue, String?)] = [("sap", "1", .number("9.5"), nil), ("zuora", "2", .number("10"), nil), ("stripe", "3", .number("9.49999999999999999"), nil)]
        #expect(survivor(attribute(.maximum, type: .decimal), reports).value == .number("10"))
        #expect(survivor(attribute(.minimum, type: .decimal), reports).value == .number("9.49999999999999999"))
    }

    @Test func anAddressSurvivesAsAUnitAndTheMostCompleteWins() {
        let reports: [(String, String, JSONValue, String?)] = [
            ("sap", "1", .object(["street": "Am Kai 1", "city": "Hamburg"]), "2026-05-01T00:00:00Z"),
            ("zuora", "2", .object(["street": "Deichstrasse 9", "city": "Bremen", "postcode": "28195"]), "2026-01-01T00:00:00Z"),
        ]
        #expect(survivor(attribute(.mostComplete, type: .address), reports).value == reports[1].2)
        #expect(survivor(attribute(.mostRecent, type: .address), reports).value == reports[0].2)
    }

    @Test func listsMergeByTheirKeysAndTheNewerElementStands() {
        let contacts = AttributeType.list(of: .group([.init(name: "email", type: .email, key: true), .init(name: "role", type: .text)]))
        let result = survivor(attribute(.union, type: contacts), [
            ("sap", "1", .array([.object(["email": "b@x.example", "role": "billing"])]), "2026-01-01T00:00:00Z"),
            ("zuora", "2", .array([.object(["email": "b@x.example", "role": "legal"]), .object(["email": "a@x.example"])]), "2026-02-01T00:00:00Z"),
        ])
        #expect(result.value == .array([.object(["email": "a@x.example"]), .object(["email": "b@x.example", "role": "legal"])]))
        #expect(result.records == [1, 2])
    }

    @Test func theOwnerWinsThenOthersInTheirOrderAndNobodyElse() {
        let owned = AttributePolicy(name: "a", type: .text, ownership: Ownership(platform: "sap"), otherwise: ["salesforce", "zuora"])
        #expect(survivor(owned, Self.reports).value?.text == "Nordlicht Energie")
        let without = Array(Self.reports.dropFirst())
        #expect(survivor(owned, without).rule == "otherwise")
        #expect(survivor(owned, without).records == [2])
        #expect(survivor(owned, [Self.reports[3]]).value == nil)
    }

    @Test func ownershipMovesAtTheCutOver() {
        let moving = AttributePolicy(
            name: "a", type: .text,
            ownership: Ownership(periods: [.init(platform: "zuora", until: "2027-01-01"), .init(platform: "sap", from: "2027-01-01")]), otherwise: ["sap", "zuora"])
        #expect(survivor(moving, Self.reports, on: "2026-12-31").records == [2])
        #expect(survivor(moving, Self.reports, on: "2027-01-01").records == [1])
    }

    @Test func aConditionOnAnotherAttributeDecidesTheOwner() {
        let policy = EntityPolicy(entity: .customer, attributes: [
            AttributePolicy(
                name: "a", type: .text,
                ownership: Ownership(periods: [.init(platform: "zuora", conditions: [.init(attribute: "status", values: ["active"])], otherwise: "salesforce")]),
                otherwise: ["zuora", "salesforce"]),
            AttributePolicy(name: "status", type: .code(reference: nil)),
        ])
        func golden(_ status: String) -> String? {
            policy.survive([
                SourceRecord(recordId: 1, key: SourceKey(entity: .customer, platform: "zuora", nativeId: "1"), status: .active, updatedAt: nil, attributes: ["a": "billing", "status": .string(status)]),
                SourceRecord(recordId: 2, key: SourceKey(entity: .customer, platform: "salesforce", nativeId: "2"), status: .active, updatedAt: nil, attributes: ["a": "crm"]),
            ], on: "2026-11-23").attributes["a"]?.text
        }
        #expect(golden("active") == "billing")
        #expect(golden("retired") == "crm")
    }

    @Test func retiredRecordsSpeakOnlyWhereNobodyElseIsLeft() {
        let policy = EntityPolicy(entity: .customer, attributes: [AttributePolicy(name: "a", type: .text)])
        func record(_ id: Int64, _ status: RecordStatus, _ value: String) -> SourceRecord {
            SourceRecord(recordId: id, key: SourceKey(entity: .customer, platform: "sap", nativeId: "\(id)"), status: status, updatedAt: nil, attributes: ["a": .string(value)])
        }
        #expect(policy.survive([record(1, .retired, "old"), record(2, .active, "new")], on: "2026-11-23").attributes["a"]?.text == "new")
        #expect(policy.survive([record(1, .retired, "old")], on: "2026-11-23").attributes["a"]?.text == "old")
    }
}
