/// One field of a record model: a column of a file.
package struct RecordField: Sendable, Hashable {
    package var name: String
    package var kind: FieldKind
    /// How a field of kind `date` writes dates whose year comes last.
    package var dateOrder: DateOrder
    /// What agreement on a field of kind `identifier` or `nativeId` decides; nil: an ordinary number, typing errors allowed.
    package var identifier: IdentifierStrength?

    package init(name: String, kind: FieldKind, dateOrder: DateOrder = .dayFirst, identifier: IdentifierStrength? = nil) {
        self.name = name
        self.kind = kind
        self.dateOrder = dateOrder
        self.identifier = kind == .identifier || kind == .nativeId ? identifier : nil
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
