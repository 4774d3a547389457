import Foundation
import Matching
import Testing

@testable import MatchFiles

@Suite struct MatchModelFileTests {
    private func table(_ text: String) throws -> RecordTable {
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).csv").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return try RecordTable(path: path)
    }

    private func learned(_ table: RecordTable, _ file: MatchModelFile? = nil) throws -> RecordModel {
        let kinds = try file?.kinds(of: table) ?? ColumnKinds.inferred(from: table.cells).kinds
        let overrides = try file?.overrides(fields: RecordField.fields(of: table.cells, kinds: kinds)) ?? ModelOverrides()
        let resolver = Resolver(cells: table.cells, kinds: kinds, sides: nil, seed: 1, date: "2026-11-24", overrides: overrides)
        return try #require(resolver.resolve { _, _ in }.model)
    }

    private let people = """
        id,first_name,last_name,birth_date,street,city,postcode,email,phone
        1,Anna,Zimmermann,24.02.1980,Hauptstr. 1,Bonn,53111,az@example.org,0228 5550147
        2,Ana,Zimmermann,24.02.1980,Hauptstr. 1,Bonn,53111,az@example.org,0228 5550147
        3,Karl,Ober,09.07.1955,Am Ring 7,Kiel,24103,,0431 5550111
        4,Karl,Ober,09.07.1955,Ring 7,Kiel,24103,,
        5,Мария,Петрова,01.12.1999,Weg 3,Jena,07743,,03641 555019
        6,Мария,Петрова,01.12.1999,Weg 3,Jena,07743,,03641 555019

        """

    /// What was learned, written and read is the same to the last bit: whatever the records.
    @Test func writtenAndReadItIsTheSame() throws {
        for _ in 0..<4 {
            let seed = UInt64.random(in: 0...UInt64.max)
            var random = RandomRows(seed: seed)
            let table = try table(random.csv(rows: 150))
            let model = try learned(table)
            let text = MatchModelFile.text(model)
            let again = try #require(try MatchModelFile(text: text, file: "m.yaml").model, "seed \(seed)")
            #expect(again == model, "seed \(seed)")
            #expect(MatchModelFile.text(again) == text, "seed \(seed)")
        }
    }

    @Test func scriptsOfTwoBytesALetterComeBack() throws {
        let model = try learned(table(people))
        #expect(try MatchModelFile(text: MatchModelFile.text(model), file: "m.yaml").model == model)
    }

    @Test func whatIsLeftOutIsLearned() throws {
        let table = try table(people)
        let all = try learned(table)
        let file = try MatchModelFile(
            text: """
                thresholds: { match: 3, review: -2 }
                comparisons:
                  last_name:
                    match: { same: 0.5 }
                    met by given + family: { same: 0.25, different: 0.25 }
                keys:
                  - { name: given + family, parts: [first_name, last_name] }
                  - name: house
                    parts: [{ of: address, part: number }, { of: address, part: postcode, first: 3 }, { of: last_name, first: 2 }]
                """, file: "m.yaml")
        #expect(file.model == nil)
        let model = try learned(table, file)
        #expect(model.thresholds == .init(match: 3, review: -2))
        #expect(model.keys.map(\.name) == ["given + family", "house"] && model.keys[1].parts.map(\.pieces.count) == [2, 1])
        let family = try #require(model.layout.comparisons.firstIndex { $0.name == "last_name" })
        #expect(model.classes.levels[family][0][1] == 0.5)
        let coincidence = try #require(model.classes.names.firstIndex(of: "met by given + family"))
        #expect(model.classes.levels[family][coincidence][1] == 0.25 && model.classes.levels[family][coincidence][5] == 0.25)
        #expect(model.fields == all.fields)
    }

    @Test func identifiersHaveAStrength() throws {
        let table = try table(people.replacingOccurrences(of: ",phone", with: ",tax"))
        let file = try MatchModelFile(
            text: "fields:\n  tax: { kind: identifier, strength: exclusive }\nthresholds: { contradiction: -6 }\n", file: "m.yaml")
        let model = try learned(table, file)
        #expect(model.fields.last?.identifier == .exclusive && model.thresholds.contradiction == -6)
        #expect(try MatchModelFile(text: MatchModelFile.text(model), file: "m.yaml").model == model)
    }

    @Test(arguments: [
        ("fields:\n  phone: { kind: phone, strength: unique }\n", 2, "only a field of kind identifier"),
        ("fields:\n  phone: { kind: identifier, strength: strong }\n", 2, "is no strength"),
        ("fields:\n  last_name: { kind: nonsense }\n", 2, "is no kind"), ("felder: {}\n", 1, "is no key"), ("- a\n", 1, "says nothing"),
        ("fields:\n  birth_date: { dates: sideways }\n", 2, "is no order of dates"), ("fields:\n  nane: { kind: title }\n", 2, "do not have"),
        ("thresholds: { match: 1, review: 2 }\n", 1, "must not lie above"), ("thresholds:\n  match: many\n", 2, "number of bits"),
        ("comparisons:\n  nose: {}\n", 2, "is not compared"), ("comparisons:\n  last_name:\n    friend: {}\n", 3, "is no class"),
        ("comparisons:\n  last_name:\n    match: { alike: 0.5 }\n", 3, "is no level"),
        ("comparisons:\n  last_name:\n    match: { same: 1.5 }\n", 3, "is no probability"),
        ("comparisons:\n  last_name:\n    match:\n      same: 0.7\n      close: 0.6\n", 4, "add up to"),
        ("keys:\n  - { name: a, parts: [nose] }\n", 2, "is not compared"), ("keys:\n  - { parts: [last_name] }\n", 2, "needs a `name`"),
        ("keys:\n  - { name: a, parts: [address] }\n", 2, "say which `part`"),
        ("keys:\n  - name: a\n    parts: [{ of: last_name, first: 0 }]\n", 3, "whole number"),
        ("keys:\n  - { name: a, parts: [last_name] }\n  - { name: a, parts: [first_name] }\n", 3, "twice"),
        ("classes: { match: 1 }\n", 0, "must be a whole model"), ("words: {}\n", 1, "belongs to a whole model"), ("fields: [\n", 2, "is no YAML"),
    ])
    func everyMistakeIsRefusedWithItsLine(text: String, line: Int, words: String) throws {
        let table = try table(people)
        #expect {
            _ = try learned(table, MatchModelFile(text: text, file: "m.yaml"))
        } throws: { error in
            let mistake = error as? MatchFileError
            return mistake?.line == line && mistake?.message.contains(words) == true
        }
    }

    /// One change each to a whole model that is right.
    @Test(arguments: [
        ("standardisation: 1\n", "standardisation: 99\n", "learn the model anew"), ("match: 0.0, ", "", "needs `match` and `review`"),
        ("  family:", "  kin:", "is no key of `classes`"), ("unseen: 1\n", "unseen: 0\n", "whole number"),
        ("    match: {", "    munch: {", "is no class"),
        ("{ kind: familyName }", "{ }", "needs a kind"), ("  last_name:\n    # bits", "  birth_dat:\n    # bits", "is not compared"),
        ("counts: |\n      ", "counts: |\n      x", "is a count"),
    ])
    func aWholeModelIsCheckedAsAWhole(good: String, bad: String, words: String) throws {
        let text = MatchModelFile.text(try learned(table(people)))
        var changed = text
        if words == "is no key of `classes`" {
            changed = text.replacingOccurrences(of: "classes:\n", with: "classes:\n  kin: 0.1\n")
        } else if let range = text.range(of: good) {
            changed.replaceSubrange(range, with: bad)
        }
        try #require(changed != text)
        #expect {
            _ = try MatchModelFile(text: changed, file: "m.yaml")
        } throws: { ($0 as? MatchFileError)?.message.contains(words) == true }
    }

    @Test func hugeFilesAreRefused() {
        let text = "fields:\n" + String(repeating: "#", count: MatchModelFile.byteLimit)
        #expect(throws: MatchFileError.self) { try MatchModelFile(text: text, file: "m.yaml") }
    }
}
