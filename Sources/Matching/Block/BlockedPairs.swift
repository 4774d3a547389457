/// Pairs of records that were brought together by a blocking key.
struct BlockedPairs {
    /// The smaller index of each pair, and the larger.
    private(set) var first: [UInt32] = []
    private(set) var second: [UInt32] = []

    var count: Int { first.count }

    /// A key's records beyond this many distinct ones are brought together more closely, see `refine`.
    static func cap(records: Int) -> Int { records > 20_000 ? 60 : 120 }

    /// Loose keys are for files with up to this many records: there every pair that is missed counts, and strangers cost little.
    static let looseLimit = 20_000

    /// Finds all pairs by sorting each key's hashes.
    ///
    /// - Parameters:
    ///   - sides: the source of each record when only different sources may match.
    ///   - contents: for each record a hash of all it says.
    init(_ plan: BlockingPlan, _ comparer: RecordComparer, contents: [UInt64], sides: [UInt16]?) {
        let count = comparer.records.count
        let cap = Self.cap(records: count)
        var found = [PairBuffer](repeating: PairBuffer(), count: plan.keys.count)
        found.withUnsafeMutableBufferPointer { found in
            nonisolated(unsafe) let found = found
            Parallel.each(plan.keys.count) { key in
                found[key] = Self.pairs(plan.keys[key], comparer, CrowdedKey(plan, comparer, contents: contents, cap: cap), sides: sides, cap: cap)
            }
        }
        let total = found.reduce(0) { $0 + $1.count }
        let all = SortBuffer(capacity: total)
        for buffer in found { all.append(buffer) }
        found = []
        all.sort(fromBit: 0, toBit: 2 * PairBuffer.recordBits)
        collect(all)
    }

    private mutating func collect(_ sorted: SortBuffer) {
        var index = 0
        first.reserveCapacity(sorted.count / 2)
        second.reserveCapacity(sorted.count / 2)
        while index < sorted.count {
            let pair = sorted[index]
            while index < sorted.count, sorted[index] == pair { index += 1 }
            first.append(UInt32(pair >> UInt64(PairBuffer.recordBits)))
            second.append(UInt32(pair & (1 << UInt64(PairBuffer.recordBits) - 1)))
        }
    }

    /// The pairs of one key.
    private static func pairs(_ key: BlockingKey, _ comparer: RecordComparer, _ crowded: CrowdedKey, sides: [UInt16]?, cap: Int) -> PairBuffer {
        let count = comparer.records.count
        if key.isLoose, count > looseLimit { return PairBuffer() }
        let entries = SortBuffer(capacity: key.swapped.isEmpty ? count : count * 2)
        if key.swapped.isEmpty {
            for record in 0..<count {
                let hash = key.hash(comparer, record)
                if hash != 0 { entries.append(hash, record: record) }
            }
        } else {
            for slot in key.swapped {
                var variant = key
                variant.parts[0].pieces = [.whole(slot: slot)]
                for record in 0..<count {
                    let hash = variant.hash(comparer, record)
                    if hash != 0 { entries.append(hash, record: record) }
                }
            }
        }
        entries.sort(fromBit: PairBuffer.recordBits, toBit: 64)
        var pairs = PairBuffer()
        var start = 0
        while start < entries.count {
            let hash = entries[start] >> UInt64(PairBuffer.recordBits)
            var end = start + 1
            while end < entries.count, entries[end] >> UInt64(PairBuffer.recordBits) == hash { end += 1 }
            if end - start >= 2, end - start <= cap {
                for x in start..<end - 1 {
                    for y in x + 1..<end { pairs.append(entries.record(x), entries.record(y), sides: sides) }
                }
            } else if end - start > cap, !key.isLoose {
                crowded.forEachPair(of: (start..<end).map { entries.record($0) }, under: key) { pairs.append($0, $1, sides: sides) }
            }
            start = end
        }
        return pairs
    }
}

/// Pairs as single words: first record, second record.
struct PairBuffer {
    static let recordBits = 24
    /// More records than this do not fit.
    static let recordLimit = 1 << recordBits

    private(set) var words: [UInt64] = []
    var count: Int { words.count }

    @inline(__always)
    mutating func append(_ a: Int, _ b: Int, sides: [UInt16]?) {
        if a == b { return }
        if let sides, sides[a] == sides[b] { return }
        let (low, high) = a < b ? (a, b) : (b, a)
        words.append(UInt64(low) << UInt64(Self.recordBits) | UInt64(high))
    }
}
