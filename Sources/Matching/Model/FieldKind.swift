/// What a column holds, in the words of the model files.
package enum FieldKind: String, CaseIterable, Sendable, Hashable {
    case givenName, familyName, personName, organisationName
    /// Free text.
    case text
    /// The name of a product, a publication, a contract.
    case title
    case identifier, email, phone, date, year, number, money
    /// An identifier in which every byte counts: the id that a platform gave (`stripe:cus_NffrFeUfNV2Hib`).
    case nativeId
    /// A whole address as `MatchAddress.text`, or one line of free text.
    case address
    case street, houseNumber, locality, postcode, region, country
    case url
    /// One of few values.
    case category
    /// Never compared.
    case ignore
}

/// What agreement on an identifier decides.
package enum IdentifierStrength: String, CaseIterable, Sendable, Hashable {
    /// One value in common is a match, unless the rest strongly contradicts. Other values beside it mean nothing.
    case unique
    /// As `unique`; and two records whose values of one scope have nothing in common are never put together by the engine
    /// (two VAT numbers of one country). The scope is what stands before the value's last colon: `VAT:DE:123456789`.
    case exclusive
    /// A match only together with every other joint field of the model (a contract's number and its party).
    case joint
}

/// One column of a match model. Values arrive as strings; a field may hold several (alternate names, several tax ids).
package struct MatchField: Sendable, Hashable {
    package var name: String
    package var kind: FieldKind
    /// Only for `FieldKind.identifier` and `nativeId`; nil means an ordinary number that is compared, typing errors allowed.
    package var identifier: IdentifierStrength?

    package init(name: String, kind: FieldKind, identifier: IdentifierStrength? = nil) {
        self.name = name
        self.kind = kind
        self.identifier = identifier
    }
}
