/// One field of a record model: a column of a file.
package struct RecordField: Sendable, Hashable {
    package var name: String
    package var kind: FieldKind
    /// How a field of kind `date` writes dates whose year comes last.
    package var dateOrder: DateOrder

    package init(name: String, kind: FieldKind, dateOrder: DateOrder = .dayFirst) {
        self.name = name
        self.kind = kind
        self.dateOrder = dateOrder
    }
}

/// In which order day and month stand when the year comes last: `24/06/1971` or `06/24/1971`.
package enum DateOrder: String, CaseIterable, Sendable { case dayFirst, monthFirst }

extension RecordField {
    /// The columns that are compared, as fields; how dates are written follows from the values.
    package static func fields(of cells: RecordCells, kinds: [FieldKind]) -> [RecordField] {
        zip(cells.columns.indices, kinds).compactMap { column, kind in
            if kind == .ignore { return nil }
            let order = kind == .date ? DateDigits.order(of: cells, column: column) : .dayFirst
            return RecordField(name: cells.columns[column], kind: kind, dateOrder: order)
        }
    }
}
