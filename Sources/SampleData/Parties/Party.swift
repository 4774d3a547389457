/// A customer as it is in truth; what platforms say of it is spelled from this.
struct Party: Sendable {
    struct Person: Sendable {
        var given: String
        var family: String
        var full: String { given + " " + family }
    }

    struct Contact: Sendable {
        var person: Person
        var email: String
        var role: String
    }

    var country: Country
    /// Nil for an organisation.
    var person: Person?
    /// An organisation's name without its legal form; a person's whole name.
    var core: String
    var legalForm: Country.LegalForm?
    /// What sets a site apart in the name (`Branch Leeds`); not part of the legal name.
    var siteLabel: String?
    var site: Place
    var delivery: Place?
    /// Where it was before; some platforms have not heard.
    var formerSite: Place?
    /// National digits without the trunk prefix.
    var telephone: String
    var otherTelephone: String
    var email: String
    var otherEmail: String
    var website: String?
    var taxNumber: String?
    var duns: String?
    var lei: String?
    /// A section of ISIC; empty for a person.
    var industry: String
    var paymentDays: Int
    var isActive: Bool
    var isOnHold: Bool
    /// In whole units of the country's currency.
    var creditLimit: Int?
    var contacts: [Contact]
    /// The place of the parent among the family's members.
    var parent: Int?
}
