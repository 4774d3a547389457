import Testing

@testable import Matching

@Suite struct PairExplanationTests {
    private let model = MatchModel.customer

    @Test func theWeightsAddUpToTheScore() {
        let seed = SeededRandom.fresh()
        let records = RandomRecords(60, seed: seed).records(arrival: Array(0..<60), ids: (0..<60).map { Int64($0) })
        for a in records {
            for b in records where a.id < b.id {
                let explanation = model.explain(a, b, valuesShown: false)
                #expect(explanation.score == model.compare(a, b), "seed \(seed)")
                let sum = explanation.lines.reduce(explanation.prior) { $0 + $1.weight }
                // an identifier raises a score to the threshold, a contradicted one lowers it below
                if explanation.identifier == nil { #expect(explanation.score.bits == max(-40_000, min(40_000, sum)), "seed \(seed)") }
                #expect(explanation.lines.allSatisfy { $0.left.isEmpty && $0.right.isEmpty })
            }
        }
    }

    @Test func theNearestChangeWouldHaveMadeItAMatch() throws {
        let a = customer(
            1,
            [
                "name": ["Keller Precision GmbH"], "website": ["keller.de"],
                "address": [address("Hauptstraße", "12", "10115", "Berlin", country: "DE")],
            ])
        let b = customer(
            2, ["name": ["Keller Precision GmbH"], "website": ["keller.de"], "address": [address("Ringstraße", "5", "50667", "Köln", country: "DE")]])
        let explanation = model.explain(a, b, valuesShown: true)
        #expect(explanation.score.outcome != .match)
        let nearest = try #require(explanation.nearest)
        #expect(nearest.bits >= model.thresholds.match)
        let match = model.explain(a, a, valuesShown: true)
        #expect(match.nearest == nil)
        #expect(match.keys.contains("name.rarest + address.postcode"))
        #expect(explanation.lines[0].left == ["keller precision"])
    }

    @Test func aVetoIsNamedAndIsTheNearestChange() throws {
        let a = customer(1, ["name": ["Keller Precision"], "duns": ["123456789"], "address": [address("Hauptstraße", "12", "10115", "Berlin")]])
        let b = customer(2, ["name": ["Keller Precision"], "duns": ["987654321"], "address": [address("Hauptstraße", "12", "10115", "Berlin")]])
        let explanation = model.explain(a, b, valuesShown: true)
        #expect(explanation.veto == "duns")
        #expect(explanation.nearest?.comparison == "duns")
        #expect(explanation.lines.first { $0.comparison == "duns" }?.left == [])
    }
}
