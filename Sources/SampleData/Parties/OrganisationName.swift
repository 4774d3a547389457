/// Makes the names of organisations, without their legal forms.
enum OrganisationName {
    /// A name such as companies of `words`' language bear.
    static func make(words: WordFamily, city: String, random: inout SeededRandom) -> String {
        let activity = words.activities.pick(&random)
        switch random.below(100) {
        case ..<26: return words.surnames.pick(&random) + " " + activity
        case ..<42: return words.brands.pick(&random) + " " + activity
        case ..<51: return twoSurnames(words, &random)
        case ..<60: return coined(&random) + " " + activity
        case ..<67: return coined(&random)
        case ..<75: return words.givenNames.pick(&random) + " " + words.surnames.pick(&random) + " " + activity
        case ..<81: return activity + " " + city
        case ..<87: return words.brands.pick(&random) + " " + activity + " " + city
        case ..<94: return initials(&random) + (words.language == "de" ? "-" : " ") + activity
        default: return words.surnames.pick(&random) + " & " + words.surnames.pick(&random) + " " + activity
        }
    }

    private static func twoSurnames(_ words: WordFamily, _ random: inout SeededRandom) -> String {
        let first = words.surnames.pick(&random)
        let second = words.surnames.pick(&random)
        return first == second ? first + " " + words.activities.pick(&random) : first + (random.chance(700) ? " & " : " \(words.and) ") + second
    }

    private static func initials(_ random: inout SeededRandom) -> String {
        let letters = Array("ABCDEFGHIKLMNOPRSTVW".utf8)
        return String(decoding: (0..<random.within(2...3)).map { _ in letters[random.below(letters.count)] }, as: UTF8.self)
    }

    /// A word that means nothing, of two or three syllables.
    static func coined(_ random: inout SeededRandom) -> String {
        var word = random.pick(starts)
        if random.chance(450) { word += random.pick(middles) }
        return word + random.pick(ends)
    }

    private static let starts = [
        "Ver", "Nex", "Vel", "Zen", "Lum", "Cor", "Syn", "Tal", "Qua", "Bri", "Mer", "Sol", "Kor", "Ax", "Dyn", "Fin", "Gal", "Hel", "Ini", "Jov",
        "Kal", "Lex",
        "Mag", "Nov", "Opt", "Pro", "Rad", "Sig", "Tri", "Umb", "Vor", "Wex", "Xan", "Yar", "Zor", "Alt", "Bel", "Cap", "Den", "Ecl", "Flu", "Gri",
        "Hyd", "Ion", "Kry", "Luc",
    ]
    private static let middles = ["a", "e", "i", "o", "ado", "eri", "ila", "oma", "uni", "ato", "ive", "ora", "esti", "ani"]
    private static let ends = [
        "trix", "tek", "ra", "lis", "nova", "dyne", "max", "ron", "via", "tia", "gen", "con", "sys", "mark", "plex", "vex", "nia", "lux", "tor",
        "med", "net", "link", "form", "cast", "spire", "tec",
    ]
}
