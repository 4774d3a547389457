enum OrganisationRule {
    /// Overlap of two names' words weighed by how rare they are, both ways and one within the other; close words count in part.
    static func level(_ index: WordView, _ i: Int, _ j: Int, _ formA: Letters, _ formB: Letters) -> UInt64 {
        let rangeA = index.words(of: i)
        let rangeB = index.words(of: j)
        if rangeA.isEmpty || rangeB.isEmpty { return 0 }
        // two definite legal forms of different groups: a little less than the same
        let otherForm = !formA.isEmpty && !formB.isEmpty && formA[0] != formB[0]
        if rangeA.count == rangeB.count, zip(rangeA, rangeB).allSatisfy({ index.words[$0] == index.words[$1] }) { return otherForm ? 2 : 1 }
        let overlap = WordCover(index, rangeA, rangeB)
        if overlap.isJoined { return otherForm ? 2 : 1 }
        if overlap.isAcronym { return 2 }
        let (both, smaller) = (overlap.ofBoth, overlap.ofLighter)
        if both >= 0.985 { return otherForm ? 2 : 1 }
        return both >= 0.88 ? 2 : both >= 0.72 ? 3 : smaller >= 0.9 ? 4 : both >= 0.5 ? 5 : smaller >= 0.5 ? 6 : 7
    }
}

enum TextRule {
    static func level(_ index: WordView, _ i: Int, _ j: Int) -> UInt64 {
        let rangeA = index.words(of: i)
        let rangeB = index.words(of: j)
        if rangeA.isEmpty || rangeB.isEmpty { return 0 }
        let overlap = WordCover(index, rangeA, rangeB)
        let both = overlap.ofBoth
        return both >= 0.985 ? 1 : both >= 0.7 || overlap.ofLighter >= 0.95 ? 2 : both >= 0.4 ? 3 : both >= 0.15 ? 4 : 5
    }
}

/// How much of two values' words is common to them.
struct WordCover {
    private var common: Float = 0
    private var weightA: Float = 0
    private var weightB: Float = 0
    /// The words written together are the same.
    private(set) var isJoined = false
    /// One is the initials of the other.
    private(set) var isAcronym = false

    /// Common weight of the weight of both together, and of the lighter one.
    var ofBoth: Float { weightA + weightB - common > 0 ? common / (weightA + weightB - common) : 0 }
    var ofLighter: Float { min(weightA, weightB) > 0 ? common / min(weightA, weightB) : 0 }

    init(_ index: WordView, _ rangeA: Range<Int>, _ rangeB: Range<Int>) {
        let (words, weights) = (index.words, index.weights)
        var takenB: UInt32 = 0
        var openA: UInt32 = 0
        for place in rangeB { weightB += weights[Int(words[place])] }
        for (step, place) in rangeA.enumerated() {
            let word = words[place]
            let weight = weights[Int(word)]
            weightA += weight
            var found = false
            for (other, otherPlace) in rangeB.enumerated() where words[otherPlace] == word {
                takenB |= 1 << UInt32(other)
                common += weight
                found = true
                break
            }
            if !found { openA |= 1 << UInt32(step) }
        }
        // what is left: the closest word of the other side, in part
        for (step, place) in rangeA.enumerated() where openA >> UInt32(step) & 1 == 1 {
            var best: Float = 0
            var bestPlace = -1
            for (other, otherPlace) in rangeB.enumerated() where takenB >> UInt32(other) & 1 == 0 {
                let similarity = Self.similarity(index.text(words[place]), index.text(words[otherPlace]))
                if similarity > best { (best, bestPlace) = (similarity, other) }
            }
            if bestPlace >= 0 {
                takenB |= 1 << UInt32(bestPlace)
                // a typing error makes a common word rare: both count as the more common of the two
                let (a, b) = (weights[Int(words[place])], weights[Int(words[rangeB.lowerBound + bestPlace])])
                let weight = min(a, b)
                weightA -= a - weight
                weightB -= b - weight
                common += best * weight
            }
        }
        if common < 0.99 * max(weightA, weightB) {
            isJoined = Self.joined(index, words, rangeA, rangeB)
            isAcronym = Self.acronym(index, words, rangeA, rangeB) || Self.acronym(index, words, rangeB, rangeA)
        }
    }

    private static func similarity(_ a: Letters, _ b: Letters) -> Float {
        if min(a.count, b.count) >= 3, a.starts(with: b) || b.starts(with: a) { return 0.8 }
        guard a.count >= 4, b.count >= 4 else { return 0 }
        let similarity = LetterSimilarity.jaroWinkler(a, b)
        return similarity >= 0.88 ? similarity : 0
    }

    private static func joined(_ index: WordView, _ words: UnsafePointer<UInt32>, _ rangeA: Range<Int>, _ rangeB: Range<Int>) -> Bool {
        func length(_ range: Range<Int>) -> Int { range.reduce(0) { $0 + Int(index.letters[Int(words[$1])].count) } }
        guard rangeA.count != rangeB.count, length(rangeA) == length(rangeB) else { return false }
        var (placeA, placeB, offsetA, offsetB) = (rangeA.lowerBound, rangeB.lowerBound, 0, 0)
        while placeA < rangeA.upperBound, placeB < rangeB.upperBound {
            let (a, b) = (index.text(words[placeA]), index.text(words[placeB]))
            if a[offsetA] != b[offsetB] { return false }
            (offsetA, offsetB) = (offsetA + 1, offsetB + 1)
            if offsetA == a.count { (placeA, offsetA) = (placeA + 1, 0) }
            if offsetB == b.count { (placeB, offsetB) = (placeB + 1, 0) }
        }
        return true
    }

    /// Whether the one word of `short` consists of the first letters of the words of `long`.
    private static func acronym(_ index: WordView, _ words: UnsafePointer<UInt32>, _ short: Range<Int>, _ long: Range<Int>) -> Bool {
        guard short.count == 1, long.count > 1 else { return false }
        let letters = index.text(words[short.lowerBound])
        guard letters.count == long.count, letters.count <= 8 else { return false }
        return zip(letters, long).allSatisfy { letter, place in index.text(words[place])[0] == letter }
    }
}
