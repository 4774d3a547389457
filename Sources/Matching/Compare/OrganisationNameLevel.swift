/// Levels of two organisation names (`ComparisonKind.organisationName.levels`).
enum OrganisationNameLevel {
    static let identical: UInt8 = 1, identicalPlain: UInt8 = 2, otherForm: UInt8 = 3, close: UInt8 = 4, similar: UInt8 = 5, contained: UInt8 = 6, acronym: UInt8 = 7, partly: UInt8 = 8, slightly: UInt8 = 9, different: UInt8 = 10

    static func of(_ a: OrganisationName, _ b: OrganisationName) -> UInt8 {
        if a.words.joined == b.words.joined {
            if a.form.contradicts(b.form) { return otherForm }
            return a.isPlain || b.isPlain ? identicalPlain : identical
        }
        if isAcronym(a, of: b) || isAcronym(b, of: a) { return acronym }
        let overlap = WordOverlap(a.words, b.words)
        let formsDiffer = a.form.contradicts(b.form)
        if overlap.numbersDiffer { return overlap.both >= 500 ? partly : overlap.lighter >= 500 ? slightly : different }
        if overlap.both >= 880 { return formsDiffer ? similar : close }
        if overlap.both >= 720 { return similar }
        if overlap.lighter >= 900, min(a.words.weight, b.words.weight) >= 700 { return contained }
        if overlap.both >= 500 { return partly }
        return overlap.lighter >= 500 ? slightly : different
    }

    private static func isAcronym(_ short: OrganisationName, of long: OrganisationName) -> Bool {
        guard long.initials != 0, short.words.words.count == 1, let word = short.words.words.first else { return false }
        return word.count >= 2 && word.count <= 8 && word.hash == long.initials
    }
}
