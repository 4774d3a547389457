import Testing

@testable import Matching

/// Records with several values of a field.
@Suite struct RowAlikenessTests {
    private let cells = RandomPersons(count: 300, seed: 91).cells

    private func values(_ model: RecordModel, _ fields: [String: [String]]) -> MatchValues {
        MatchValues(model.fields.map { fields[$0.name] ?? [] })
    }

    private func levels(_ model: RecordModel, _ a: [String: [String]], _ b: [String: [String]]) -> [String: String] {
        let batch = RecordBatch([a, b].enumerated().map { model.prepare(id: Int64($0), order: UInt64($0), values(model, $1)) }, model: model)
        let pattern = batch.alike(0, 1).pattern
        #expect(pattern == batch.alike(1, 0).pattern && batch.weight(0, 1).bitPattern == batch.weight(1, 0).bitPattern)
        return Dictionary(
            uniqueKeysWithValues: model.layout.comparisons.indices.map { place in
                (model.layout.comparisons[place].name, model.layout.comparisons[place].rule.levels[pattern.level(place)])
            })
    }

    @Test func theMostAlikeOfAllRowsCounts() {
        let model = RecordBatchTests.model(cells)
        let levels = levels(
            model,
            ["first_name": ["anna"], "last_name": ["bako"], "email": ["a@example.org", "anna@example.com"], "phone": ["0301234567"]],
            ["first_name": ["anna"], "last_name": ["bako"], "email": ["x@example.net", "y@example.net", "anna@example.com"]])
        #expect(levels["first_name"] == "same" && levels["last_name"] == "same" && levels["email"] == "same")
        #expect(levels["phone"] == "missing" && levels["birth_date"] == "missing")
    }

    /// `anna bako` once called `anna demo` is not one with `zita demo` by her first given and her second family name.
    @Test func theNamesOfOnePersonStayTogether() {
        let model = RecordBatchTests.model(cells)
        let levels = levels(
            model, ["first_name": ["anna", "carla"], "last_name": ["bako", "demo"]], ["first_name": ["anna"], "last_name": ["demo"]])
        #expect(!(levels["first_name"] == "same" && levels["last_name"] == "same"))
    }

    @Test func partsOfAnAddressStayTogether() {
        let model = RecordBatchTests.model(cells)
        let levels = levels(
            model,
            ["street_address": ["1 bako street", "7 demo street"], "postcode": ["11111", "22222"], "city": ["boville", "laville"]],
            ["street_address": ["7 demo street"], "postcode": ["22222"], "city": ["laville"]])
        #expect(levels["address"] == "same")
    }

    @Test func anyRowsKeyMeets() {
        let model = RecordBatchTests.model(cells)
        func keys(_ fields: [String: [String]]) -> Set<Int64> { Set(model.keys(of: model.prepare(id: 1, order: 1, values(model, fields)))) }
        #expect(!keys(["phone": ["0301234567", "0309999999"]]).isDisjoint(with: keys(["phone": ["0305555555", "+49 30 9999999"]])))
        // parts of different rows
        let name = ["first_name": ["anna"], "last_name": ["bako"]]
        let both = name.merging(["postcode": ["11111", "22222"]]) { first, _ in first }
        #expect(!keys(both).isDisjoint(with: keys(name.merging(["postcode": ["22222"]]) { first, _ in first })))
    }

    @Test func valuesAreBounded() {
        let model = RecordBatchTests.model(cells)
        let many = Dictionary(uniqueKeysWithValues: model.fields.map { ($0.name, (0..<1_000).map { "19\($0)" }) })
        let record = model.prepare(id: 1, order: 1, values(model, many))
        #expect(record.rowCount == PreparedRecord.rowLimit && model.keys(of: record).count <= model.keys.count * RecordBatch.hashesPerKey)
    }
}
