/// What an attribute holds: decides how a value is validated, standardised and compared.
package indirect enum AttributeType: Sendable, Hashable {
    /// Free text, trimmed, inner white space folded.
    case text
    case organisationName, personName
    /// A code of a reference list (`policies/reference/<name>.yaml`); without a list, any short code.
    case code(reference: String?)
    /// ISO 3166-1 alpha-2, from codes or names as platforms spell them.
    case country
    /// ISO 4217, upper case.
    case currency
    /// BCP 47 language tag.
    case language
    case email, phone, url
    /// A calendar date, `YYYY-MM-DD`.
    case date
    /// A moment, RFC 3339 in UTC with milliseconds.
    case timestamp
    case integer
    /// A decimal of any precision as its shortest plain text, never binary.
    case decimal
    case boolean
    /// `{amount: decimal, currency}`.
    case money
    /// `{value: decimal, unit}`.
    case quantity
    /// `{street, houseNumber?, street2?, city, region?, postcode, country}`: survives as a unit.
    case address
    /// A tax registration `{type, number, country?}`, VAT numbers with their check digits; a bare string becomes one.
    case taxId
    case duns, lei, gtin
    /// A child list; its elements are told apart by the named fields of a group, or by value.
    case list(of: AttributeType)
    /// A structure with fields of its own (contacts, prices, contract lines).
    case group([Field])
    /// A native id of another record on the same platform, resolved through the crosswalk.
    case reference(to: Entity)
    /// `{platform, nativeId}`: the id that another platform gave to the same party, product or contract.
    case platformId

    /// A field of a group.
    package struct Field: Sendable, Hashable {
        package var name: String
        package var type: AttributeType
        package var required: Bool
        /// Part of what tells one element of a list from another.
        package var key: Bool

        package init(name: String, type: AttributeType, required: Bool = false, key: Bool = false) {
            self.name = name
            self.type = type
            self.required = required
            self.key = key
        }
    }
}
