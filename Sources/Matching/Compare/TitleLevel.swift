/// Levels of two titles (`ComparisonKind.title.levels`): names of products, publications, contracts.
enum TitleLevel {
    static let identical: UInt8 = 1, close: UInt8 = 2, similar: UInt8 = 3, contained: UInt8 = 4, partly: UInt8 = 5, otherNumber: UInt8 = 6,
        different: UInt8 = 7

    static func of(_ a: Words, _ b: Words) -> UInt8 {
        if a.joined == b.joined { return identical }
        let overlap = WordOverlap(a, b)
        if overlap.numbersDiffer { return overlap.both >= 300 || overlap.lighter >= 500 ? otherNumber : different }
        if overlap.both >= 880 { return close }
        if overlap.both >= 700 { return similar }
        if overlap.lighter >= 900 { return contained }
        return overlap.both >= 450 ? partly : different
    }
}
