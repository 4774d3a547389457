/// Lists of records for words that are too common for a list of their own: two such words together name few records.
///
/// A pair that is still too common is cut into stretches of records whose titles stand next to each other in the alphabet, so that
/// records that say the same always meet, however many share their words.
struct CommonWordPairs {
    /// For each record the lists it is in.
    private(set) var listsOf = TokenLists()
    private(set) var lists = TokenLists()
    /// What being in one list together is worth.
    private(set) var weights: [Float] = []

    /// Words of one record that are paired, the rarest of its common ones.
    private static let wordsPaired = 6

    init(_ corpus: TextCorpus, isCommon: (UInt32) -> Bool, limit: Int) {
        var entries: [(hash: UInt64, record: UInt32, weight: Float)] = []
        for record in 0..<corpus.count {
            var common = corpus.titles[record].filter(isCommon)
            if common.count < 2 { common += corpus.details[record].filter(isCommon) }
            common.sort { (corpus.frequency[Int($0)], corpus.vocabulary.hash($0)) < (corpus.frequency[Int($1)], corpus.vocabulary.hash($1)) }
            let words = common.prefix(Self.wordsPaired)
            for (place, first) in words.enumerated() {
                // a word alone stands for itself
                let others = words.count == 1 ? words[...] : words.dropFirst(place + 1)
                for second in others {
                    let hashes = (corpus.vocabulary.hash(first), corpus.vocabulary.hash(second))
                    var hash = StableHash()
                    hash.combine(min(hashes.0, hashes.1))
                    hash.combine(max(hashes.0, hashes.1))
                    entries.append((hash.value, UInt32(record), (corpus.weight[Int(first)] + corpus.weight[Int(second)]) / 2))
                }
            }
        }
        entries.sort { ($0.hash, $0.record) < ($1.hash, $1.record) }
        var memberships: [UInt64] = []
        var first = 0
        while first < entries.count {
            var end = first + 1
            while end < entries.count, entries[end].hash == entries[first].hash { end += 1 }
            var records = entries[first..<end].map(\.record)
            if records.count > limit {
                records.sort { a, b in
                    let order = Self.spellings(corpus, a).lexicographicallyPrecedes(Self.spellings(corpus, b))
                    return order || (!Self.spellings(corpus, b).lexicographicallyPrecedes(Self.spellings(corpus, a)) && a < b)
                }
            }
            for start in stride(from: 0, to: records.count, by: max(1, limit / 4)) where records.count > limit || start == 0 {
                let stretch = records.count > limit ? records[start..<min(records.count, start + limit / 2)] : records[...]
                if stretch.count < 2 { continue }
                for record in stretch { memberships.append(UInt64(record) << 32 | UInt64(weights.count)) }
                lists.append(stretch)
                // neighbours in the alphabet only: enough to meet where nothing else is shared
                weights.append(entries[first].weight * (records.count > limit ? 0.1 : 1))
            }
            first = end
        }
        memberships.sort()
        var place = 0
        for record in 0..<corpus.count {
            var own: [UInt32] = []
            while place < memberships.count, memberships[place] >> 32 == UInt64(record) {
                own.append(UInt32(truncatingIfNeeded: memberships[place]))
                place += 1
            }
            listsOf.append(own)
        }
    }

    /// A title as hashes of its words: records with equal beginnings lie together.
    private static func spellings(_ corpus: TextCorpus, _ record: UInt32) -> some Sequence<UInt64> {
        corpus.titles[Int(record)].lazy.map { corpus.vocabulary.hash($0) }
    }
}
