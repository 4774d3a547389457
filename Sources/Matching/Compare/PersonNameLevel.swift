/// Levels of two persons' names (`ComparisonKind.personName.levels`).
enum PersonNameLevel {
    static let identical: UInt8 = 1, informal: UInt8 = 2, close: UInt8 = 3, swapped: UInt8 = 4, partMissing: UInt8 = 5, familyOnly: UInt8 = 6,
        givenOnly: UInt8 = 7, different: UInt8 = 8

    static func of(_ a: PersonName, _ b: PersonName) -> UInt8 {
        let given = GivenName.of(a.given, b.given)
        let family = FamilyName.of(a.family, b.family)
        if given == .same, family == .same { return identical }
        let straight = combined(given, family)
        if straight <= close { return straight }
        let crossed = combined(GivenName.of(a.given, b.family), FamilyName.of(a.family, b.given))
        return min(straight, crossed <= close ? swapped : different)
    }

    private static func combined(_ given: Likeness, _ family: Likeness) -> UInt8 {
        switch (given, family) {
        case (.same, .same): identical
        case (.informal, .same), (.informal, .close): informal
        case (.same, .close), (.close, .same), (.close, .close): close
        case (.missing, .same), (.missing, .close), (.same, .missing): partMissing
        case (.different, .same), (.different, .close): familyOnly
        case (.same, .different), (.informal, .different): givenOnly
        default: different
        }
    }

    enum Likeness { case missing, same, informal, close, different }

    /// Given names: the first one decides; further ones may be missing or initials.
    enum GivenName {
        static func of(_ a: Words, _ b: Words) -> Likeness {
            guard let x = a.words.first, let y = b.words.first else { return .missing }
            if a.joined == b.joined { return .same }
            let bothLong = x.count > 1 && y.count > 1
            if x.hash == y.hash { return bothLong ? (middleContradicts(a, b) ? .close : .same) : .informal }
            if !bothLong { return a.bytes.first == b.bytes.first ? .informal : .different }
            if Nicknames.related(x.hash, y.hash) { return .informal }
            return isClose(a, x, b, y) ? .close : .different
        }

        private static func middleContradicts(_ a: Words, _ b: Words) -> Bool {
            guard a.words.count > 1, b.words.count > 1 else { return false }
            return a.bytes[Int(a.words[1].offset)] != b.bytes[Int(b.words[1].offset)]
        }
    }

    /// Family names: one may be a part of a double name.
    enum FamilyName {
        static func of(_ a: Words, _ b: Words) -> Likeness {
            if a.isEmpty || b.isEmpty { return .missing }
            if a.joined == b.joined { return .same }
            for x in a.words where x.count > 2 {
                for y in b.words where x.hash == y.hash { return .close }
            }
            guard let x = a.words.last, let y = b.words.last else { return .missing }
            return isClose(a, x, b, y) ? .close : .different
        }
    }

    /// Jaro–Winkler of at least 0.90, or one edit in five letters and more.
    private static func isClose(_ a: Words, _ x: Word, _ b: Words, _ y: Word) -> Bool {
        if x.isASCII, y.isASCII {
            return a.bytes.withUnsafeBufferPointer { allA in
                b.bytes.withUnsafeBufferPointer { allB in
                    let left = UnsafeBufferPointer(rebasing: allA[Int(x.offset)..<(Int(x.offset) + Int(x.count))])
                    let right = UnsafeBufferPointer(rebasing: allB[Int(y.offset)..<(Int(y.offset) + Int(y.count))])
                    return isClose(left, right)
                }
            }
        }
        let left = CodePoints.all(String(decoding: a.bytes(of: x), as: UTF8.self))
        let right = CodePoints.all(String(decoding: b.bytes(of: y), as: UTF8.self))
        return left.withUnsafeBufferPointer { p in right.withUnsafeBufferPointer { q in isClose(p, q) } }
    }

    private static func isClose<Letter: Comparable>(_ left: UnsafeBufferPointer<Letter>, _ right: UnsafeBufferPointer<Letter>) -> Bool {
        if min(left.count, right.count) < 3 { return false }
        if JaroWinkler.similarity(left, right) >= 0.90 { return true }
        return min(left.count, right.count) >= 4 && EditDistance.osa(left, right, limit: 1) <= 1
    }
}
