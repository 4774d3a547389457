/// The many ways in which people and systems write one organisation's name.
enum NameSpelling {
    /// The registered name.
    static func legal(_ party: Party) -> String {
        join(party.core, party.legalForm?.short)
    }

    /// A name as it stands on a platform with these habits.
    static func display(_ party: Party, _ habits: PlatformHabits, _ random: inout SeededRandom) -> String {
        var core = party.core
        if party.person != nil, random.chance(50), let person = party.person { core = person.family + ", " + person.given }
        if random.chance(45) { core = swapAnd(core, party.country.words.and) }
        if random.chance(25) { core = shorten(core, &random) }
        var name = core
        if let form = party.legalForm, random.chance(habits.legalFormShare) {
            name = join(core, random.chance(300) ? random.pick(form.variants) : form.short)
        }
        if let label = party.siteLabel { name += random.pick([" ", " - ", ", "]) + label }
        return soil(name, habits, &random)
    }

    /// What typing and storing do to a name.
    static func soil(_ text: String, _ habits: PlatformHabits, _ random: inout SeededRandom) -> String {
        var name = text
        if random.chance(habits.plainLetters) { name = Transliteration.spell(name) }
        if random.chance(habits.typos) { name = Typo.slip(name, &random) }
        if random.chance(habits.upperCase) { name = name.uppercased() }
        if random.chance(10) { name = " " + name + " " }
        return cut(name, habits.nameLength)
    }

    static func cut(_ text: String, _ length: Int) -> String {
        guard text.utf8.count > length else { return text }
        return String(text.unicodeScalars.prefix(length))
    }

    private static func join(_ core: String, _ form: String?) -> String {
        guard let form else { return core }
        return form.utf8.first == UInt8(ascii: ",") ? core + form : core + " " + form
    }

    private static func swapAnd(_ name: String, _ and: String) -> String {
        let words = name.split(separator: " ")
        guard let place = words.firstIndex(where: { $0 == "&" || $0 == and }) else { return name }
        var swapped = words.map(String.init)
        swapped[place] = words[place] == "&" ? and : (words[place] == "+" ? "&" : "&")
        return swapped.joined(separator: " ")
    }

    /// The last word cut to a stub with a full stop, or left out when two others stand before it.
    private static func shorten(_ name: String, _ random: inout SeededRandom) -> String {
        var words = name.split(separator: " ").map(String.init)
        guard words.count > 1, let last = words.last, last.utf8.count > 6 else { return name }
        if words.count > 2, random.chance(400) {
            words.removeLast()
        } else {
            words[words.count - 1] = String(last.unicodeScalars.prefix(5)) + "."
        }
        return words.joined(separator: " ")
    }
}
