/// How often each pattern of levels occurs, together with the keys by which its pairs met.
///
/// Millions of pairs show some ten thousand patterns; learning works on these.
struct PatternCounts {
    struct Entry {
        var pattern: UInt64
        var keys: UInt32
        var count: Double
    }

    private(set) var entries: [Entry] = []

    /// - Parameter isSampled: which pairs count: a million teach as much as ten.
    init(patterns: [UInt64], keys: [UInt32], isSampled: (_ pair: Int) -> Bool = { _ in true }) {
        var places = HashPlaces(capacity: 1 << 14)
        for pair in patterns.indices where isSampled(pair) {
            var hash = StableHash(seed: UInt64(keys[pair]))
            hash.combine(patterns[pair])
            let (place, isNew) = places.place(of: hash.value)
            if isNew { entries.append(Entry(pattern: patterns[pair], keys: keys[pair], count: 0)) }
            entries[place].count += 1
        }
        // sums of fractions depend on their order
        entries.sort { ($0.pattern, $0.keys) < ($1.pattern, $1.keys) }
    }

    var total: Double { entries.reduce(0) { $0 + $1.count } }
}

extension UInt64 {
    /// The level of one comparison in a pattern.
    @inline(__always)
    func level(_ comparison: Int) -> Int { Int(self >> UInt64(comparison * 4)) & 15 }
}
