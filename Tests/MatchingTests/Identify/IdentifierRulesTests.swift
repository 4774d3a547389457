import Testing

@testable import Matching

@Suite struct IdentifierRulesTests {
    /// Persons with a tax id each, their own or, of every tenth copy, somebody's by mistake.
    private struct Taxed {
        var cells: RecordCells
        var persons: [Int]

        init(count: Int, seed: UInt64) {
            let random = RandomPersons(count: count, seed: seed)
            persons = random.persons
            let people = random.persons
            cells = RecordCells(
                columns: RandomPersons.columns + ["tax_id"],
                rows: random.rows.enumerated().map { place, row in row + [place % 3 == 0 ? "" : "VAT:DE:\(100_000_000 + people[place])"] })
        }
    }

    private func model(_ cells: RecordCells, _ strengths: [String: IdentifierStrength]) -> RecordModel {
        var kinds = ColumnKinds.inferred(from: cells).kinds
        for (place, column) in cells.columns.enumerated() where strengths[column] != nil { kinds[place] = .identifier }
        let fields = ModelOverrides(identifiers: strengths).applied(to: RecordField.fields(of: cells, kinds: kinds))
        return RecordTrainer(cells: cells, fields: fields, sides: nil, seed: 1).train { _, _ in }.model
    }

    private func compare(_ model: RecordModel, _ a: [String: [String]], _ b: [String: [String]]) -> PairScore {
        let records = [a, b].enumerated().map { place, fields in
            model.prepare(id: Int64(place), order: UInt64(place), MatchValues(model.fields.map { fields[$0.name] ?? [] }))
        }
        let score = model.compare(records[0], records[1])
        #expect(score == model.compare(records[1], records[0]))
        return score
    }

    private let anna = [
        "first_name": ["anna"], "last_name": ["bako"], "birth_date": ["1960-11-12"], "city": ["boville"], "email": ["a.bako@example.org"],
    ]
    private let otherAnna = [
        "first_name": ["irma"], "last_name": ["zuwezi"], "birth_date": ["1931-10-27"], "city": ["zuville"], "email": ["iz@example.org"],
    ]

    private func with(_ fields: [String: [String]], _ taxIds: String...) -> [String: [String]] {
        fields.merging(["tax_id": taxIds]) { first, _ in first }
    }

    @Test func anExclusiveIdentifierForbidsAndDecides() {
        let model = model(Taxed(count: 300, seed: 1).cells, ["tax_id": .exclusive])
        let place = model.layout.comparisons.firstIndex { $0.name == "tax_id" }
        let conflict = compare(model, with(anna, "VAT:DE:111111111"), with(anna, "VAT:DE:222222222"))
        #expect(conflict.outcome == .possibleMatch && conflict.veto == place)
        // of another country, or one of several the same: no contradiction
        #expect(compare(model, with(anna, "VAT:DE:111111111"), with(anna, "VAT:FR:222222222")).outcome == .match)
        #expect(compare(model, with(anna, "VAT:DE:111111111", "VAT:DE:3"), with(anna, "VAT:DE:222222222", "vat:de:DE111 111 111")).outcome == .match)
        let little = ["first_name": ["anna"]]
        let agreed = compare(model, with(little, "VAT:DE:111111111"), with(little, "VAT:DE:111111111"))
        #expect(agreed.outcome == .match && agreed.identifier == place)
        let contradicted = compare(model, with(anna, "VAT:DE:111111111"), with(otherAnna, "VAT:DE:111111111"))
        #expect(contradicted.outcome == .possibleMatch && contradicted.identifier == place)
    }

    @Test func aUniqueIdentifierDecidesAndForbidsNothing() {
        let model = model(Taxed(count: 300, seed: 2).cells, ["tax_id": .unique])
        #expect(compare(model, with(anna, "VAT:DE:111111111"), with(anna, "VAT:DE:222222222")).veto == nil)
        let many = (0..<60).map { "VAT:DE:\($0)00000000" }
        let few = compare(model, with(["first_name": ["anna"]], "VAT:DE:5900000000"), ["first_name": ["anna"], "tax_id": many])
        #expect(few.outcome == .match, "the last of sixty")
    }

    @Test func jointIdentifiersCountTogether() {
        let rows = (0..<200).map { ["\($0)", "n\($0 / 4)", "p\($0 / 2)"] }
        let model = model(RecordCells(columns: ["id", "number", "party"], rows: rows), ["number": .joint, "party": .joint])
        #expect(model.keys.map(\.name) == ["number + party"])
        #expect(compare(model, ["number": ["7"], "party": ["x"]], ["number": ["7"], "party": ["x"]]).outcome == .match)
        let one = compare(model, ["number": ["7"], "party": ["x"]], ["number": ["7"], "party": ["y"]])
        #expect(one.outcome == .nonMatch && one.bits == compare(model, [:], [:]).bits)
    }

    /// In bulk too: whoever contradicts is never in one cluster, in large components neither.
    @Test(arguments: [(300, 3), (300, 4)] as [(Int, UInt64)]) func contradictingRecordsAreNeverOne(count: Int, seed: UInt64) {
        let taxed = Taxed(count: count, seed: seed)
        var rows = (0..<taxed.cells.count).map { record in taxed.cells.columns.indices.map { taxed.cells.text(record, $0) } }
        // one party by everything but two tax ids, with more records than are compared pair by pair
        for copy in 0..<ComponentClusters.sizeLimit + 60 {
            rows.append([
                "x\(copy)", "zora", "zimmermann\(copy % 7 == 0 ? "n" : "")", "1961-12-13", "7 mirabell street", "zwickville", "77777",
                "z\(copy % 5)@example.org",
                "030777777\(copy % 3)", copy % 4 == 0 ? "" : "VAT:DE:99999999\(copy % 2)",
            ])
        }
        // and a person with the tax id of another
        for place in [10, 20] { rows[place][9] = "VAT:DE:\(100_000_000 + taxed.persons[place] + 1)" }
        let cells = RecordCells(columns: taxed.cells.columns, rows: rows)
        let model = model(cells, ["tax_id": .exclusive])
        let clusters = RecordResolver(model: model).resolve(cells, sides: nil) { _, _ in }.clusters
        let ids = Dictionary(grouping: clusters.indices.filter { !rows[$0][9].isEmpty }, by: { clusters[$0] }).mapValues {
            Set($0.map { rows[$0][9] })
        }
        #expect(ids.values.allSatisfy { $0.count == 1 }, "seed \(seed): \(ids.values.filter { $0.count > 1 })")
        let agreeing = Dictionary(grouping: taxed.persons.indices.filter { ![10, 20].contains($0) && $0 % 3 != 0 }, by: { taxed.persons[$0] })
        let together = agreeing.values.count { Set($0.map { clusters[$0] }).count == 1 }
        #expect(together > agreeing.count * 9 / 10, "seed \(seed): \(together) of \(agreeing.count)")
    }

    @Test(arguments: [
        ("VAT:DE:DE123456789", "vat:de\u{1F}123456789"), ("VAT:DE:123 456 789", "vat:de\u{1F}123456789"), ("HRB 12-34", "\u{1F}hrb1234"),
        ("VAT:DE:--", ""),
    ])
    func identifiersHaveAScope(text: String, expected: String) {
        let layout = RecordLayout([RecordField(name: "tax", kind: .identifier, identifier: .exclusive)])
        let records = RecordPreparer(layout, RecordCells(columns: ["tax"], rows: [[text]]), columns: [0]).prepare()
        #expect(String(decoding: records.value(0, 0), as: UTF8.self) == expected)
    }
}
