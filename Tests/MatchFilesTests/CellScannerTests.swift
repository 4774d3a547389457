import Foundation
import Matching
import Testing

@testable import MatchFiles

@Suite struct CellScannerTests {
    private func table(_ text: String) throws -> RecordTable {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).csv")
        try text.write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        return try RecordTable(path: file.path)
    }

    private func rows(_ table: RecordTable) -> [[String]] {
        (0..<table.count).map { record in table.cells.columns.indices.map { table.cells.text(record, $0) } }
    }

    @Test(arguments: [
        ("id,name\n1,a\n2,b\n", [["1", "a"], ["2", "b"]]),
        ("id,name\n1,a\n2,b", [["1", "a"], ["2", "b"]]),
        ("\u{FEFF}id,name\r\n1,a\r\n\r\n2,b\r\n", [["1", "a"], ["2", "b"]]),
        ("id,name\n1,\"a, b\"\n2,\"say \"\"no\"\"\"\n", [["1", "a, b"], ["2", "say \"no\""]]),
        ("id,name\n1,\"two\nlines\"\n2,\n", [["1", "two\nlines"], ["2", ""]]),
        ("id,name\n1,5\" pipe\n2,\"\"\n", [["1", "5\" pipe"], ["2", ""]]),
        ("id,name\r\n1,\"quoted\"\r\n2,bare\r\n", [["1", "quoted"], ["2", "bare"]]),
    ])
    func readsFields(text: String, expected: [[String]]) throws {
        #expect(try rows(table(text)) == expected)
    }

    @Test(arguments: [
        ("id,name\n1,a\n2,b,c\n", 3, "3 fields"), ("id,name\n1\n", 2, "1 fields"), ("id,name\n1,\"a\n", 2, "quoted field"),
        ("id,name\n1,\"a\"b\n", 2, "quoted field"), ("name,id\n", 1, "first column"), ("id\n1\n", 1, "nothing to compare"),
        ("id,a,a\n", 1, "twice"), ("id,name\n1,a\n1,b\n", 0, "record 2 has the `id`"), ("id,name\n,a\n", 0, "has no `id`"),
    ])
    func refusesWithTheLine(text: String, line: Int, words: String) {
        #expect {
            _ = try table(text)
        } throws: { error in
            guard let error = error as? MatchFileError else { return false }
            return error.line == line && error.message.contains(words)
        }
    }

    /// Files large enough to be read in pieces: quotes and line feeds fall on every boundary.
    @Test(arguments: [11, 12, 13] as [UInt64]) func readsInPiecesWhatItReadsInOne(seed: UInt64) throws {
        var random = SystemRandomNumberGenerator.seeded(seed)
        var expected: [[String]] = []
        var text = "id,name,note\n"
        for record in 0..<6_000 {
            let values = (0..<2).map { _ in String((0..<Int.random(in: 0...14, using: &random)).map { _ in "ab ,\"\n5é".randomElement(using: &random) ?? "a" }) }
            expected.append(["\(record)"] + values)
            text += "\(record)," + values.map { "\"\($0.replacingOccurrences(of: "\"", with: "\"\""))\"" }.joined(separator: ",") + "\n"
        }
        #expect(try rows(table(text)) == expected, "seed \(seed)")
    }
}

extension SystemRandomNumberGenerator {
    /// Linear congruential, so that a failing seed can be run again.
    struct Seeded: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 33) ^ (state << 31)
        }
    }

    static func seeded(_ seed: UInt64) -> Seeded { Seeded(state: seed) }
}
