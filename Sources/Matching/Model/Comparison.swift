/// What two records are compared by: one field, or several that only make sense together (the parts of an address or of a name).
package struct Comparison: Sendable, Hashable {
    package var name: String
    package var kind: ComparisonKind
    /// Indices into the model's fields, ascending.
    package var fields: [Int]
    package var identifier: IdentifierStrength?
    /// Whether the fields are parts of one thing rather than one whole value each.
    var isGathered = false
}

/// A comparator with its levels. Level 0 is always `missing`; the other levels run from most to least alike.
package enum ComparisonKind: String, CaseIterable, Sendable, Hashable {
    case organisationName, personName, title, address, email, phone, url, identifier, code, date, year, number, locality, postcode, category

    package var levels: [String] {
        switch self {
        case .organisationName:
            [
                "missing", "identical", "identical, of common words", "other legal form", "close", "similar", "contained", "acronym", "other unit",
                "partly", "slightly", "different",
            ]
        case .personName:
            ["missing", "identical", "initial or nickname", "close", "swapped", "a part missing", "family name only", "given name only", "different"]
        case .title: ["missing", "identical", "close", "similar", "contained", "partly", "other number", "different"]
        case .address:
            [
                "missing", "same", "close", "same street and number", "same street and number elsewhere", "same street, a number missing",
                "same street, other number",
                "same postcode", "same place", "elsewhere", "other country",
            ]
        case .email: ["missing", "same", "same shared mailbox", "close", "same domain", "same mailbox elsewhere", "different"]
        case .phone: ["missing", "same", "close", "different"]
        case .url: ["missing", "same", "different"]
        case .identifier: ["missing", "same", "different", "conflict"]
        case .code: ["missing", "same", "close", "different"]
        case .date: ["missing", "same", "swapped or one digit", "two parts same", "same year", "different"]
        case .year: ["missing", "same", "next", "different"]
        case .number: ["missing", "same", "close", "near", "different"]
        case .locality: ["missing", "same", "close", "different"]
        case .postcode: ["missing", "same", "close", "same area", "different"]
        case .category: ["missing", "same", "different"]
        }
    }
}

extension Comparison {
    /// The comparisons of a model's fields: parts of one address (street, house number, locality, postcode, region, country) become
    /// one comparison when a street or a postcode is among them, given and family name become one; every other field is its own.
    static func of(_ fields: [MatchField]) -> [Comparison] {
        let addressParts: Set<FieldKind> = [.street, .houseNumber, .locality, .postcode, .region, .country]
        let nameParts: Set<FieldKind> = [.givenName, .familyName]
        let hasAddress =
            fields.contains { $0.kind == .street } || (fields.contains { $0.kind == .postcode } && fields.contains { $0.kind == .locality })
        var comparisons: [Comparison] = []
        for (index, field) in fields.enumerated() where field.kind != .ignore {
            if hasAddress, addressParts.contains(field.kind) {
                gather(index, "address", .address, into: &comparisons)
            } else if nameParts.contains(field.kind) {
                gather(index, "person", .personName, into: &comparisons)
            } else if let kind = field.comparisonKind {
                comparisons.append(Comparison(name: field.name, kind: kind, fields: [index], identifier: field.identifier))
            }
        }
        return comparisons
    }

    private static func gather(_ field: Int, _ name: String, _ kind: ComparisonKind, into comparisons: inout [Comparison]) {
        if let place = comparisons.firstIndex(where: { $0.kind == kind && $0.isGathered }) {
            comparisons[place].fields.append(field)
        } else {
            comparisons.append(Comparison(name: name, kind: kind, fields: [field], isGathered: true))
        }
    }
}

extension MatchField {
    /// How the field is compared by itself; nil when it is ignored.
    var comparisonKind: ComparisonKind? {
        switch kind {
        case .organisationName: .organisationName
        case .personName, .givenName, .familyName: .personName
        case .text, .title: .title
        case .identifier, .nativeId: identifier == nil ? .code : .identifier
        case .houseNumber: .code
        case .email: .email
        case .phone: .phone
        case .date: .date
        case .year: .year
        case .number, .money: .number
        case .address, .street: .address
        case .locality: .locality
        case .postcode: .postcode
        case .region, .country, .category: .category
        case .url: .url
        case .ignore: nil
        }
    }
}
