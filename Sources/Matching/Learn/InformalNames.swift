/// Given names that go together in the records at hand: `Bob` and `Robert`, `Xiaoming` and `Ming`, whatever the language.
///
/// Pairs that are one party by everything but their given names show which names stand for each other: a pair of names that comes up
/// there far more often than the two names' frequencies explain is an informal name. Twins and couples do not produce such pairs,
/// because their names have nothing to do with each other.
struct InformalNames: Sendable {
    /// Hashes of pairs of names, see `key`.
    private(set) var pairs: Set<UInt64> = []
    var isEmpty: Bool { pairs.isEmpty }

    /// A pair of names must come up this often, and this many times as often as by chance.
    private static let support = 3
    private static let lift = 25.0
    /// How sure the rest has to be, in bits.
    private static let certainty: Float = 6

    static let none = InformalNames()

    private init() {}

    /// - Parameter given: the place of the given name among the comparisons.
    init(_ pairs: BlockedPairs, _ patterns: [UInt64], _ weigher: PairWeigher, given: Int) {
        let comparer = weigher.comparer
        let slot = comparer.comparisons[given].slots[0]
        let mask = ~(UInt64(15) << UInt64(given * 4))
        var names: [UInt64: Int] = [:]
        var together: [UInt64: (count: Int, a: UInt64, b: UInt64)] = [:]
        var total = 0
        // for each pattern that was met without its given name: whether the rest is certain
        var places = HashPlaces(capacity: 1 << 12)
        var isCertain: [Bool] = []
        for place in 0..<pairs.count {
            let pattern = patterns[place]
            let level = UInt64(pattern.level(given))
            guard (NameRule.similar...NameRule.different).contains(level) else { continue }
            // without the given name, and whatever keys brought them together
            let rest = pattern & mask
            var hash = StableHash()
            hash.combine(rest)
            let (number, isNew) = places.place(of: hash.value)
            if isNew { isCertain.append(weigher.weight(rest, keys: 0, record: -1) > Self.certainty) }
            guard isCertain[number] else { continue }
            let a = comparer.records.value(Int(pairs.first[place]), slot)
            let b = comparer.records.value(Int(pairs.second[place]), slot)
            guard a.count > 1, b.count > 1 else { continue }
            let (x, y) = (a.stableHash(seed: 0), b.stableHash(seed: 0))
            total += 1
            names[x, default: 0] += 1
            names[y, default: 0] += 1
            together[Self.key(x, y), default: (0, x, y)].count += 1
        }
        for (key, entry) in together where entry.count >= Self.support {
            let expected = Double(names[entry.a] ?? 0) * Double(names[entry.b] ?? 0) / Double(2 * max(1, total))
            if Double(entry.count) > Self.lift * expected { self.pairs.insert(key) }
        }
    }

    @inline(__always)
    func related(_ a: Letters, _ b: Letters) -> Bool {
        !pairs.isEmpty && pairs.contains(Self.key(a.stableHash(seed: 0), b.stableHash(seed: 0)))
    }

    @inline(__always)
    private static func key(_ a: UInt64, _ b: UInt64) -> UInt64 {
        var hash = StableHash(seed: min(a, b))
        hash.combine(max(a, b))
        return hash.value
    }
}
