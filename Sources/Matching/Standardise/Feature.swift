/// The standardised values of one comparison in one record; every list has no equal values twice and is in a fixed order.
enum Feature: Sendable, Hashable {
    case missing
    case organisationNames([OrganisationName])
    case personNames([PersonName])
    /// Names of a person, written as an organisation's: for records that do not say which of the two they are.
    case personsAsOrganisations([OrganisationName])
    case titles([Words])
    case addresses([Address])
    case emails([EmailAddress])
    case phones([PhoneNumber])
    case sites([WebSite])
    case identifiers([IdentifierValue])
    case codes([Code])
    case dates([DateParts])
    case numbers([DecimalValue])
    case localities([Words])
    case postcodes([[UInt8]])

    var isMissing: Bool {
        if case .missing = self { return true }
        return false
    }

    /// At most this many values of a field are compared.
    static let valueLimit = 8

    init(_ comparison: Comparison, _ values: MatchValues, fields: [MatchField]) {
        if comparison.isGathered {
            self = Self.gathered(comparison, values, fields)
            return
        }
        let texts = values[comparison.fields[0]]
        if texts.isEmpty {
            self = .missing
            return
        }
        switch comparison.kind {
        case .organisationName: self = .list(texts, OrganisationName.init, Feature.organisationNames)
        case .personName: self = .list(texts, { PersonName($0) }, Feature.personNames)
        case .title: self = .list(texts, { Self.words($0, weigh: Self.titleWeight) }, Feature.titles)
        case .address: self = .list(texts, { Address(MatchAddress(text: $0)) }, Feature.addresses)
        case .email: self = .list(texts, EmailAddress.init, Feature.emails)
        case .phone: self = .list(texts, PhoneNumber.init, Feature.phones)
        case .url: self = .list(texts, WebSite.init, Feature.sites)
        case .identifier where fields[comparison.fields[0]].kind == .nativeId:
            self = .list(texts, IdentifierValue.init(verbatim:), Feature.identifiers, limit: 64)
        case .identifier: self = .list(texts, { IdentifierValue($0) }, Feature.identifiers, limit: 64)
        case .code, .category: self = .list(texts, Code.init, Feature.codes)
        case .date: self = .list(texts, DateParts.init, Feature.dates)
        case .year, .number: self = .list(texts, DecimalValue.init, Feature.numbers)
        case .locality: self = .list(texts, { Self.words($0, weigh: \.weight) }, Feature.localities)
        case .postcode:
            self = .list(
                texts,
                { text in
                    let code = Address.postcode(text); return code.isEmpty ? nil : code
                }, Feature.postcodes)
        }
    }

    private static func list<Value: Hashable>(
        _ texts: [String], _ standardise: (String) -> Value?, _ wrap: ([Value]) -> Feature, limit: Int = valueLimit
    ) -> Feature {
        var values: [Value] = []
        // the same set of values gives the same feature, whatever their order
        for text in texts.count > 1 ? texts.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) : texts where values.count < limit {
            if let value = standardise(text), !values.contains(value) { values.append(value) }
        }
        return values.isEmpty ? .missing : wrap(values)
    }

    /// Parts of a name or an address, the first value of each field.
    private static func gathered(_ comparison: Comparison, _ values: MatchValues, _ fields: [MatchField]) -> Feature {
        func first(_ kind: FieldKind) -> String {
            comparison.fields.filter { fields[$0].kind == kind }.compactMap { values[$0].first }.joined(separator: " ")
        }
        if comparison.kind == .personName {
            return PersonName(given: first(.givenName), family: first(.familyName)).map { .personNames([$0]) } ?? .missing
        }
        let address = MatchAddress(
            street: first(.street), houseNumber: first(.houseNumber), postcode: first(.postcode), locality: first(.locality),
            region: first(.region), country: first(.country))
        return Address(address).map { .addresses([$0]) } ?? .missing
    }

    /// The companies' own domains of e-mail addresses, which say where their web sites would be.
    var ownDomains: Feature {
        guard case .emails(let addresses) = self else { return .missing }
        var sites: [WebSite] = []
        for address in addresses where !address.isFreeMail {
            let site = WebSite(registrable: address.domainBytes)
            if !sites.contains(site) { sites.append(site) }
        }
        return sites.isEmpty ? .missing : .sites(sites)
    }

    /// A person's names as names of an organisation.
    var asOrganisation: Feature {
        guard case .personNames(let names) = self else { return .missing }
        let organisations = names.compactMap { OrganisationName($0.given.text + " " + $0.family.text) }
        return organisations.isEmpty ? .missing : .personsAsOrganisations(organisations)
    }

    private static func words(_ text: String, weigh: (Word) -> Int32) -> Words? {
        let words = Words(folded: TextFolding.fold(text), weigh: weigh)
        return words.isEmpty ? nil : words
    }

    /// A word with letters and digits is a model number and tells most; a bare number tells more than a word of its length.
    private static func titleWeight(_ word: Word) -> Int32 {
        if word.hasDigit { return word.hasLetter && word.count > 2 ? 1_800 : 1_000 }
        if word.count <= 2 || OrganisationWords.weight(word) < word.weight { return 350 }
        return word.weight
    }
}
