/// What each column of a file holds, found out from its name and its values.
///
/// A name that says it (`surname`, `PLZ`, `date_of_birth`) is believed as long as the values do not speak against it; a name that says
/// nothing is judged by the shape of its values. Columns `id` and `source` are never compared.
package struct ColumnKinds: Sendable {
    /// One for each column.
    package var kinds: [FieldKind]

    package static func inferred(from cells: RecordCells) -> ColumnKinds {
        var kinds = cells.columns.map { ColumnName.kind(of: $0) }
        let shapes = cells.columns.indices.map { ValueShape(cells, column: $0) }
        for column in cells.columns.indices { kinds[column] = settled(kinds[column], shapes[column], cells.columns[column]) }
        settleNames(&kinds, cells, shapes)
        return ColumnKinds(kinds: kinds.map { $0 ?? .ignore })
    }

    /// The kind of one column by itself; nil while it is open which kind of name a `name` is.
    private static func settled(_ named: FieldKind?, _ shape: ValueShape, _ name: String) -> FieldKind? {
        if name == "id" || name == "source" || shape.filled == 0 || shape.distinct == 1 { return .ignore }
        guard let named else {
            return ColumnName.isName(name) ? nil : shape.kind
        }
        switch named {
        case .email: return shape.emails > 0.3 ? .email : shape.kind
        case .url: return shape.hosts > 0.3 ? .url : shape.kind
        case .date: return shape.dates > 0.5 ? .date : shape.years > 0.8 ? .year : shape.kind
        case .phone: return shape.digitsShare > 0.5 ? .phone : shape.kind
        case .title where shape.distinct <= 12 && shape.filled > 50: return .category
        case .number, .money: return shape.numbers > 0.5 ? named : .category
        case .year: return shape.years > 0.5 ? .year : shape.dates > 0.5 ? .date : shape.kind
        case .identifier where shape.distinctShare < 0.05 && shape.filled > 200: return .category
        default: return named
        }
    }

    /// Says what the columns called `name` are, from what stands beside them.
    private static func settleNames(_ kinds: inout [FieldKind?], _ cells: RecordCells, _ shapes: [ValueShape]) {
        func has(_ wanted: Set<FieldKind>) -> Bool { kinds.contains { $0.map(wanted.contains) ?? false } }
        let hasPerson = has([.givenName]) && has([.familyName])
        let hasContact = has([.street, .phone, .postcode, .locality, .email, .houseNumber])
        // what is described at length or has a price is a thing
        let isDescribed = kinds.indices.contains { kinds[$0] == .text && shapes[$0].words > 8 }
        let hasWare = (has([.money]) || isDescribed) && !hasContact
        for column in kinds.indices where kinds[column] == nil {
            if hasPerson {
                // the whole name beside its parts says nothing new
                kinds[column] = .ignore
            } else if has([.title]) {
                kinds[column] = .text
            } else if shapes[column].personNames > 0.5, !hasWare {
                kinds[column] = .personName
            } else {
                kinds[column] = hasWare || (!hasContact && shapes[column].words > 4) ? .title : .organisationName
            }
        }
        if hasPerson { for column in kinds.indices where kinds[column] == .personName && !ColumnName.isRole(cells.columns[column]) { kinds[column] = .ignore } }
        // one organisation is the record's own: the column called so, or the one that is filled most; others are remarks about it
        let organisations = kinds.indices.filter { kinds[$0] == .organisationName }
        let own = organisations.max { a, b in
            let (x, y) = (ColumnName.isName(cells.columns[a]), ColumnName.isName(cells.columns[b]))
            return x == y ? (shapes[a].filled, b) < (shapes[b].filled, a) : y
        }
        for column in organisations where column != own { kinds[column] = .text }
        // a title beside persons or organisations is a form of address or a remark
        if has([.title]), hasPerson || (has([.organisationName]) && hasContact) {
            for column in kinds.indices where kinds[column] == .title { kinds[column] = .text }
        }
    }
}
