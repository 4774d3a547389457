/// The pairs of records that meet by the keys they share, found by sorting.
struct CandidatePairs {
    /// `first << 32 | second` of record indices, ascending and distinct.
    var pairs: [UInt64]
    /// Keys above the limit, ascending.
    var overfull: [Int64]

    /// Pairs that share any key: two records under a model that was learned.
    ///
    /// - Parameter keys: of each record.
    init(keys: [[Int64]], isGeneric: (Int64) -> Bool, limit: Int) {
        var entries = keys.enumerated().flatMap { record, keys in keys.map { (key: $0, record: record) } }
        entries.sort { $0.key != $1.key ? $0.key < $1.key : $0.record < $1.record }
        var found: [UInt64] = []
        overfull = []
        var start = 0
        while start < entries.count {
            var end = start + 1
            while end < entries.count, entries[end].key == entries[start].key { end += 1 }
            if end - start > 1, !isGeneric(entries[start].key) {
                if end - start > limit {
                    overfull.append(entries[start].key)
                } else {
                    for i in start..<end { for j in (i + 1)..<end { found.append(UInt64(entries[i].record) << 32 | UInt64(entries[j].record)) } }
                }
            }
            start = end
        }
        found.sort()
        pairs = []
        for pair in found where pairs.last != pair { pairs.append(pair) }
    }

    init(_ records: [MatchRecord], model: MatchModel, isGeneric: (Int64) -> Bool, limit: Int) {
        var entries: [(key: Int64, record: Int32, votes: Int32)] = []
        entries.reserveCapacity(records.reduce(0) { $0 + $1.keys.count })
        for (index, record) in records.enumerated() {
            for (place, key) in record.keys.enumerated() { entries.append((key, Int32(index), Int32(model.votes(of: record, keyAt: place)))) }
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
                        for j in (i + 1)..<end {
                            let pair = UInt64(entries[i].record) << 32 | UInt64(entries[j].record)
                            // Once for each vote; counted below.
                            for _ in 0..<entries[i].votes { pairs.append(pair) }
                        }
                    }
                }
            }
            start = end
        }
        pairs.sort()
        var write = 0
        var read = 0
        while read < pairs.count {
            let pair = pairs[read]
            var votes = 0
            while read < pairs.count, pairs[read] == pair {
                votes += 1
                read += 1
            }
            let keys = min(records[Int(pair >> 32)].keys.count, records[Int(pair & 0xFFFF_FFFF)].keys.count)
            if MatchModel.meet(votes: votes, keys: keys) {
                pairs[write] = pair
                write += 1
            }
        }
        pairs.removeLast(pairs.count - write)
    }
}
