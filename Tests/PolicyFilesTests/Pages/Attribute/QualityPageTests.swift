import MasterData
import Testing

@testable import PolicyFiles

@Suite struct QualityPageTests {
    @Test(
        "every rule",
        arguments: [
            ("text", "maximumLength: 40, minimumLength: 2", [.maximumLength(40), .minimumLength(2)]),
            ("text", "oneOf: [NO, yes]", [.oneOf(["NO", "yes"])]),
            ("integer", "atLeast: 0, atMost: 1200", [.atLeast("0"), .atMost("1200")]), ("decimal", "atLeast: -0.50", [.atLeast("-0.5")]),
            ("date", "notBefore: start", [.notBefore(attribute: "start")]),
        ] as [(String, String, [QualityRule])])
    func rules(type: String, text: String, rules: [QualityRule]) throws {
        let reading = try PolicyFolderFixture.reading(attributes: "  start: { type: date }\n  a: { type: \(type), quality: { \(text) } }\n")
        #expect(reading.policies?.entities[.customer]?["a"]?.quality == rules)
    }

    @Test(
        "mistakes",
        arguments: [
            ("text", "maximumLength: -1", "`maximumLength` is `-1`; use 1 to 1048576"),
            ("text", "minimumLength: 5, maximumLength: 4", "`minimumLength` is `5`, above `maximumLength` 4; no text can meet both"),
            ("integer", "maximumLength: 5", "`maximumLength` is for texts; remove it from `a`"),
            ("integer", "atLeast: 5, atMost: -4", "`atLeast` is `5`, above `atMost` -4; no number can meet both"),
            ("decimal", "atLeast: NaN", "`atLeast` is `NaN`, not a number; write digits, as in `0` or `12.50`"),
            ("text", "atLeast: 5", "`atLeast` is for numbers; remove it from `a`"),
            ("text", "notBefore: start", "`notBefore` is for dates; remove it from `a`"),
            ("date", "notBefore: strat", "`notBefore` names `strat`, which is no attribute here; did you mean `start`?"),
            ("date", "notBefore: status", "`notBefore` names `status`, which is no date; name an attribute of type `date` or `timestamp`"),
            ("date", "notBefore: a", "`a` is compared with itself; name another date"),
            ("text", "maxLength: 5", "unknown key `maxLength` in `quality` of `a`; known: "),
            ("code, reference: customer-status", "oneOf: [active, opne]", "`opne` is no code of `customer-status`; known: `active`, `closed`"),
        ])
    func mistakes(type: String, text: String, message: String) throws {
        let found = try PolicyFolderFixture.mistakes(
            attributes: "  start: { type: date }\n  status: { type: text }\n  a: { type: \(type), quality: { \(text) } }\n")
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("5: " + message) == true, "\(found)")
    }
}
