package import Matching

/// Pairs known to be one: two columns of ids under a header.
package struct TruePairs: Sendable {
    /// Pairs of record indices, the smaller first, each once.
    package let pairs: [(Int, Int)]

    /// - Parameter sides: when only different sources may be one, pairs within one source do not count.
    package init(path: String, of table: RecordTable, sides: [UInt16]?) throws(MatchFileError) {
        let file = try MappedFile(path: path, limit: RecordTable.byteLimit)
        var start = 0
        while start < file.count, file.base[start] != 0x0A { start += 1 }
        start += 1
        let columns = 1 + (0..<start).reduce(0) { $0 + (file.base[$1] == 0x2C ? 1 : 0) }
        guard columns >= 2 else { throw MatchFileError(file: path, line: 1, message: "the header must name two columns of ids") }
        let (places, block) = try CellScanner.cells(of: path, behindHeaderOf: file, start: start, columnCount: columns)
        let cells = RecordCells(columns: (0..<columns).map { "\($0)" }, cells: places, bytes: UnsafePointer(block.base), owner: block)
        let index = table.cells.index(column: 0)
        var keys: Set<UInt64> = []
        for pair in 0..<cells.count {
            let found = (0...1).map { index.record(of: cells, pair, column: $0) }
            guard let a = found[0], let b = found[1] else {
                throw MatchFileError(file: path, line: pair + 2, message: "names an id that is not among the records")
            }
            if a == b || sides.map({ $0[a] == $0[b] }) ?? false { continue }
            keys.insert(UInt64(min(a, b)) << 32 | UInt64(max(a, b)))
        }
        pairs = keys.map { (Int($0 >> 32), Int($0 & 0xFFFF_FFFF)) }
    }
}
