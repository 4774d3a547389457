/// Given names that go together in the records at hand: `Bob` and `Robert`, `Xiaoming` and `Ming`, whatever the language.
///
/// Pairs that are one party by everything but their given names show which names stand for each other: a pair of names that comes up
/// there far more often than the two names' frequencies explain is an informal name. Twins and couples do not produce such pairs,
/// because their names have nothing to do with each other.
package struct InformalNames: Sendable, Hashable {
    /// Two given names, as standardising leaves them, in ascending order.
    package struct Couple: Sendable, Hashable {
        package var first: [UInt8]
        package var second: [UInt8]

        package init(_ a: [UInt8], _ b: [UInt8]) {
            (first, second) = b.lexicographicallyPrecedes(a) ? (b, a) : (a, b)
        }
    }

    /// In ascending order.
    package let couples: [Couple]
    /// Hashes of the couples, see `key`.
    private let keys: Set<UInt64>
    package var isEmpty: Bool { couples.isEmpty }

    /// A pair of names must come up this often, and this many times as often as by chance.
    private static let support = 3
    private static let lift = 25.0
    /// How sure the rest has to be, in bits.
    private static let certainty: Float = 6
    /// The most frequent, so that a model stays a file that can be read.
    package static let limit = 5_000

    package static let none = InformalNames([])

    package init(_ couples: some Sequence<Couple>) {
        self.couples = Set(couples).sorted { a, b in
            a.first == b.first ? a.second.lexicographicallyPrecedes(b.second) : a.first.lexicographicallyPrecedes(b.first)
        }
        keys = Set(self.couples.map { Self.key(StableHash.of($0.first), StableHash.of($0.second)) })
    }

    /// - Parameter given: the place of the given name among the comparisons.
    init(_ pairs: BlockedPairs, _ patterns: [UInt64], _ weigher: PairWeigher, given: Int) {
        let comparer = weigher.comparer
        let slot = comparer.comparisons[given].slots[0]
        let mask = ~(UInt64(15) << UInt64(given * 4))
        var names: [UInt64: Int] = [:]
        var together: [UInt64: (count: Int, a: UInt64, b: UInt64, pair: Int)] = [:]
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
            if isNew { isCertain.append(weigher.weight(rest, keys: 0) > Self.certainty) }
            guard isCertain[number] else { continue }
            let a = comparer.records.value(Int(pairs.first[place]), slot)
            let b = comparer.records.value(Int(pairs.second[place]), slot)
            guard a.count > 1, b.count > 1 else { continue }
            let (x, y) = (StableHash.of(a), StableHash.of(b))
            total += 1
            names[x, default: 0] += 1
            names[y, default: 0] += 1
            together[Self.key(x, y), default: (0, x, y, place)].count += 1
        }
        let usual = together.filter { _, entry in
            let expected = Double(names[entry.a] ?? 0) * Double(names[entry.b] ?? 0) / Double(2 * max(1, total))
            return entry.count >= Self.support && Double(entry.count) > Self.lift * expected
        }
        let frequent = usual.sorted { $0.value.count != $1.value.count ? $0.value.count > $1.value.count : $0.key < $1.key }.prefix(Self.limit)
        self.init(
            frequent.map { _, entry in
                let (i, j) = (Int(pairs.first[entry.pair]), Int(pairs.second[entry.pair]))
                return Couple(Array(comparer.records.value(i, slot)), Array(comparer.records.value(j, slot)))
            })
    }

    @inline(__always)
    func related(_ a: Letters, _ b: Letters) -> Bool { !keys.isEmpty && keys.contains(Self.key(StableHash.of(a), StableHash.of(b))) }

    @inline(__always)
    private static func key(_ a: UInt64, _ b: UInt64) -> UInt64 {
        var hash = StableHash(seed: min(a, b))
        hash.combine(max(a, b))
        return hash.value
    }
}
