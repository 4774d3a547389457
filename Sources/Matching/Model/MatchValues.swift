/// The values of one record: for each field of the model, in its order, any number of strings. Empty strings count as missing.
package struct MatchValues: Sendable, Hashable {
    package var values: [[String]]

    package init(_ values: [[String]]) {
        self.values = values
    }

    /// No value in any of the model's fields.
    package init(model: MatchModel) {
        values = Array(repeating: [], count: model.fields.count)
    }

    /// The values of a field; a field beyond the end has none.
    package subscript(field: Int) -> [String] {
        get { field < values.count ? values[field] : [] }
        set {
            while values.count <= field { values.append([]) }
            values[field] = newValue
        }
    }

    package mutating func append(_ value: String, to field: Int) {
        if !value.isEmpty { self[field].append(value) }
    }
}

/// The parts of one address as one value of a field of kind `address`.
package struct MatchAddress: Sendable, Hashable {
    package var street: String
    package var houseNumber: String
    package var postcode: String
    package var locality: String
    package var region: String
    /// ISO 3166 alpha-2 where known.
    package var country: String

    package init(
        street: String = "", houseNumber: String = "", postcode: String = "", locality: String = "", region: String = "", country: String = ""
    ) {
        self.street = street
        self.houseNumber = houseNumber
        self.postcode = postcode
        self.locality = locality
        self.region = region
        self.country = country
    }

    /// The parts in the order above with U+001F (unit separator) between them; empty when all parts are.
    package var text: String {
        let parts = [street, houseNumber, postcode, locality, region, country]
        return parts.allSatisfy(\.isEmpty) ? "" : parts.joined(separator: "\u{1F}")
    }

    /// Unit separator.
    static let separator: UInt8 = 0x1F

    /// The parts of `text` in place.
    static func parts(_ text: Letters) -> (street: Letters, houseNumber: Letters, postcode: Letters, locality: Letters) {
        var rest = text
        func next() -> Letters {
            let end = rest.firstIndex(of: separator) ?? rest.count
            let part = rest.stretch(0, end)
            rest = rest.stretch(end + 1, rest.count)
            return part.trimmed
        }
        return (next(), next(), next(), next())
    }

    /// Reads `text`; a text without separators is one line of street and number.
    package init(text: String) {
        let parts = text.utf8.split(separator: 0x1F, maxSplits: 5, omittingEmptySubsequences: false).map { String($0) ?? "" }
        func part(_ index: Int) -> String { index < parts.count ? parts[index] : "" }
        self.init(
            street: part(0), houseNumber: part(1), postcode: part(2), locality: part(3), region: part(4), country: part(5))
    }
}
