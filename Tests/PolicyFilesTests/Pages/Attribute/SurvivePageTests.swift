import MasterData
import Testing

@testable import PolicyFiles

@Suite struct SurvivePageTests {
    @Test(
        "every strategy",
        arguments: [
            ("type: text", Survivorship.standard), ("type: text, owner: sap, survive: owner", Survivorship(.owner)),
            (
                "type: text, survive: { strategy: platformRank, rank: [sap, crm] }",
                Survivorship(.platformRank, rank: ["sap", "salesforce", "dynamics"])
            ),
            (
                "type: text, survive: { strategy: platformRank, rank: [dynamics, crm] }",
                Survivorship(.platformRank, rank: ["dynamics", "salesforce"])
            ),
            (
                "type: text, survive: { strategy: trust, trust: { sap: 70, crm: { score: 90, halfLifeDays: 365 }, dynamics: 10 } }",
                Survivorship(.trust(["sap": .init(score: 70), "salesforce": .init(score: 90, halfLifeDays: 365), "dynamics": .init(score: 10)]))
            ),
            ("type: text, survive: mostRecent", Survivorship(.mostRecent)), ("type: text, survive: oldest", Survivorship(.oldest)),
            ("type: text, survive: mostFrequent", Survivorship(.mostFrequent)), ("type: text, survive: longest", Survivorship(.longest)),
            ("type: email, survive: shortest", Survivorship(.shortest)), ("type: date, survive: minimum", Survivorship(.minimum)),
            ("type: money, survive: maximum", Survivorship(.maximum)), ("type: address, survive: mostComplete", Survivorship(.mostComplete)),
            ("type: list, of: text, survive: { strategy: union, rank: [sap] }", Survivorship(.union, rank: ["sap"])),
        ])
    func strategies(text: String, survivorship: Survivorship) throws {
        let reading = try PolicyFolderFixture.reading(attributes: "  a: { \(text) }\n")
        #expect(reading.policies?.entities[.customer]?["a"]?.survivorship == survivorship)
    }

    @Test(
        "mistakes",
        arguments: [
            ("type: text, survive: newest", "unknown strategy `newest`; known: "),
            ("type: text, survive: mostRecnt", "unknown strategy `mostRecnt`; did you mean `mostRecent`?"),
            ("type: text, survive: owner", "the strategy `owner` needs an `owner`; "),
            ("type: text, survive: platformRank", "the strategy `platformRank` needs a `rank`; "),
            ("type: text, survive: trust", "the strategy `trust` needs `trust`; "),
            ("type: text, survive: union", "the strategy `union` is for lists; "),
            ("type: text, survive: mostComplete", "the strategy `mostComplete` is for groups and addresses; "),
            ("type: text, survive: maximum", "the strategy `maximum` is for numbers and dates; "),
            ("type: date, survive: longest", "the strategy `longest` is for texts; "),
            ("type: text, survive: {}", "`survive` of `a` has no `strategy`; "),
            ("type: text, survive: { strategy: mostRecent, ranks: [sap] }", "unknown key `ranks` in `survive` of `a`; did you mean `rank`?"),
            ("type: text, survive: { strategy: mostRecent, trust: { sap: 1 } }", "`trust` says nothing to the strategy `mostRecent`; "),
            ("type: text, survive: { strategy: platformRank, rank: [oracle] }", "unknown platform `oracle`; "),
            ("type: text, survive: { strategy: trust, trust: { oracle: 1 } }", "unknown platform `oracle`; "),
            ("type: text, survive: { strategy: trust, trust: { sap: 101 } }", "`score` is `101`; use 0 to 100"),
            ("type: text, survive: { strategy: trust, trust: { sap: { halfLifeDays: 1 } } }", "`trust` of `sap` has no `score`; "),
            ("type: text, survive: { strategy: trust, trust: { sap: { score: 9, halfLifeDays: 0 } } }", "`halfLifeDays` is `0`; use 1 to 36500"),
            (
                "type: text, survive: { strategy: trust, trust: { sap: { score: 9, halfLifeDays: 1.5 } } }",
                "`halfLifeDays` is `1.5`, not a whole number"
            ),
            ("type: text, survive: { strategy: trust, trust: { sap: { score: 9, halfLife: 1 } } }", "unknown key `halfLife` in `trust` of `sap`; "),
        ])
    func mistakes(text: String, message: String) throws {
        let found = try PolicyFolderFixture.mistakes(attributes: "  a: { \(text) }\n")
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("3: " + message) == true, "\(found)")
    }
}
