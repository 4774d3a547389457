/// The many ways in which one telephone number is written.
enum TelephoneSpelling {
    /// - Parameter national: digits without trunk prefix and country code.
    static func spell(_ national: String, in country: Country, _ random: inout SeededRandom) -> String {
        let area = national.prefix(country.phoneLength > 8 ? 3 : 2)
        let rest = national.dropFirst(area.count)
        switch random.below(7) {
        case ..<2: return "+" + country.callingCode + national
        case 2: return "+" + country.callingCode + " " + area + " " + rest
        case 3: return "+" + country.callingCode + " " + area + " " + rest.prefix(3) + "-" + rest.dropFirst(3)
        case 4: return "00" + country.callingCode + national
        case 5 where country.callingCode == "1": return "(" + area + ") " + rest.prefix(3) + "-" + rest.dropFirst(3)
        case 5: return country.trunk + area + " / " + rest
        default: return (country.callingCode == "1" ? "" : country.trunk) + area + " " + rest
        }
    }
}
