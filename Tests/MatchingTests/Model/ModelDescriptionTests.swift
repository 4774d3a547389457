import Testing

@testable import Matching

@Suite struct ModelDescriptionTests {
    private let fields = [
        MatchField(name: "name", kind: .organisationName), MatchField(name: "city", kind: .locality), MatchField(name: "note", kind: .ignore),
    ]

    @Test func kindsAloneMakeAModel() throws {
        let model = try MatchModel(description: ModelDescription(name: "m", version: "1", fields: fields))
        #expect(model.comparisons.map(\.name) == ["name", "city"])
        #expect(!model.keys.isEmpty)
        for (comparison, weights) in zip(model.comparisons, model.weights) {
            #expect(weights.count == comparison.kind.levels.count)
            #expect(weights.allSatisfy { $0.count == model.classes.count })
            #expect(weights[0].allSatisfy { $0 == 0 })
        }
    }

    @Test(arguments: FieldKind.allCases.filter { $0 != .ignore }) func everyKindIsComparedAndWeighed(kind: FieldKind) throws {
        let model = try MatchModel(description: ModelDescription(name: "m", version: "1", fields: [MatchField(name: "f", kind: kind)]))
        let a = model.prepare(id: 1, order: 1, MatchValues([["1971-06-24"]]))
        let score = model.compare(a, a)
        #expect(score.outcome != .match || kind == .identifier || score.bits >= model.thresholds.match)
        #expect(model.weights[0].count == model.comparisons[0].kind.levels.count)
    }

    @Test func partsOfAddressAndNameAreComparedAsOne() throws {
        let model = try MatchModel(
            description: ModelDescription(
                name: "m", version: "1",
                fields: [("first", FieldKind.givenName), ("last", .familyName), ("street", .street), ("zip", .postcode), ("town", .locality)].map {
                    MatchField(name: $0.0, kind: $0.1)
                }))
        #expect(model.comparisons.map(\.kind) == [.personName, .address])
        let a = model.prepare(id: 1, order: 1, MatchValues([["Anna"], ["Weber"], ["Hauptstr. 12"], ["10115"], ["Berlin"]]))
        let b = model.prepare(id: 2, order: 2, MatchValues([["Weber"], ["Anna"], ["Hauptstraße 12"], ["10115"], []]))
        #expect(model.explain(a, b, valuesShown: false).lines.map(\.level) == ["swapped", "same"])
    }

    @Test func weightsCanBeOverridden() throws {
        let description = ModelDescription(name: "m", version: "1", fields: fields, weights: ["city": ["same": ["*": 7_000, "chance": 9_000]]])
        let model = try MatchModel(description: description)
        #expect(model.weights[1][1][0] == 9_000)
        #expect(model.weights[1][1][1] == 7_000)
    }

    @Test(
        arguments: [
            ["town": ["same": ["*": 1]]], ["city": ["equal": ["*": 1]]], ["city": ["same": ["luck": 1]]], ["city": ["same": ["*": 1_000_000]]],
            ["city": ["missing": ["*": 1]]],
        ] as [[String: [String: [String: Int32]]]])
    func mistakesAreRefused(weights: [String: [String: [String: Int32]]]) {
        #expect(throws: ModelError.self) { try MatchModel(description: ModelDescription(name: "m", version: "1", fields: fields, weights: weights)) }
    }

    @Test func emptyAndTwiceNamedFieldsAreRefused() {
        #expect(throws: ModelError.self) { try MatchModel(description: ModelDescription(name: "m", version: "1", fields: [])) }
        #expect(throws: ModelError.self) { try MatchModel(description: ModelDescription(name: "m", version: "1", fields: [fields[0], fields[0]])) }
        #expect(throws: ModelError.self) {
            try MatchModel(description: ModelDescription(name: "m", version: "1", fields: fields, keys: [KeyRecipe(KeyPart("town", .whole))]))
        }
    }
}
