/// An address as its owner would write it.
struct Place: Sendable {
    var street: String
    var houseNumber: String
    /// A second line: suite, building, floor.
    var extra: String?
    var city: String
    var region: String
    var postcode: String
    /// Area code of telephones there.
    var area: String

    init(in country: Country, random: inout SeededRandom) {
        let words = country.words
        street = words.streets.pick(&random)
        let number = random.chance(700) ? random.within(1...60) : random.within(61...400)
        houseNumber = String(number) + (random.chance(60) ? random.pick(["a", "b", "c"]) : "")
        if country.numberFirst, number > 60, random.chance(300) { houseNumber += String(random.below(10)) }
        extra = random.chance(90) ? Self.extra(country, &random) : nil
        let town = country.cities.pick(&random)
        region = town.region
        if random.chance(550) {
            city = town.name
            postcode = Country.fill(town.postcode, &random)
            area = town.area
        } else {
            city = words.townStarts.pick(&random) + words.townEnds.pick(&random)
            postcode = Country.fill(country.ruralPostcode ?? String(town.postcode.prefix(2)) + "###", &random)
            area = random.pick(country.ruralAreas)
        }
    }

    private static func extra(_ country: Country, _ random: inout SeededRandom) -> String {
        let number = random.within(1...400)
        switch country.words.language {
        case "en": return random.pick(["Suite ", "Unit ", "Floor "]) + String(number)
        case "de": return random.pick(["Gebäude ", "Halle ", "Haus "]) + String(number % 20 + 1)
        case "fr": return random.pick(["Bâtiment ", "BP "]) + String(number)
        default: return "No. " + String(number % 30 + 1)
        }
    }
}
