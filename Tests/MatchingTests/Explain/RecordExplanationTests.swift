import Testing

@testable import Matching

@Suite struct RecordExplanationTests {
    private let cells: RecordCells
    private let model: RecordModel
    private let records: [PreparedRecord]

    init() {
        let persons = RandomPersons(count: 240, seed: 101)
        let people = persons.persons
        cells = RecordCells(
            columns: RandomPersons.columns + ["tax_id"],
            rows: persons.rows.enumerated().map { place, row in row + [place % 4 == 0 ? "" : "VAT:DE:\(people[place] + (place % 11 == 0 ? 5 : 0))"] })
        let kinds = ColumnKinds.inferred(from: cells).kinds.dropLast() + [.identifier]
        let fields = ModelOverrides(identifiers: ["tax_id": .exclusive]).applied(to: RecordField.fields(of: cells, kinds: Array(kinds)))
        let model = RecordTrainer(cells: cells, fields: fields, sides: nil, seed: 1).train { _, _ in }.model
        self.model = model
        records = RecordBatchTests.prepared(cells, model)
    }

    /// Every pair near each other in the file, most of one party or household.
    private var explained: [(i: Int, j: Int, explanation: RecordExplanation)] {
        let batch = RecordBatch(records, model: model)
        return records.indices.flatMap { i in
            ((i + 1)..<min(records.count, i + 6)).map { j in (i, j, batch.explain(i, j, valuesShown: false)) }
        }
    }

    @Test func theScoreAddsUpAndIsThatOfComparing() {
        for (i, j, explanation) in explained {
            let sum = explanation.lines.reduce(explanation.prior + explanation.others + explanation.decided) { $0 + $1.weight }
            #expect(sum == explanation.score.bits && explanation.score == model.compare(records[i], records[j]))
            // the other explanations only take off; a thousandth a line is rounding
            #expect(explanation.others <= Int32(explanation.lines.count) + 2)
        }
    }

    @Test func runAgainItSaysTheSame() {
        for (_, _, explanation) in explained { #expect(model.score(of: explanation) == explanation.score) }
    }

    @Test func theNearestChangeMakesAMatch() throws {
        var count = 0
        for (_, _, explanation) in explained {
            guard let nearest = explanation.nearest else { continue }
            #expect(explanation.score.outcome != .match)
            var changed = explanation
            let place = try #require(changed.lines.firstIndex { $0.comparison == nearest.comparison && $0.level == nearest.from })
            (changed.lines[place].level, changed.lines[place].rarity) = (nearest.to, 0)
            let score = model.score(of: changed)
            #expect(score.outcome == .match && score.bits == nearest.bits)
            count += 1
        }
        #expect(count > 10)
    }

    @Test func whatMetAndWhatForbidsIsNamed() throws {
        let all = explained
        let vetoed = try #require(all.first { $0.explanation.veto != nil }?.explanation)
        #expect(vetoed.veto == "tax_id" && vetoed.score.outcome != .match && vetoed.nearest.map { $0.comparison == "tax_id" } ?? true)
        let agreed = try #require(all.first { $0.explanation.identifier != nil }?.explanation)
        #expect(agreed.identifier == "tax_id" && agreed.keys.contains("tax_id"))
    }

    @Test func valuesAreShownOnlyWhenAskedFor() {
        let shown = model.explain(records[0], records[1], valuesShown: true)
        let hidden = model.explain(records[0], records[1], valuesShown: false)
        #expect(hidden.lines.allSatisfy { $0.left.isEmpty && $0.right.isEmpty } && shown.lines.contains { !$0.left.isEmpty })
        #expect(shown.score == hidden.score)
    }
}
