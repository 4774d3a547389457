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
