/// Levels of two organisation names (`ComparisonKind.organisationName.levels`).
enum OrganisationNameLevel {
    static let identical: UInt8 = 1, identicalPlain: UInt8 = 2, otherForm: UInt8 = 3, close: UInt8 = 4, similar: UInt8 = 5, contained: UInt8 = 6,
        acronym: UInt8 = 7, otherUnit: UInt8 = 8, partly: UInt8 = 9, slightly: UInt8 = 10, different: UInt8 = 11

    static func of(_ a: OrganisationName, _ b: OrganisationName) -> UInt8 {
        if a.words.joined == b.words.joined {
            if a.form.contradicts(b.form) { return otherForm }
            return a.isPlain || b.isPlain ? identicalPlain : identical
        }
        if isAcronym(a, of: b) || isAcronym(b, of: a) { return acronym }
        let overlap = WordOverlap(a.words, b.words)
        let formsDiffer = a.form.contradicts(b.form)
        if overlap.numbersDiffer { return overlap.both >= 500 ? partly : overlap.lighter >= 500 ? slightly : different }
        if overlap.lighter >= 720, namesUnit(a.words, overlap.openA) || namesUnit(b.words, overlap.openB) { return otherUnit }
        if overlap.both >= 880 { return formsDiffer ? similar : close }
        if overlap.both >= 720 { return similar }
        if overlap.lighter >= 900, min(a.words.weight, b.words.weight) >= 700 { return contained }
        if overlap.both >= 500 { return partly }
        return overlap.lighter >= 500 ? slightly : different
    }

    private static func namesUnit(_ words: Words, _ open: UInt32) -> Bool {
        if open == 0 { return false }
        for (index, word) in words.words.enumerated() where open >> UInt32(index) & 1 == 1 && OrganisationWords.namesUnit(word) { return true }
        return false
    }

    private static func isAcronym(_ short: OrganisationName, of long: OrganisationName) -> Bool {
        guard long.initials != 0, short.words.words.count == 1, let word = short.words.words.first else { return false }
        return word.count >= 2 && word.count <= 8 && word.hash == long.initials
    }
}
