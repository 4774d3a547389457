import Testing

@testable import Matching

@Suite struct MatchKeysTests {
    private let berlin = address("Hauptstraße", "12", "10115", "Berlin", country: "DE")

    @Test func keysAreSortedDistinctAndFew() {
        let seed = SeededRandom.fresh()
        for record in RandomRecords(200, seed: seed).records(arrival: Array(0..<200), ids: (0..<200).map { Int64($0) }) {
            #expect(record.keys == Array(Set(record.keys)).sorted(), "seed \(seed)")
            #expect(record.keys.count == record.recipes.count)
            #expect(record.keys.count <= 16, "seed \(seed)")
        }
    }

    @Test(
        arguments: [
            (["taxId": ["VAT:DE:123456789"]], ["taxId": ["VAT:DE:DE123456789"]], ["taxId.whole"]),
            (["phone": ["+49 30 5551234"]], ["phone": ["030/5551234"]], ["phone.tail"]),
            (["email": ["Info@Keller.de"]], ["email": ["info@keller.de"]], ["email.whole", "website.whole"]),
            (["website": ["https://www.keller.de/contact"]], ["website": ["keller.de"]], ["website.whole"]),
            (["name": ["Keller Precision GmbH"]], ["name": ["Precision Keller"]], ["name.pair"]),
            (["name": ["Keller Precision GmbH"]], ["name": ["Keller Precision AG"]], ["name.pair", "name.whole"]),
            (["name": ["Keller"]], ["name": ["Huber"]], []),
            ([:], [:], []),
        ] as [([String: [String]], [String: [String]], [String])])
    func recordsMeet(left: [String: [String]], right: [String: [String]], by recipes: [String]) {
        #expect(MatchModel.customer.sharedKeys(customer(1, left), customer(2, right)) == recipes)
    }

    @Test func oneErrorInAnyFieldLeavesAKey() {
        let whole = ["name": ["Keller Precision GmbH"], "address": [berlin], "phone": ["+49 30 5551234"]]
        let variants: [[String: [String]]] = [
            ["name": ["Kelelr Precision"], "address": [berlin]], ["name": ["Keller Precison"], "address": [berlin]],
            ["name": ["Keller Precision"], "address": [address("Hauptstraße", "12", "10151", "Berlin")]], ["name": ["Keller Precision"]],
            ["name": ["Bakery"], "phone": ["030 5551234"]],
        ]
        for variant in variants { #expect(!MatchModel.customer.sharedKeys(customer(1, whole), customer(2, variant)).isEmpty, "\(variant)") }
    }

    /// Two companies of one town whose names share a rare word, and nothing else: strangers, and most candidates are such pairs.
    @Test func oneWeakKeyBringsNobodyTogetherWhoHasOthers() {
        let one = customer(1, [
            "name": ["Schwarzenbeck Tools GmbH"], "address": [address("Hauptstraße", "12", "10115", "Berlin")], "phone": ["+49 30 5551234"],
            "email": ["office@one.example"], "platformId": ["sap:1"],
        ])
        let other = customer(2, [
            "name": ["Schwarzenbeck Events GmbH"], "address": [address("Lindenweg", "3", "12043", "Berlin")], "phone": ["+49 30 7779999"],
            "email": ["office@other.example"], "platformId": ["sap:2"],
        ])
        #expect(Set(one.keys).intersection(other.keys).count == 1, "the test is about pairs with one key in common")
        #expect(MatchModel.customer.sharedKeys(one, other).isEmpty)
        #expect(CandidatePairs([one, other], model: .customer, isGeneric: { _ in false }, limit: 100).pairs.isEmpty)
        // The same key does for a record that has hardly any.
        let sparse = customer(3, ["name": ["Schwarzenbeck Events"], "address": [address("", "", "", "Berlin")]])
        #expect(Set(one.keys).intersection(sparse.keys).count == 1 && sparse.keys.count <= MatchModel.fewKeys)
        #expect(CandidatePairs([one, sparse], model: .customer, isGeneric: { _ in false }, limit: 100).pairs.count == 1)
        #expect(!MatchModel.customer.sharedKeys(one, sparse).isEmpty)
    }

    @Test func aDoorIsOneOfItsTown() {
        let berlin = customer(1, ["address": [address("Hauptstraße", "12", "", "Berlin")]])
        let bonn = customer(2, ["address": [address("Hauptstraße", "12", "", "Bonn")]])
        let nowhere = customer(3, ["address": [address("Hauptstraße", "12")]])
        #expect(Set(berlin.keys).isDisjoint(with: bonn.keys))
        #expect(Set(nowhere.keys).isDisjoint(with: bonn.keys))
        #expect(nowhere.keys == customer(4, ["address": [address("Hauptstrasse", "12")]]).keys && !nowhere.keys.isEmpty)
    }

    @Test func manyValuesStayBounded() {
        let many = (0..<500).map { "salesforce:\($0)" }
        let record = customer(
            1,
            [
                "platformId": many, "name": (0..<50).map { "Name Number\($0)" },
                "address": (0..<50).map { address("Street", String($0), "1011\($0)", "Town\($0)") },
            ])
        #expect(record.keys.count <= MatchModel.keyLimit + MatchModel.keysPerRecipe)
    }

    @Test func keysOfTwoModelsNeverMeet() throws {
        let fields = [MatchField(name: "phone", kind: .phone)]
        let one = try MatchModel(description: ModelDescription(name: "one", version: "1", fields: fields))
        let two = try MatchModel(description: ModelDescription(name: "two", version: "1", fields: fields))
        let values = MatchValues([["+49 30 5551234"]])
        #expect(one.prepare(id: 1, order: 1, values).keys != two.prepare(id: 1, order: 1, values).keys)
    }
}
