import Testing

@testable import Matching

@Suite struct ResolverTests {
    private func resolve(_ cells: RecordCells, sides: [UInt16]? = nil, kinds: [FieldKind]? = nil) -> Resolution {
        Resolver(cells: cells, kinds: kinds ?? ColumnKinds.inferred(from: cells).kinds, sides: sides, seed: 1).resolve { _, _ in }
    }

    /// Sets of ids that are one.
    private func sets(_ cells: RecordCells, _ clusters: [Int32]) -> Set<[String]> {
        Set(Dictionary(grouping: clusters.indices, by: { clusters[$0] }).values.map { $0.map { cells.text($0, 0) }.sorted() })
    }

    @Test(arguments: [21, 22] as [UInt64]) func findsPersonsWithoutLabels(seed: UInt64) {
        let persons = RandomPersons(count: 600, seed: seed)
        let score = PairwiseScore(clusters: resolve(persons.cells).clusters, truePairs: persons.truePairs, sides: nil)
        #expect(score.f1 > 0.97, "seed \(seed): precision \(score.precision), recall \(score.recall)")
    }

    /// I2 for a whole file: who is one does not depend on the order of the rows.
    @Test(arguments: [31, 32, 33] as [UInt64]) func theOrderOfRowsDoesNotMatter(seed: UInt64) {
        let persons = RandomPersons(count: 300, seed: seed)
        let expected = sets(persons.cells, resolve(persons.cells).clusters)
        var random = SplitMix(seed: seed)
        for _ in 0..<2 {
            var rows = persons.rows
            for place in stride(from: rows.count - 1, to: 0, by: -1) { rows.swapAt(place, random.below(place + 1)) }
            let cells = RecordCells(columns: RandomPersons.columns, rows: rows)
            #expect(sets(cells, resolve(cells).clusters) == expected, "seed \(seed)")
        }
    }

    @Test func theSameSeedGivesTheSame() {
        let cells = RandomPersons(count: 300, seed: 41).cells
        #expect(resolve(cells).clusters == resolve(cells).clusters)
    }

    /// I10: a mailbox and a postcode that everybody has bring nobody together and cost little.
    @Test func aValueThatEverybodyHasFusesNobody() {
        var rows = RandomPersons(count: 900, seed: 51).rows
        let persons = RandomPersons(count: 900, seed: 51)
        for place in rows.indices { (rows[place][6], rows[place][7]) = ("10115", "info@example.org") }
        let cells = RecordCells(columns: RandomPersons.columns, rows: rows)
        let resolution = resolve(cells)
        let score = PairwiseScore(clusters: resolution.clusters, truePairs: persons.truePairs, sides: nil)
        #expect(score.precision > 0.95 && score.recall > 0.8, "precision \(score.precision), recall \(score.recall)")
        #expect(resolution.candidatePairs < rows.count * 80)
    }

    /// A party with more records than any cap: it is one cluster all the same.
    @Test func aPartyWithManyRecordsStaysOne() {
        let persons = RandomPersons(count: 300, seed: 61)
        var rows = persons.rows
        var random = SplitMix(seed: 62)
        let many = ["zora", "zimmermann", "1961-12-13", "7 mirabell street", "zwickville", "77777", "zora.zimmermann@example.org", "0307777777"]
        for copy in 0..<700 {
            var row = many
            let place = random.below(row.count)
            if copy % 3 != 0 { row[place] = copy % 3 == 1 ? "" : String(row[place].dropLast()) }
            rows.append(["z\(copy)"] + row)
        }
        let cells = RecordCells(columns: RandomPersons.columns, rows: rows)
        let clusters = resolve(cells).clusters
        let sizes = Dictionary(grouping: clusters[persons.rows.count...], by: { $0 }).values.map(\.count).sorted()
        #expect((sizes.last ?? 0) > 680, "the largest clusters: \(sizes.suffix(5))")
        let others = Set(clusters[..<persons.rows.count])
        #expect(others.isDisjoint(with: clusters[persons.rows.count...]))
    }

    @Test func onlyDifferentSourcesAreLinked() {
        let persons = RandomPersons(count: 400, seed: 71)
        let sides = persons.rows.indices.map { UInt16($0 % 2) }
        let clusters = resolve(persons.cells, sides: sides).clusters
        for members in Dictionary(grouping: clusters.indices, by: { clusters[$0] }).values {
            #expect(Set(members.map { sides[$0] }).count == members.count)
        }
    }

    @Test(arguments: [
        [["1", "x"]], [["1", ""], ["2", ""]], [["1", "x"], ["2", "x"]], [],
    ])
    func tinyAndEmptyFilesAreNoTrouble(rows: [[String]]) {
        let cells = RecordCells(columns: ["id", "last_name"], rows: rows)
        #expect(resolve(cells, kinds: [.ignore, .familyName]).clusters.count == rows.count)
    }

    @Test(arguments: FieldKind.allCases) func everyKindAloneIsResolved(kind: FieldKind) {
        let rows = (0..<60).map { ["\($0)", "Wert \($0 / 2) ab\($0 / 2)@example.org 19\(10 + $0 / 2)-01-02"] }
        let cells = RecordCells(columns: ["id", "value"], rows: rows)
        #expect(resolve(cells, kinds: [.ignore, kind]).clusters.count == rows.count)
    }

    @Test func hostileValuesAreNoTrouble() {
        let hostile = ["\u{0}", "''; drop table", String(repeating: "a ", count: 4_000), "\u{202E}abc", "😀😀", "ﷺ", "İıſ", "\u{FFFD}", "-", "&&&", "....", "1e309", "9999999999999999"]
        let rows = (0..<130).map { place in ["\(place)"] + (0..<8).map { hostile[(place + $0 * 7) % hostile.count] } }
        let cells = RecordCells(columns: RandomPersons.columns, rows: rows)
        let kinds: [FieldKind] = [.ignore, .givenName, .organisationName, .date, .street, .locality, .postcode, .email, .phone]
        #expect(resolve(cells, kinds: kinds).clusters.count == rows.count)
    }
}
