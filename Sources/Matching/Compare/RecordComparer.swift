/// Compares prepared records: for each comparison of the layout one level.
///
/// A class only so that it is shared without copying; but for the informal names, which are learned on the way, it never changes.
final class RecordComparer: @unchecked Sendable {
    let records: PreparedRecords
    let comparisons: [RecordComparison]
    private let wordIndexes: [WordIndex]
    /// The word indexes and the comparisons without anything to count references of.
    let words: UnsafePointer<WordView>
    private let steps: UnsafePointer<Step>
    /// Given, or learned before anything is weighed for good and set once.
    var informalNames: InformalNames

    /// What of a comparison is needed for each pair.
    private struct Step {
        var rule: RecordComparison.Rule
        var slots: (Int, Int, Int, Int)
        var words: Int
        var isExclusive: Bool
    }

    /// - Parameter words: how rare the words of the layout's word slots are; nil: as these records show.
    init(_ records: PreparedRecords, _ layout: RecordLayout, words known: [WordScale]? = nil, informalNames: InformalNames = .none) {
        self.records = records
        self.informalNames = informalNames
        comparisons = layout.comparisons
        wordIndexes = layout.wordSlots.enumerated().map { WordIndex(records, slot: $1, scale: known?[$0]) }
        let views = UnsafeMutablePointer<WordView>.allocate(capacity: max(1, wordIndexes.count))
        for (place, index) in wordIndexes.enumerated() { (views + place).initialize(to: index.view) }
        words = UnsafePointer(views)
        let steps = UnsafeMutablePointer<Step>.allocate(capacity: max(1, comparisons.count))
        for (place, comparison) in comparisons.enumerated() {
            let slots = comparison.slots + [-1, -1, -1]
            (steps + place).initialize(to: Step(rule: comparison.rule, slots: (slots[0], slots[1], slots[2], slots[3]), words: comparison.words, isExclusive: comparison.strength == .exclusive))
        }
        self.steps = UnsafePointer(steps)
    }

    /// How rare the words of each word slot are.
    var wordScales: [WordScale] { wordIndexes.map(\.scale) }

    deinit {
        words.deallocate()
        steps.deallocate()
    }

    /// The levels of a pair, four bits each, the first comparison in the lowest.
    func pattern(_ i: Int, _ j: Int) -> UInt64 {
        var pattern: UInt64 = 0
        var shift: UInt64 = 0
        var index = 0
        let count = comparisons.count
        while index < count {
            if steps[index].rule == .given {
                let (given, family) = person(i, j, steps[index].slots)
                pattern |= given << shift | family << (shift + 4)
                shift += 8
                index += 2
            } else {
                pattern |= level(index, i, j) << shift
                shift += 4
                index += 1
            }
        }
        return pattern
    }

    /// The level of one comparison; see `RecordComparison.Rule.levels`.
    func level(_ index: Int, _ i: Int, _ j: Int) -> UInt64 {
        let step = steps[index]
        switch step.rule {
        case .given: return person(i, j, step.slots).given
        case .family: return person(i, j, step.slots).family
        case .address: return AddressRule.level(records, i, j, step.slots)
        case .organisation, .text:
            // words are paired greedily: a fixed order of the two makes that symmetric
            let isInOrder = !records.value(j, step.slots.0).isBefore(records.value(i, step.slots.0))
            let (a, b) = isInOrder ? (i, j) : (j, i)
            if step.rule == .text { return TextRule.level(words[step.words], a, b) }
            return OrganisationRule.level(words[step.words], a, b, records.value(a, step.slots.1), records.value(b, step.slots.1))
        default: break
        }
        let a = records.value(i, step.slots.0)
        let b = records.value(j, step.slots.0)
        if a.isEmpty || b.isEmpty { return 0 }
        if a.equals(b) { return 1 }
        switch step.rule {
        case .initials: return a[0] == b[0] ? 2 : 3
        case .date: return DateRule.level(a, b)
        case .locality: return LetterSimilarity.jaroWinkler(a, b) >= 0.92 ? 2 : 3
        case .postcode: return LetterSimilarity.osa(a, b, limit: 1) <= 1 ? 2 : a.stretch(0, 3).equals(b.stretch(0, 3)) ? 3 : 4
        case .email: return EmailRule.level(a, b)
        case .code: return CodeRule.level(a, b)
        case .number: return NumberRule.level(a, b)
        case .identity: return !IdentifierLine.haveOneScope(a, b) ? 0 : step.isExclusive ? 3 : 2
        default: return 2
        }
    }

    /// Given and family name together, because they may be swapped: that is one event, told by the given name's level alone.
    private func person(_ i: Int, _ j: Int, _ slots: (Int, Int, Int, Int)) -> (given: UInt64, family: UInt64) {
        let (given, family) = (records.value(i, slots.0), records.value(i, slots.1))
        let (otherGiven, otherFamily) = (records.value(j, slots.0), records.value(j, slots.1))
        var x = NameRule.given(given, otherGiven)
        if (NameRule.similar...NameRule.different).contains(x), informalNames.related(given, otherGiven) { x = 2 }
        let y = NameRule.family(family, otherFamily)
        if x == 1 || x == 2, y == 1 || y == 2 { return (x, y) }
        let crossed = NameRule.given(given, otherFamily)
        if (1...4).contains(crossed) {
            let otherCrossed = NameRule.given(otherGiven, family)
            if (1...4).contains(otherCrossed), crossed + otherCrossed < (x == 0 ? 5 : x) + (y == 0 ? 5 : y) { return (NameRule.swapped, 0) }
        }
        if slots.2 >= 0, x >= NameRule.similar {
            let (middle, otherMiddle) = (records.value(i, slots.2), records.value(j, slots.2))
            if NameRule.isSame(given, otherMiddle) || NameRule.isSame(otherGiven, middle) { return (NameRule.middleUsed, y) }
        }
        return (x, y)
    }
}

enum NameRule {
    static let initial: UInt64 = 4, similar: UInt64 = 5, slightlyAlike: UInt64 = 6, different: UInt64 = 7, swapped: UInt64 = 8, middleUsed: UInt64 = 9

    static func given(_ a: Letters, _ b: Letters) -> UInt64 {
        if a.isEmpty || b.isEmpty { return 0 }
        if a.equals(b) { return 1 }
        if a.count == 1 || b.count == 1 { return a[0] == b[0] ? initial : different }
        if Nicknames.related(a.stableHash(seed: 0), b.stableHash(seed: 0)) || LetterSimilarity.contains(a, b) { return 2 }
        let similarity = LetterSimilarity.jaroWinkler(a, b)
        return similarity >= 0.92 ? 3 : similarity >= 0.8 ? similar : similarity >= 0.62 ? slightlyAlike : different
    }

    static func family(_ a: Letters, _ b: Letters) -> UInt64 {
        if a.isEmpty || b.isEmpty { return 0 }
        if a.equals(b) { return 1 }
        if LetterSimilarity.contains(a, b) { return 2 }
        let similarity = LetterSimilarity.jaroWinkler(a, b)
        return similarity >= 0.92 ? 3 : similarity >= 0.8 ? 4 : 5
    }

    /// Two names of more than an initial that are the same but for a slip.
    static func isSame(_ a: Letters, _ b: Letters) -> Bool {
        min(a.count, b.count) > 1 && (a.equals(b) || LetterSimilarity.jaroWinkler(a, b) >= 0.92)
    }
}

enum DateRule {
    /// Of two different dates in digits, year first.
    static func level(_ a: Letters, _ b: Letters) -> UInt64 {
        guard a.count == 8, b.count == 8 else { return a.count == 4 || b.count == 4 ? (a.stretch(0, 4).equals(b.stretch(0, 4)) ? 3 : 5) : LetterSimilarity.osa(a, b, limit: 1) <= 1 ? 2 : 5 }
        let year = a.stretch(0, 4).equals(b.stretch(0, 4))
        if year, a.stretch(4, 2).equals(b.stretch(6, 2)), a.stretch(6, 2).equals(b.stretch(4, 2)) { return 2 }
        let distance = LetterSimilarity.osa(a, b, limit: 2)
        if distance <= 1 { return 2 }
        // January 1st stands for "some day of that year"
        if year, isFirstOfJanuary(a) || isFirstOfJanuary(b) { return 3 }
        let month = a.stretch(4, 2).equals(b.stretch(4, 2))
        let day = a.stretch(6, 2).equals(b.stretch(6, 2))
        if (year ? 1 : 0) + (month ? 1 : 0) + (day ? 1 : 0) >= 2 { return 3 }
        return distance <= 2 ? 4 : 5
    }

    private static func isFirstOfJanuary(_ date: Letters) -> Bool {
        date[4] == 0x30 && date[5] == 0x31 && date[6] == 0x30 && date[7] == 0x31
    }
}

enum EmailRule {
    /// Of two different addresses.
    static func level(_ a: Letters, _ b: Letters) -> UInt64 {
        let mailboxA = a.stretch(0, a.firstIndex(of: 0x40) ?? a.count)
        let mailboxB = b.stretch(0, b.firstIndex(of: 0x40) ?? b.count)
        if mailboxA.equals(mailboxB) || LetterSimilarity.osa(a, b, limit: 2) <= 2 { return 2 }
        return LetterSimilarity.jaroWinkler(mailboxA, mailboxB) >= 0.9 ? 3 : 4
    }
}

enum CodeRule {
    /// Of two different numbers: one letter of difference, or one the end of the other (a phone number without its area).
    static func level(_ a: Letters, _ b: Letters) -> UInt64 {
        let (short, long) = a.count < b.count ? (a, b) : (b, a)
        if short.count >= 7, long.stretch(long.count - short.count, short.count).equals(short) { return 1 }
        return LetterSimilarity.osa(a, b, limit: 1) <= 1 ? 2 : 3
    }
}

enum NumberRule {
    /// Of two different numbers: within a hundredth of the larger.
    static func level(_ a: Letters, _ b: Letters) -> UInt64 {
        guard let x = Double(String(decoding: a, as: UTF8.self)), let y = Double(String(decoding: b, as: UTF8.self)) else { return 3 }
        if x == y { return 1 }
        return abs(x - y) <= 0.01 * max(abs(x), abs(y)) ? 2 : 3
    }
}

enum AddressRule {
    /// Street, number, place and postcode together, because they agree or differ together.
    static func level(_ records: PreparedRecords, _ i: Int, _ j: Int, _ slots: (Int, Int, Int, Int)) -> UInt64 {
        let (numberA, numberB) = (records.value(i, slots.0), records.value(j, slots.0))
        let (streetA, streetB) = (records.value(i, slots.1), records.value(j, slots.1))
        let (placeA, placeB) = (records.value(i, slots.2), records.value(j, slots.2))
        let (postcodeA, postcodeB) = (records.value(i, slots.3), records.value(j, slots.3))
        let hasStreets = !streetA.isEmpty && !streetB.isEmpty
        let hasPostcodes = !postcodeA.isEmpty && !postcodeB.isEmpty
        let hasPlaces = !placeA.isEmpty && !placeB.isEmpty
        if !(hasStreets || hasPostcodes || hasPlaces) { return 0 }
        let sameStreet = hasStreets && streetA.equals(streetB)
        let closeStreet = sameStreet || (hasStreets && (isClose(streetA, streetB) || beginsWith(streetA, streetB)))
        let hasNumbers = !numberA.isEmpty && !numberB.isEmpty
        let sameNumber = hasNumbers && numberA.equals(numberB)
        let closeNumber = sameNumber || (hasNumbers && max(numberA.count, numberB.count) > 2 && LetterSimilarity.osa(numberA, numberB, limit: 1) <= 1)
        let samePostcode = hasPostcodes && postcodeA.equals(postcodeB)
        let closePostcode = samePostcode || (hasPostcodes && LetterSimilarity.osa(postcodeA, postcodeB, limit: 1) <= 1)
        let closePlace = hasPlaces && (placeA.equals(placeB) || LetterSimilarity.jaroWinkler(placeA, placeB) >= 0.92)
        let near = closePostcode || closePlace
        // nothing speaks against the place when it is known of neither
        let placeUnknown = !hasPostcodes && !hasPlaces
        if sameStreet, sameNumber || !hasNumbers, samePostcode || (closePlace && !hasPostcodes) { return 1 }
        if closeStreet, closeNumber || !hasNumbers, near { return 2 }
        if closeStreet, closeNumber { return 3 }
        if closeStreet, near { return 4 }
        return samePostcode ? 5 : closePostcode || closePlace ? 6 : 7
    }

    /// `18th St` and `19th St` are two streets, however alike they are written.
    private static func isClose(_ a: Letters, _ b: Letters) -> Bool {
        LetterSimilarity.jaroWinkler(a, b) >= 0.88 && (a.digits == b.digits)
    }

    /// One line says more behind the street's name than the other.
    private static func beginsWith(_ a: Letters, _ b: Letters) -> Bool {
        let (short, long) = a.count < b.count ? (a, b) : (b, a)
        return short.count >= 6 && long.count > short.count && long[short.count] == 0x20 && long.stretch(0, short.count).equals(short)
    }
}

extension UnsafeBufferPointer where Element == UInt8 {
    /// The digits as one number.
    fileprivate var digits: Int {
        var number = 0
        for byte in self where byte >= 0x30 && byte <= 0x39 { number = (number &* 10 &+ Int(byte - 0x2F)) & 0xFFFF_FFFF }
        return number
    }
}
