/// How much of two texts' words is the same, typing errors, abbreviations and joined words allowed.
///
/// Soft token overlap: equal words first, then words that were written together (`data works`, `dataworks`), then the most similar
/// pairs (Jaro–Winkler of at least 0.88, or one the beginning of the other), each word once. A pair counts with its similarity
/// times the mean weight of its two words. All in thousandths and whole numbers, hence the same in both directions.
struct WordOverlap: Equatable {
    /// Common weight over the weight of both (Jaccard), 0...1000.
    var both: Int32
    /// Common weight over the lighter text's weight, 0...1000.
    var lighter: Int32
    /// Each text has a word with digits that the other does not have.
    var numbersDiffer: Bool
    /// The words of the first text (by place) without a partner, and those of the second.
    var openA: UInt32 = 0
    var openB: UInt32 = 0

    static let identical = WordOverlap(both: 1000, lighter: 1000, numbersDiffer: false)
    static let none = WordOverlap(both: 0, lighter: 0, numbersDiffer: false)

    init(both: Int32, lighter: Int32, numbersDiffer: Bool) {
        self.both = both
        self.lighter = lighter
        self.numbersDiffer = numbersDiffer
    }

    init(_ a: Words, _ b: Words) {
        if a.isEmpty || b.isEmpty || a.weight == 0 || b.weight == 0 {
            self = .none
            return
        }
        if a.joined == b.joined {
            self = .identical
            return
        }
        var pairing = Pairing(a, b)
        pairing.pairEqual()
        if pairing.isOpen {
            pairing.pairJoined()
            pairing.pairSimilar()
        }
        let common = pairing.common
        let lighter = min(a.weight, b.weight)
        both = Int32(min(1000, 1000 * Int64(common) / max(1, Int64(a.weight) + Int64(b.weight) - Int64(common))))
        self.lighter = Int32(min(1000, 1000 * Int64(common) / Int64(lighter)))
        numbersDiffer = pairing.numbersDiffer
        openA = pairing.openA
        openB = pairing.openB
    }
}

/// The words of two texts being paired; bits of `openA` and `openB` are the words without a partner.
private struct Pairing {
    let a: Words
    let b: Words
    var openA: UInt32
    var openB: UInt32
    var common: Int32 = 0

    init(_ a: Words, _ b: Words) {
        self.a = a
        self.b = b
        openA = (1 << UInt32(a.words.count)) - 1
        openB = (1 << UInt32(b.words.count)) - 1
    }

    var isOpen: Bool { openA != 0 && openB != 0 }

    var numbersDiffer: Bool {
        hasNumber(a, openA) && hasNumber(b, openB)
    }

    private func hasNumber(_ words: Words, _ open: UInt32) -> Bool {
        for (index, word) in words.words.enumerated() where open >> UInt32(index) & 1 == 1 && word.hasDigit { return true }
        return false
    }

    mutating func pairEqual() {
        for i in 0..<a.words.count {
            for j in 0..<b.words.count where openB >> UInt32(j) & 1 == 1 && a.words[i].hash == b.words[j].hash {
                take(i, j, similarity: 1000)
                break
            }
        }
    }

    mutating func pairJoined() {
        joinA: for i in a.joinedNeighbours.indices where openA >> UInt32(i) & 3 == 3 {
            for j in 0..<b.words.count where openB >> UInt32(j) & 1 == 1 && a.joinedNeighbours[i] == b.words[j].hash {
                common += (a.words[i].weight + a.words[i + 1].weight + b.words[j].weight) / 2
                openA &= ~(3 << UInt32(i))
                openB &= ~(1 << UInt32(j))
                continue joinA
            }
        }
        joinB: for j in b.joinedNeighbours.indices where openB >> UInt32(j) & 3 == 3 {
            for i in 0..<a.words.count where openA >> UInt32(i) & 1 == 1 && b.joinedNeighbours[j] == a.words[i].hash {
                common += (b.words[j].weight + b.words[j + 1].weight + a.words[i].weight) / 2
                openB &= ~(3 << UInt32(j))
                openA &= ~(1 << UInt32(i))
                continue joinB
            }
        }
    }

    mutating func pairSimilar() {
        while isOpen {
            var best: Int32 = 0
            var bestOrder: (UInt64, UInt64) = (0, 0)
            var bestPair = (0, 0)
            for i in 0..<a.words.count where openA >> UInt32(i) & 1 == 1 {
                for j in 0..<b.words.count where openB >> UInt32(j) & 1 == 1 {
                    let similarity = Self.similarity(a, a.words[i], b, b.words[j])
                    if similarity == 0 || similarity < best { continue }
                    // a tie is broken by the words themselves, so that it falls the same way from both sides
                    let (x, y) = (a.words[i].hash, b.words[j].hash)
                    let order = x < y ? (x, y) : (y, x)
                    if similarity > best || order < bestOrder {
                        best = similarity
                        bestOrder = order
                        bestPair = (i, j)
                    }
                }
            }
            if best == 0 { return }
            take(bestPair.0, bestPair.1, similarity: best)
        }
    }

    private mutating func take(_ i: Int, _ j: Int, similarity: Int32) {
        common += similarity * (a.words[i].weight + b.words[j].weight) / 2000
        openA &= ~(1 << UInt32(i))
        openB &= ~(1 << UInt32(j))
    }

    /// 0, or from 750 to 1000. Words with digits are equal or not.
    static func similarity(_ a: Words, _ x: Word, _ b: Words, _ y: Word) -> Int32 {
        if x.hasDigit || y.hasDigit { return 0 }
        if x.isASCII != y.isASCII { return 0 }
        let shorter = min(x.count, y.count)
        let longer = max(x.count, y.count)
        if shorter < 3 { return 0 }
        return a.bytes.withUnsafeBufferPointer { allA in
            b.bytes.withUnsafeBufferPointer { allB in
                let left = UnsafeBufferPointer(rebasing: allA[Int(x.offset)..<(Int(x.offset) + Int(x.count))])
                let right = UnsafeBufferPointer(rebasing: allB[Int(y.offset)..<(Int(y.offset) + Int(y.count))])
                if shorter >= 4, longer <= 2 * shorter, left[0] == right[0] || left[1] == right[1] {
                    let similarity =
                        x.isASCII
                        ? JaroWinkler.similarity(left, right)
                        : CodePoints.all(left).withUnsafeBufferPointer { p in
                            CodePoints.all(right).withUnsafeBufferPointer { q in JaroWinkler.similarity(p, q) }
                        }
                    if similarity >= 0.88 { return Int32((similarity * 1000).rounded()) }
                    if shorter >= 5, x.isASCII, EditDistance.osa(left, right, limit: 1) <= 1 { return 900 }
                }
                let begins = shorter == x.count ? right.starts(with: left) : left.starts(with: right)
                return begins ? 750 : 0
            }
        }
    }
}
