/// Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours, no letter edited twice
/// (Damerau's edits, CACM 7 (1964) 171–176, in the restricted form; it is symmetric but no metric).
enum EditDistance {
    /// The distance, or `limit + 1` when it is larger than `limit`.
    static func osa(_ left: String, _ right: String, limit: Int) -> Int {
        CodePoints.all(left).withUnsafeBufferPointer { a in
            CodePoints.all(right).withUnsafeBufferPointer { b in osa(a, b, limit: limit) }
        }
    }

    static func osa(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int { osa(left[...], right[...], limit: limit) }

    static func osa(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>, limit: Int) -> Int {
        left.withUnsafeBufferPointer { a in right.withUnsafeBufferPointer { b in osa(a, b, limit: limit) } }
    }

    static func osa<Letter: Equatable>(_ a: UnsafeBufferPointer<Letter>, _ b: UnsafeBufferPointer<Letter>, limit: Int) -> Int {
        if abs(a.count - b.count) > limit { return limit + 1 }
        if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
        let width = b.count + 1
        return withUnsafeTemporaryAllocation(of: Int32.self, capacity: width * 3) { cells in
            guard let base = cells.baseAddress else { return limit + 1 }
            var beforeLast = base
            var last = base + width
            var row = base + 2 * width
            for j in 0..<width { last[j] = Int32(j) }
            for i in 1...a.count {
                row[0] = Int32(i)
                var best = row[0]
                for j in 1...b.count {
                    var cost = min(last[j], row[j - 1]) + 1
                    cost = min(cost, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                    if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { cost = min(cost, beforeLast[j - 2] + 1) }
                    row[j] = cost
                    best = min(best, cost)
                }
                // a swap reaches back two rows, so one row over the limit does not end the search by itself
                if best > Int32(limit) + 1 { return limit + 1 }
                (beforeLast, last, row) = (last, row, beforeLast)
            }
            return min(Int(last[b.count]), limit + 1)
        }
    }
}
