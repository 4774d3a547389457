/// Similarity of two words by shared letters near each other, with a bonus for a common beginning.
///
/// M. A. Jaro, JASA 84 (1989) 414–420; W. E. Winkler, Proc. Survey Research Methods, ASA (1990) 354–359: window half the longer
/// word less one, prefix of at most four letters at 0.1 each, bonus above 0.7. Greedy assignment is not symmetric by itself;
/// here the arguments are put in a fixed order first. The result lies in 0...1 and is 1 for equal words, 0 when one is empty.
enum JaroWinkler {
    static func similarity(_ left: String, _ right: String) -> Double {
        CodePoints.all(left).withUnsafeBufferPointer { a in
            CodePoints.all(right).withUnsafeBufferPointer { b in similarity(a, b) }
        }
    }

    static func similarity<Letter: Comparable>(_ left: UnsafeBufferPointer<Letter>, _ right: UnsafeBufferPointer<Letter>) -> Double {
        if left.isEmpty || right.isEmpty { return 0 }
        let inOrder = left.count < right.count || (left.count == right.count && !right.lexicographicallyPrecedes(left))
        let (a, b) = inOrder ? (left, right) : (right, left)
        return b.count <= 64 ? short(a, b) : long(a, b)
    }

    /// Both words fit the bits of a machine word.
    private static func short<Letter: Equatable>(_ a: UnsafeBufferPointer<Letter>, _ b: UnsafeBufferPointer<Letter>) -> Double {
        let window = max(0, b.count / 2 - 1)
        var takenA: UInt64 = 0
        var takenB: UInt64 = 0
        var matches = 0
        for i in 0..<a.count {
            let low = max(0, i - window)
            let high = min(b.count - 1, i + window)
            var j = low
            while j <= high {
                if takenB >> UInt64(j) & 1 == 0, a[i] == b[j] {
                    takenA |= 1 << UInt64(i)
                    takenB |= 1 << UInt64(j)
                    matches += 1
                    break
                }
                j += 1
            }
        }
        if matches == 0 { return 0 }
        var transposed = 0
        while takenA != 0 {
            if a[takenA.trailingZeroBitCount] != b[takenB.trailingZeroBitCount] { transposed += 1 }
            takenA &= takenA - 1
            takenB &= takenB - 1
        }
        return score(a, b, matches: matches, transposed: transposed)
    }

    private static func long<Letter: Equatable>(_ a: UnsafeBufferPointer<Letter>, _ b: UnsafeBufferPointer<Letter>) -> Double {
        let window = max(0, b.count / 2 - 1)
        var matchedA: [Int] = []
        var takenB = [Bool](repeating: false, count: b.count)
        for i in 0..<a.count {
            let low = max(0, i - window)
            let high = min(b.count - 1, i + window)
            if low > high { continue }
            for j in low...high where !takenB[j] && a[i] == b[j] {
                takenB[j] = true
                matchedA.append(i)
                break
            }
        }
        if matchedA.isEmpty { return 0 }
        var transposed = 0
        for (i, j) in zip(matchedA, takenB.indices.lazy.filter { takenB[$0] }) where a[i] != b[j] { transposed += 1 }
        return score(a, b, matches: matchedA.count, transposed: transposed)
    }

    private static func score<Letter: Equatable>(
        _ a: UnsafeBufferPointer<Letter>, _ b: UnsafeBufferPointer<Letter>, matches: Int, transposed: Int
    ) -> Double {
        let m = Double(matches)
        let jaro = (m / Double(a.count) + m / Double(b.count) + (m - Double(transposed / 2)) / m) / 3
        if jaro <= 0.7 { return jaro }
        var prefix = 0
        while prefix < min(4, a.count), a[prefix] == b[prefix] { prefix += 1 }
        return min(1, jaro + Double(prefix) * 0.1 * (1 - jaro))
    }
}
