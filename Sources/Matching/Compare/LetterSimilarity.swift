#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// `JaroWinkler` and `EditDistance` on bytes, for the millions of comparisons of a bulk run: no allocation, no generics.
enum LetterSimilarity {
    /// Jaro–Winkler similarity in 0...1; see `JaroWinkler` for the sources. Values of more than 64 bytes compare by their first 64.
    static func jaroWinkler(_ left: Letters, _ right: Letters) -> Float {
        // greedy assignment is not symmetric: a fixed order of the arguments makes it so
        let inOrder = left.count < right.count || (left.count == right.count && !right.isBefore(left))
        guard let a = (inOrder ? left : right).baseAddress, let b = (inOrder ? right : left).baseAddress else { return 0 }
        let countA = min(64, inOrder ? left.count : right.count)
        let countB = min(64, inOrder ? right.count : left.count)
        if countA == 0 { return 0 }
        let window = max(0, countB / 2 - 1)
        var takenA: UInt64 = 0
        var takenB: UInt64 = 0
        for i in 0..<countA {
            let low = max(0, i - window)
            let high = min(countB - 1, i + window)
            if low > high { continue }
            let byte = a[i]
            var j = low
            while j <= high {
                if takenB >> UInt64(j) & 1 == 0, b[j] == byte {
                    takenA |= 1 << UInt64(i)
                    takenB |= 1 << UInt64(j)
                    break
                }
                j += 1
            }
        }
        if takenA == 0 { return 0 }
        let matches = Float(takenA.nonzeroBitCount)
        var transposed = 0
        while takenA != 0 {
            if a[takenA.trailingZeroBitCount] != b[takenB.trailingZeroBitCount] { transposed += 1 }
            takenA &= takenA - 1
            takenB &= takenB - 1
        }
        let jaro = (matches / Float(countA) + matches / Float(countB) + (matches - Float(transposed / 2)) / matches) / 3
        if jaro <= 0.7 { return jaro }
        var prefix = 0
        while prefix < min(4, countA), a[prefix] == b[prefix] { prefix += 1 }
        return jaro + Float(prefix) * 0.1 * (1 - jaro)
    }

    /// Optimal string alignment distance, or `limit + 1` when it is larger than `limit`; see `EditDistance`.
    static func osa(_ left: Letters, _ right: Letters, limit: Int) -> Int {
        if abs(left.count - right.count) > limit || max(left.count, right.count) > 64 { return limit + 1 }
        guard var a = left.baseAddress, var b = right.baseAddress else { return max(left.count, right.count) }
        // common ends change nothing
        var countA = left.count
        var countB = right.count
        while countA > 0, countB > 0, a[countA - 1] == b[countB - 1] { (countA, countB) = (countA - 1, countB - 1) }
        while countA > 0, countB > 0, a[0] == b[0] { (a, b, countA, countB) = (a + 1, b + 1, countA - 1, countB - 1) }
        if countA == 0 || countB == 0 { return min(limit + 1, max(countA, countB)) }
        if countA == 1, countB == 1 { return min(limit + 1, 1) }
        if limit == 1 { return countA == 2 && countB == 2 && a[0] == b[1] && a[1] == b[0] ? 1 : 2 }
        return withUnsafeTemporaryAllocation(of: Int32.self, capacity: 66 * 3) { cells in
            guard let base = cells.baseAddress else { return limit + 1 }
            var (beforeLast, last, row) = (base, base + 66, base + 132)
            for j in 0...countB { last[j] = Int32(j) }
            for i in 1...countA {
                row[0] = Int32(i)
                var best = row[0]
                for j in 1...countB {
                    var cost = min(last[j], row[j - 1]) + 1
                    cost = min(cost, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                    if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { cost = min(cost, beforeLast[j - 2] + 1) }
                    row[j] = cost
                    best = min(best, cost)
                }
                if best > Int32(limit) + 1 { return limit + 1 }
                (beforeLast, last, row) = (last, row, beforeLast)
            }
            return min(Int(last[countB]), limit + 1)
        }
    }

    /// Whether one value is a word of the other.
    static func contains(_ left: Letters, _ right: Letters) -> Bool {
        let (short, long) = left.count < right.count ? (left, right) : (right, left)
        guard short.count > 2, short.count < long.count, let a = short.baseAddress, let b = long.baseAddress else { return false }
        for start in 0...(long.count - short.count) {
            let end = start + short.count
            if (start == 0 || b[start - 1] == 0x20) && (end == long.count || b[end] == 0x20), memcmp(a, b + start, short.count) == 0 { return true }
        }
        return false
    }
}
