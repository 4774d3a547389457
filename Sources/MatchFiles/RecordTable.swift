package import Matching

/// The records of a CSV file for `mdm match`: first column `id`, unique; a column `source` says where a record is from.
package struct RecordTable: Sendable {
    package let cells: RecordCells
    private let ids: Int

    /// Bytes of a file, so that every place in it and all that it grows to have numbers of 32 bits.
    static let byteLimit = 1_000_000_000

    package init(path: String) throws(MatchFileError) {
        let file = try MappedFile(path: path, limit: Self.byteLimit)
        let (columns, start) = try Self.header(file, path)
        let (places, block) = try CellScanner.cells(of: path, behindHeaderOf: file, start: start, columnCount: columns.count)
        let count = places.count / columns.count
        guard count <= Resolver.recordLimit else {
            throw MatchFileError(file: path, line: 0, message: "has \(count) records; the limit is \(Resolver.recordLimit). Split the file")
        }
        cells = RecordCells(columns: columns, cells: places, bytes: UnsafePointer(block.base), owner: block)
        ids = 0
        if let record = cells.firstRepeated(column: ids) {
            throw MatchFileError(
                file: path, line: 0, message: record.isMissing
                    ? "record \(record.index + 1) has no `id`; give every record one"
                    : "record \(record.index + 1) has the `id` of a record before it; ids must be unique")
        }
    }

    package var count: Int { cells.count }

    package func id(_ record: Int) -> String { cells.text(record, ids) }

    /// The number of each record's source by the named column: 0 for the first that occurs, and so on.
    package func sides(column name: String, file: String) throws(MatchFileError) -> [UInt16] {
        guard let column = cells.columns.firstIndex(of: name) else {
            throw MatchFileError(file: file, line: 1, message: "has no column `\(name)` to link by; there are \(cells.columns.joined(separator: ", "))")
        }
        guard let sides = cells.numbers(column: column, limit: Int(UInt16.max)) else {
            throw MatchFileError(file: file, line: 0, message: "column `\(name)` has more than \(UInt16.max) different values; name the column of the source")
        }
        return sides
    }

    private static func header(_ file: MappedFile, _ path: String) throws(MatchFileError) -> ([String], start: Int) {
        var start = 0
        // a byte order mark
        if file.count >= 3, file.base[0] == 0xEF, file.base[1] == 0xBB, file.base[2] == 0xBF { start = 3 }
        var end = start
        while end < file.count, file.base[end] != 0x0A { end += 1 }
        let bytes = UnsafeBufferPointer(start: file.base + start, count: end - start)
        let line = String(decoding: bytes, as: UTF8.self)
        let columns = line.split(separator: ",", omittingEmptySubsequences: false).map { name in
            let inner = name.drop { $0.isWhitespace || $0 == "\"" }.reversed().drop { $0.isWhitespace || $0 == "\"" }
            return String(inner.reversed())
        }
        guard columns.first == "id" else { throw MatchFileError(file: path, line: 1, message: "the first column must be `id`") }
        guard columns.count > 1 else { throw MatchFileError(file: path, line: 1, message: "there is no column but `id`: nothing to compare") }
        guard columns.count <= 1_000 else { throw MatchFileError(file: path, line: 1, message: "\(columns.count) columns; the limit is 1000") }
        var seen: Set<String> = []
        for name in columns where !seen.insert(name).inserted { throw MatchFileError(file: path, line: 1, message: "column `\(name)` occurs twice") }
        return (columns, min(file.count, end + 1))
    }
}
