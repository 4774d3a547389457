/// An order of the records that depends on what they say and not on where they stand: everything is computed in it, so that
/// the order of the rows changes nothing. Records that are equal byte for byte stand in the order of their first cell, the id.
struct ContentOrder {
    /// Records as they came, in content order.
    let records: [Int32]

    init(_ cells: RecordCells, kinds: [FieldKind], sides: [UInt32]?) {
        let columns = kinds.indices.filter { kinds[$0] != .ignore }
        let keys = (0..<cells.count).map { record in
            var hash = StableHash(seed: UInt64(sides?[record] ?? 0))
            for column in columns { hash.combine(cells.cell(record, column)) }
            return hash.value
        }
        records = (0..<Int32(cells.count)).sorted { a, b in
            let (x, y) = (keys[Int(a)], keys[Int(b)])
            if x != y { return x < y }
            let (left, right) = (cells.cell(Int(a), 0), cells.cell(Int(b), 0))
            return left.equals(right) ? a < b : left.isBefore(right)
        }
    }
}
