import Testing

@testable import Matching

@Suite struct ScoringTests {
    private static let berlin = address("Hauptstraße", "12", "10115", "Berlin", country: "DE")
    private static let cologne = address("Ringstraße", "5", "50667", "Köln", country: "DE")

    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var left: [String: [String]]
        var right: [String: [String]]
        var expected: MatchOutcome
    }

    static let cases: [Case] = [
        Case(
            testDescription: "same VAT, spelled otherwise", left: ["taxId": ["VAT:DE:123456789"], "name": ["Keller"]],
            right: ["taxId": ["VAT:DE:DE123456789"], "name": ["Keller Precision GmbH"]], expected: .match),
        Case(
            testDescription: "cross-reference to the other platform", left: ["platformId": ["salesforce:1"], "name": ["Keller"]],
            right: ["platformId": ["zuora:9", "salesforce:1"], "name": ["Keller Precision"]], expected: .match),
        Case(
            testDescription: "an identifier against everything else",
            left: ["platformId": ["salesforce:1"], "name": ["Keller Precision"], "address": [berlin], "website": ["keller.de"]],
            right: ["platformId": ["zuora:9", "salesforce:1"], "name": ["Borealis Roofing"], "address": [cologne], "website": ["borealis.com"]],
            expected: .possibleMatch),
        Case(
            testDescription: "two VAT numbers of one country",
            left: ["taxId": ["VAT:DE:123456789"], "name": ["Keller Precision"], "address": [berlin]],
            right: ["taxId": ["VAT:DE:999999999"], "name": ["Keller Precision"], "address": [berlin]], expected: .possibleMatch),
        Case(
            testDescription: "VAT numbers of two countries",
            left: ["taxId": ["VAT:DE:123456789"], "name": ["Keller Precision"], "address": [berlin]],
            right: ["taxId": ["VAT:FR:999999999"], "name": ["Keller Precision"], "address": [berlin]], expected: .match),
        Case(
            testDescription: "name and address", left: ["name": ["Keller Precision GmbH"], "address": [berlin]],
            right: ["name": ["KELLER PRECISION"], "address": [address("Hauptstr. 12", "", "10115", "Berlin")]], expected: .match),
        Case(
            testDescription: "typing errors in both", left: ["name": ["Keller Precision GmbH"], "address": [berlin]],
            right: ["name": ["Kellr Precision"], "address": [address("Hauptsrasse 12", "", "10115", "Berlin")]], expected: .match),
        Case(
            testDescription: "branches: same name and web site, other site and phone",
            left: ["name": ["Keller Precision GmbH"], "website": ["www.keller.de"], "address": [berlin], "phone": ["+49 30 5551234"]],
            right: ["name": ["Keller Precision GmbH"], "website": ["https://keller.de/"], "address": [cologne], "phone": ["+49 221 777888"]],
            expected: .possibleMatch),
        Case(
            testDescription: "a holding at the same address", left: ["name": ["Keller Precision GmbH"], "address": [berlin]],
            right: ["name": ["Keller Precision Holding GmbH"], "address": [berlin]], expected: .possibleMatch),
        Case(
            testDescription: "others in the same building",
            left: ["name": ["Keller Precision GmbH"], "address": [berlin], "phone": ["+49 30 5551234"]],
            right: ["name": ["Borealis Roofing"], "address": [berlin], "phone": ["+49 30 5551234"]], expected: .nonMatch),
        Case(
            testDescription: "namesakes in two countries", left: ["name": ["Keller Precision"], "address": [berlin]],
            right: ["name": ["Keller Precision"], "address": [address("High Street", "1", "SW1A 1AA", "London", country: "GB")]], expected: .nonMatch),
        Case(
            testDescription: "the name alone", left: ["name": ["Keller Precision GmbH"]], right: ["name": ["Keller Precision GmbH"]],
            expected: .possibleMatch),
        Case(testDescription: "a common word alone", left: ["name": ["Logistics"]], right: ["name": ["Logistics GmbH"]], expected: .nonMatch),
        Case(
            testDescription: "e-mail and name", left: ["name": ["Keller Precision"], "email": ["anna.weber@keller.de"]],
            right: ["name": ["Keller Precision AG"], "email": ["Anna.Weber@keller.de"]], expected: .match),
        Case(
            testDescription: "shared mailbox, other name", left: ["name": ["Keller Precision"], "email": ["info@steuerberater.de"]],
            right: ["name": ["Borealis Roofing"], "email": ["info@steuerberater.de"]], expected: .nonMatch),
        Case(
            testDescription: "one person, nickname", left: ["person": ["Robert Smith"], "email": ["bob.smith@gmail.com"]],
            right: ["person": ["Bob Smith"], "email": ["bob.smith@gmail.com"]], expected: .match),
        Case(
            testDescription: "a household", left: ["person": ["Anna Weber"], "address": [berlin], "phone": ["+49 30 5551234"]],
            right: ["person": ["Peter Weber"], "address": [berlin], "phone": ["+49 30 5551234"]], expected: .nonMatch),
        Case(
            testDescription: "namesakes in two cities", left: ["person": ["Anna Weber"], "address": [berlin]],
            right: ["person": ["Anna Weber"], "address": [cologne]], expected: .nonMatch),
        Case(
            testDescription: "a person not marked as one", left: ["person": ["Anna Weber"], "address": [berlin], "email": ["annaw@gmx.de"]],
            right: ["name": ["Anna Weber"], "address": [berlin], "email": ["annaw@gmx.de"]], expected: .match),
        Case(testDescription: "nothing known", left: [:], right: [:], expected: .nonMatch),
    ]

    @Test(arguments: cases) func outcomes(_ example: Case) {
        let model = MatchModel.customer
        let (a, b) = (customer(1, example.left), customer(2, example.right))
        let score = model.compare(a, b)
        #expect(score.outcome == example.expected, "\(model.explain(a, b, valuesShown: true))")
        #expect(score == model.compare(b, a))
    }

    @Test func symmetryAndBoundsOnRandomRecords() {
        let seed = SeededRandom.fresh()
        let records = RandomRecords(120, seed: seed).records(arrival: Array(0..<120), ids: (0..<120).map { Int64($0) })
        let model = MatchModel.customer
        for a in records {
            for b in records where a.id < b.id {
                let score = model.compare(a, b)
                #expect(score == model.compare(b, a), "\(a.id) \(b.id), seed \(seed)")
                #expect(abs(score.bits) <= 40_000, "seed \(seed)")
                #expect((score.outcome == .match) == (score.bits >= model.thresholds.match && score.veto == nil), "\(score), seed \(seed)")
                #expect((0...1000).contains(score.perMille))
            }
        }
    }

    @Test func theOrderOfValuesDoesNotCount() {
        let a = customer(
            1, ["name": ["Keller GmbH", "Keller Precision GmbH"], "taxId": ["VAT:DE:1", "VAT:FR:2"], "address": [Self.berlin, Self.cologne]])
        let b = customer(
            1, ["name": ["Keller Precision GmbH", "Keller GmbH"], "taxId": ["VAT:FR:2", "VAT:DE:1"], "address": [Self.cologne, Self.berlin]])
        #expect(a == b)
    }
}
