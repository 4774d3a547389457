extension Feature {
    /// The standardised values as text. Of identifiers only hashes are kept, so they have none.
    var texts: [String] {
        switch self {
        case .missing, .identifiers: []
        case .organisationNames(let names), .personsAsOrganisations(let names): names.map(\.words.text)
        case .personNames(let names): names.map { [$0.given.text, $0.family.text].filter { !$0.isEmpty }.joined(separator: " ") }
        case .titles(let titles): titles.map(\.text)
        case .addresses(let addresses): addresses.map(\.text)
        case .emails(let addresses): addresses.map(\.text)
        case .phones(let numbers): numbers.map { String(decoding: $0.digits, as: UTF8.self) }
        case .sites(let sites): sites.map(\.text)
        case .codes(let codes): codes.map { String(decoding: $0.bytes, as: UTF8.self) }
        case .dates(let dates): dates.map { String(decoding: $0.digits, as: UTF8.self) }
        case .numbers(let numbers): numbers.map(\.text)
        case .localities(let places): places.map(\.text)
        case .postcodes(let codes): codes.map { String(decoding: $0, as: UTF8.self) }
        }
    }
}

extension DecimalValue {
    /// Without trailing zeros.
    var text: String {
        let size = tenThousandths.magnitude
        var fraction = String(size % 10_000 + 10_000).dropFirst()
        while fraction.last == "0" { fraction = fraction.dropLast() }
        return (tenThousandths < 0 ? "-" : "") + String(size / 10_000) + (fraction.isEmpty ? "" : "." + fraction)
    }
}
