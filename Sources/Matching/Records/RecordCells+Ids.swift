extension RecordCells {
    /// The first record whose value in a column is missing, or the same as that of a record before it.
    package func firstRepeated(column: Int) -> (index: Int, isMissing: Bool)? {
        var places = HashPlaces(capacity: 1 << 16)
        for record in 0..<count {
            let value = cell(record, column)
            if value.isEmpty { return (record, true) }
            if !places.place(of: value.stableHash(seed: 0)).isNew { return (record, false) }
        }
        return nil
    }

    /// Each record's value in a column as a number, in the order in which values occur; nil when there are more than `limit`.
    package func numbers(column: Int, limit: Int) -> [UInt16]? {
        var places = HashPlaces(capacity: 64)
        var numbers: [UInt16] = []
        numbers.reserveCapacity(count)
        for record in 0..<count {
            let (number, _) = places.place(of: cell(record, column).stableHash(seed: 0))
            if number >= min(limit, Int(UInt16.max)) { return nil }
            numbers.append(UInt16(number))
        }
        return numbers
    }

    /// Finds records by their value in a column.
    package func index(column: Int) -> CellIndex { CellIndex(self, column: column) }
}

/// Records by their value in one column.
package struct CellIndex: Sendable {
    private var records: [UInt64: Int] = [:]

    init(_ cells: RecordCells, column: Int) {
        records.reserveCapacity(cells.count)
        for record in 0..<cells.count { records[cells.cell(record, column).stableHash(seed: 0)] = record }
    }

    /// The record that has the value which a record of other cells has in a column.
    package func record(of cells: RecordCells, _ record: Int, column: Int) -> Int? {
        records[cells.cell(record, column).trimmed.stableHash(seed: 0)]
    }
}
