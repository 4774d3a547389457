import Testing

@testable import Matching

/// A model is all that a score depends on.
@Suite struct FrozenModelTests {
    private func trained(_ cells: RecordCells) -> (model: RecordModel, records: ComparedRecords) {
        let fields = RecordField.fields(of: cells, kinds: ColumnKinds.inferred(from: cells).kinds)
        return RecordTrainer(cells: cells, fields: fields, sides: nil, seed: 1).train { _, _ in }
    }

    private func resolved(_ cells: RecordCells, _ model: RecordModel) -> RecordResolution {
        RecordResolver(model: model).resolve(cells, sides: nil) { _, _ in }
    }

    @Test(arguments: [11, 12] as [UInt64]) func resolvingByTheModelIsWhatTrainingWentOnWith(seed: UInt64) {
        let cells = RandomPersons(count: 500, seed: seed).cells
        let (model, records) = trained(cells)
        let first = RecordResolver(model: model).resolve(records) { _, _ in }
        let second = resolved(cells, model)
        #expect(
            first.clusters == second.clusters && first.pairs.first == second.pairs.first && first.pairs.second == second.pairs.second, "seed \(seed)")
        #expect(first.weights.map(\.bitPattern) == second.weights.map(\.bitPattern), "seed \(seed)")
    }

    /// Others beside them, even a crowd under one of their keys, change nothing about what two records weigh.
    @Test(arguments: [13, 14] as [UInt64]) func unrelatedRecordsChangeNoWeight(seed: UInt64) {
        let persons = RandomPersons(count: 160, seed: seed)
        let model = trained(persons.cells).model
        var rows = persons.rows
        for (place, row) in RandomPersons(count: 900, seed: seed &+ 1000).rows.enumerated() {
            var row = row
            row[0] = "other \(place)"
            // everybody lives where the first lives
            (row[5], row[6]) = (persons.rows[0][5], persons.rows[0][6])
            rows.append(row)
        }
        let alone = resolved(persons.cells, model).weigher
        let among = resolved(RecordCells(columns: RandomPersons.columns, rows: rows), model).weigher
        var differing = 0
        for i in persons.rows.indices {
            for j in persons.rows.indices where j > i {
                let weight = alone.weight(i, j).bitPattern
                if weight != among.weight(i, j).bitPattern || weight != alone.weight(j, i).bitPattern { differing += 1 }
            }
        }
        #expect(differing == 0, "seed \(seed)")
    }

    @Test func columnsAreFoundByTheirNames() {
        let persons = RandomPersons(count: 200, seed: 15)
        let model = trained(persons.cells).model
        let order = Array(RandomPersons.columns.indices.reversed())
        let turned = RecordCells(columns: order.map { RandomPersons.columns[$0] }, rows: persons.rows.map { row in order.map { row[$0] } })
        #expect(resolved(turned, model).clusters == resolved(persons.cells, model).clusters)
    }

    @Test func aHigherThresholdJoinsNoMore() {
        let persons = RandomPersons(count: 300, seed: 16)
        let fields = RecordField.fields(of: persons.cells, kinds: ColumnKinds.inferred(from: persons.cells).kinds)
        let count = [0, 12] as [Float]
        let pairs = count.map { match in
            let model = RecordTrainer(cells: persons.cells, fields: fields, sides: nil, seed: 1, overrides: ModelOverrides(match: match)).train {
                _, _ in
            }.model
            return PairwiseScore(clusters: resolved(persons.cells, model).clusters, truePairs: persons.truePairs, sides: nil).pairsPredicted
        }
        #expect(pairs[1] < pairs[0])
    }

    /// What is said stands, the other levels share the rest.
    @Test func whatIsSaidOfALevelStands() throws {
        let persons = RandomPersons(count: 200, seed: 17)
        let fields = RecordField.fields(of: persons.cells, kinds: ColumnKinds.inferred(from: persons.cells).kinds)
        let family = try #require(RecordLayout(fields).comparisons.firstIndex { $0.rule == .family })
        let said = ModelOverrides(probabilities: [.init(comparison: family, className: "match", level: 1, value: 0.5)])
        let model = RecordTrainer(cells: persons.cells, fields: fields, sides: nil, seed: 1, overrides: said).train { _, _ in }.model
        let levels = model.classes.levels[family][0]
        #expect(levels[1] == 0.5 && abs(levels.reduce(0, +) - 1) < 1e-4)
    }
}
