/// How a platform's users keep customers: which attributes they fill, and how carefully they write. All shares are of 1,000.
struct PlatformHabits: Sendable {
    var legalName = 0
    var taxIds = 0
    var duns = 0
    var lei = 0
    var parent = 0
    var billTo = 0
    var shipTo = 0
    var email = 0
    var phone = 0
    var website = 0
    var currency = 0
    var paymentTerms = 0
    var industry = 0
    var creditLimit = 0
    var language = 0
    var contacts = 0
    /// The display name carries the legal form.
    var legalFormShare = 700
    var upperCase = 10
    var typos = 60
    /// Letters with marks are written without them.
    var plainLetters = 120
    /// The house number has a field of its own.
    var houseNumberApart = 0
    var region = 700
    /// The country is a two-letter code, not a name.
    var countryCode = 500
    /// Longest name, in characters.
    var nameLength = 160

    static func of(_ platform: SamplePlatform) -> PlatformHabits {
        switch platform {
        case .salesforce: salesforce
        case .zuora: zuora
        case .sap: sap
        case .netsuite: netsuite
        case .chargebee: chargebee
        case .stripe: stripe
        case .dynamics: dynamics
        case .finance: finance
        }
    }

    private static let salesforce = PlatformHabits(
        legalName: 150, taxIds: 250, duns: 500, lei: 80, parent: 700, billTo: 900, shipTo: 500, email: 250, phone: 800, website: 800, currency: 150,
        industry: 750,
        contacts: 600, legalFormShare: 550, typos: 90, countryCode: 250)
    private static let zuora = PlatformHabits(
        taxIds: 350, billTo: 950, shipTo: 500, email: 900, phone: 450, currency: 1_000, paymentTerms: 950, contacts: 250, legalFormShare: 650,
        countryCode: 300)
    private static let sap = PlatformHabits(
        legalName: 950, taxIds: 800, duns: 450, lei: 120, parent: 300, billTo: 970, shipTo: 350, email: 400, phone: 650, website: 200, currency: 900,
        paymentTerms: 900,
        industry: 500, creditLimit: 600, language: 900, legalFormShare: 900, upperCase: 60, typos: 40, plainLetters: 250, houseNumberApart: 950,
        countryCode: 1_000, nameLength: 81)
    private static let netsuite = PlatformHabits(
        legalName: 300, taxIds: 500, parent: 500, billTo: 850, shipTo: 300, email: 750, phone: 700, website: 500, currency: 900, paymentTerms: 800,
        creditLimit: 350,
        legalFormShare: 750, countryCode: 700)
    private static let chargebee = PlatformHabits(
        taxIds: 500, parent: 150, billTo: 800, email: 950, phone: 450, currency: 800, paymentTerms: 500, language: 500, legalFormShare: 500,
        typos: 80, region: 400, countryCode: 1_000)
    private static let stripe = PlatformHabits(
        taxIds: 350, billTo: 650, shipTo: 150, email: 980, phone: 350, currency: 600, language: 300, legalFormShare: 450, typos: 90,
        plainLetters: 180, region: 400, countryCode: 1_000)
    private static let dynamics = PlatformHabits(
        taxIds: 150, duns: 100, parent: 600, billTo: 700, shipTo: 750, email: 750, phone: 800, website: 750, currency: 500, paymentTerms: 400,
        industry: 600, creditLimit: 250,
        contacts: 400, legalFormShare: 600, typos: 80, countryCode: 200)
    private static let finance = PlatformHabits(
        legalName: 950, taxIds: 700, parent: 250, billTo: 900, shipTo: 600, email: 500, phone: 600, website: 300, currency: 1_000, paymentTerms: 900,
        creditLimit: 500,
        language: 900, legalFormShare: 300, upperCase: 120, typos: 40, plainLetters: 200, countryCode: 1_000, nameLength: 20)
}
