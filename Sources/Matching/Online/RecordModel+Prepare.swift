extension RecordModel {
    /// Standardises a record's values.
    ///
    /// - Parameters:
    ///   - order: a hash of what the record is called at its source (`StableHash.of(platform, nativeId)`), the same for one record for ever.
    ///   - values: for each field of the model, in its order. The first values of all fields are one row, the second another, and so on: parts
    ///     of one name or one address have the same place.
    package func prepare(id: Int64, order: UInt64, _ values: MatchValues) -> PreparedRecord {
        let counts = fields.indices.map { field in
            min(fields[field].identifier == nil ? PreparedRecord.rowLimit : PreparedRecord.identifierLimit, values[field].count)
        }
        let rows = (0..<(counts.max() ?? 0)).map { row in fields.indices.map { row < counts[$0] ? values[$0][row] : "" } }
        let cells = RecordCells(columns: fields.map(\.name), rows: rows)
        return PreparedRecord(id: id, order: order, rows: RecordPreparer(layout, cells, columns: Array(fields.indices)).prepare(), mark: tables.mark)
    }

    /// A record that was prepared earlier; nil when it has to be prepared anew.
    package func stored(id: Int64, order: UInt64, bytes: [UInt8]) -> PreparedRecord? {
        PreparedRecord(id: id, order: order, bytes: bytes, slotCount: layout.slotCount, mark: tables.mark)
    }

    /// The index of a field by name, for filling `MatchValues`.
    package func field(_ name: String) -> Int? { fields.firstIndex { $0.name == name } }

    /// Compares two records. For one record against many see `RecordBatch`.
    package func compare(_ a: PreparedRecord, _ b: PreparedRecord) -> PairScore { RecordBatch([a, b], model: self).compare(0, 1) }

    /// The record's 64-bit match keys, ascending and distinct. Two records that share one are candidates.
    package func keys(of record: PreparedRecord) -> [Int64] { RecordBatch([record], model: self).keys(0).map(\.hash) }
}
