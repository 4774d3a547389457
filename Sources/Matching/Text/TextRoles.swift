/// What each column of a set of texts is good for, as its kind says.
struct TextRoles {
    /// The column that names the record; -1 when there is none.
    var title = -1
    /// Columns whose words may complete a title, are compared each on its own, or both.
    var sides: [Int] = []
    /// Lists of persons, where an initial may stand for a name: places in `sides`.
    var persons: [Int] = []
    /// Columns with few values, whose spellings in two sources can be learned from each other: places in `sides`.
    var categories: [Int] = []
    var amounts: [Int] = []
    var years: [Int] = []
    /// Numbers that tell one thing from another: model numbers, phones, links.
    var identifiers: [Int] = []

    init(_ kinds: [FieldKind]) {
        for wanted in [FieldKind.title, .organisationName, .personName, .text] where title < 0 {
            title = kinds.firstIndex(of: wanted) ?? -1
        }
        for (column, kind) in kinds.enumerated() where column != title {
            switch kind {
            case .title, .text, .address, .street, .organisationName: sides.append(column)
            case .personName, .givenName, .familyName:
                persons.append(sides.count)
                sides.append(column)
            case .category, .locality, .region, .country, .postcode:
                categories.append(sides.count)
                sides.append(column)
            case .money, .number, .houseNumber: amounts.append(column)
            case .year, .date: years.append(column)
            case .identifier, .nativeId, .email, .phone, .url: identifiers.append(column)
            case .ignore: break
            }
        }
    }
}
