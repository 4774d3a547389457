/// The many ways in which one address is written.
enum AddressSpelling {
    /// An address as it stands on a platform with these habits, written as the member `key`.
    static func write(
        _ key: StaticString, _ place: Place, in country: Country, _ habits: PlatformHabits, to line: inout JSONLine, _ random: inout SeededRandom
    ) {
        var street = street(place.street, country, &random)
        if random.chance(habits.plainLetters) { street = Transliteration.spell(street) }
        if random.chance(habits.typos / 2) { street = Typo.slip(street, &random) }
        var number: String? = place.houseNumber
        if !random.chance(habits.houseNumberApart) {
            street = country.numberFirst ? place.houseNumber + " " + street : street + " " + place.houseNumber
            number = nil
        }
        var city = random.chance(habits.plainLetters) ? Transliteration.spell(place.city) : place.city
        if random.chance(habits.typos / 3) { city = Typo.slip(city, &random) }
        if random.chance(habits.upperCase) {
            city = city.uppercased()
            street = street.uppercased()
        }
        let says = (extra: random.chance(600), region: random.chance(habits.region), postcode: random.chance(960), country: random.chance(950))
        let postcode = random.chance(15) ? Typo.slip(inDigitsOf: place.postcode, &random) : place.postcode
        let packed = random.chance(40) ? String(postcode.unicodeScalars.filter { $0 != " " }) : postcode
        let name = random.chance(habits.countryCode) ? country.code : random.pick(country.spellings)
        line.object(key) { line in
            line.text("street", street)
            line.text("houseNumber", number)
            line.text("street2", says.extra ? place.extra : nil)
            line.text("city", city)
            line.text("region", says.region && !place.region.isEmpty ? place.region : nil)
            line.text("postcode", says.postcode ? packed : nil)
            line.text("country", says.country ? name : nil)
        }
    }

    private static func street(_ street: String, _ country: Country, _ random: inout SeededRandom) -> String {
        guard random.chance(400) else { return street }
        for (long, shorts) in abbreviations where street.hasSuffix(long) {
            return String(street.dropLast(long.count)) + random.pick(shorts)
        }
        for (long, short) in openings where street.hasPrefix(long) {
            return short + String(street.dropFirst(long.count))
        }
        return street
    }

    private static let abbreviations: [(String, [String])] = [
        ("straße", ["str.", "strasse", "str"]), ("Straße", ["Str.", "Strasse"]), (" Street", [" St", " St.", " Str"]), (" Road", [" Rd", " Rd."]),
        (" Avenue", [" Ave", " Ave.", " Av"]), (" Drive", [" Dr", " Dr."]), (" Lane", [" Ln"]), (" Boulevard", [" Blvd"]), ("straat", ["str."]),
        ("gatan", ["g."]),
    ]
    private static let openings: [(String, String)] = [
        ("Avenue ", "Av. "), ("Boulevard ", "Bd "), ("Place ", "Pl. "), ("Calle ", "C/ "), ("Avenida ", "Avda. "), ("Viale ", "V.le "),
        ("Corso ", "C.so "), ("ul. ", ""),
    ]
}
