/// The pairs of records that share a key, found by sorting.
struct CandidatePairs {
    /// `first << 32 | second` of record indices, ascending and distinct.
    var pairs: [UInt64]
    /// Keys above the limit, ascending.
    var overfull: [Int64]

    init(_ records: [MatchRecord], isGeneric: (Int64) -> Bool, limit: Int) {
        var entries: [(key: Int64, record: Int32)] = []
        entries.reserveCapacity(records.reduce(0) { $0 + $1.keys.count })
        for (index, record) in records.enumerated() {
            for key in record.keys { entries.append((key, Int32(index))) }
        }
        entries.sort { $0.key != $1.key ? $0.key < $1.key : $0.record < $1.record }
        pairs = []
        overfull = []
        var start = 0
        while start < entries.count {
            var end = start + 1
            while end < entries.count, entries[end].key == entries[start].key { end += 1 }
            if end - start > 1, !isGeneric(entries[start].key) {
                if end - start > limit {
                    overfull.append(entries[start].key)
                } else {
                    for i in start..<end {
                        for j in (i + 1)..<end { pairs.append(UInt64(entries[i].record) << 32 | UInt64(entries[j].record)) }
                    }
                }
            }
            start = end
        }
        pairs.sort()
        var write = 0
        for pair in pairs where write == 0 || pairs[write - 1] != pair {
            pairs[write] = pair
            write += 1
        }
        pairs.removeLast(pairs.count - write)
    }
}
