/// What the sample knows of a country: how its addresses, telephone numbers and company names look.
///
/// A class, as every party refers to one and none changes it.
final class Country: Sendable {
    /// ISO 3166-1 alpha-2.
    let code: String
    /// As people and systems spell it, the proper English name first.
    let spellings: [String]
    let currency: String
    let callingCode: String
    /// Dialled before an area code inside the country; empty where there is none.
    let trunk: String
    /// Digits of a national number without the trunk prefix.
    let phoneLength: Int
    let topLevelDomain: String
    let words: WordFamily
    let legalForms: SkewedList<LegalForm>
    let cities: SkewedList<City>
    /// Postcodes of places that are not in `cities`: `#` a digit, `@` a letter; nil: five digits that start as those of a city of the region.
    let ruralPostcode: String?
    /// Area codes of such places.
    let ruralAreas: [String]
    /// Number before the street (`12 Main Street`) or behind it.
    let numberFirst: Bool

    /// A legal form and how else it is written.
    struct LegalForm: Sendable {
        let short: String
        let variants: [String]

        init(_ short: String, _ variants: String...) {
            self.short = short
            self.variants = variants
        }
    }

    struct City: Sendable {
        let name: String
        let region: String
        /// `#` a digit, `@` a letter.
        let postcode: String
        let area: String

        /// `name|region|postcode|area`; a missing part is empty.
        init(row: Substring) {
            let parts = row.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            name = parts[0]
            region = parts.count > 1 ? parts[1] : ""
            postcode = parts.count > 2 ? parts[2] : ""
            area = parts.count > 3 ? parts[3] : ""
        }
    }

    init(
        _ code: String, spellings: [String], currency: String, calling: String, trunk: String, phoneLength: Int, domain: String, words: WordFamily,
        legalForms: [LegalForm], cities: String, ruralPostcode: String?, ruralAreas: [String], numberFirst: Bool = false
    ) {
        self.code = code
        self.spellings = spellings
        self.currency = currency
        self.callingCode = calling
        self.trunk = trunk
        self.phoneLength = phoneLength
        self.topLevelDomain = domain
        self.words = words
        self.legalForms = SkewedList(legalForms, flatness: 1)
        self.cities = SkewedList(cities.split(separator: "\n").map(City.init(row:)), flatness: 3)
        self.ruralPostcode = ruralPostcode
        self.ruralAreas = ruralAreas
        self.numberFirst = numberFirst
    }

    /// The countries of the sample, the frequent first.
    static let all = SkewedList<Country>(
        [
            unitedStates, germany, unitedKingdom, france, netherlands, italy, spain, austria, switzerland, canada, sweden, belgium, poland, denmark,
            ireland,
            norway, finland, portugal,
        ], flatness: 2)

    /// A postcode of a pattern.
    static func fill(_ pattern: String, _ random: inout SeededRandom) -> String {
        // Letters that no postcode system of these countries leaves out.
        let letters = Array("ABEHJLNPRSTWXY".utf8)
        return String(
            decoding: pattern.utf8.map { byte in
                switch byte {
                case UInt8(ascii: "#"): UInt8(48 + random.below(10))
                case UInt8(ascii: "@"): letters[random.below(letters.count)]
                default: byte
                }
            }, as: UTF8.self)
    }
}
