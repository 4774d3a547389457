/// How alike records are that have nothing to do with each other, and such that share only a part of one value.
///
/// Measured on a sample that depends on what the records say, not on their order.
struct ChanceAgreement {
    private let comparer: RecordComparer
    private let contents: [UInt64]
    private let sides: [UInt16]?
    private let seed: UInt64
    /// Records with the lowest content hashes, in the order of these.
    private let sample: [Int]

    private static let sampleSize = 100_000
    private static let randomPairs = 200_000
    private static let sharingPairs = 30_000
    /// A small file shows no more with more draws.
    private static let drawsPerRecord = 50

    init(_ comparer: RecordComparer, contents: [UInt64], sides: [UInt16]?, seed: UInt64) {
        self.comparer = comparer
        self.sides = sides
        self.seed = seed
        self.contents = contents
        let count = contents.count
        let bound = count <= Self.sampleSize ? UInt64.max : UInt64.max / UInt64(count) * UInt64(Self.sampleSize)
        sample = (0..<count).filter { contents[$0] <= bound }.sorted { (contents[$0], $0) < (contents[$1], $1) }
    }

    /// For each comparison the levels' shares among random pairs.
    func chance() -> [[Double]] {
        var counts = comparer.comparisons.map { [Double](repeating: 0, count: $0.levelCount) }
        guard sample.count > 1 else { return counts.map(Self.shares) }
        var random = SplitMix(seed: seed)
        var pairs: [(Int, Int)] = []
        for _ in 0..<min(Self.randomPairs, contents.count * Self.drawsPerRecord) {
            let (i, j) = (sample[random.below(sample.count)], sample[random.below(sample.count)])
            if i != j, sides.map({ $0[i] != $0[j] }) ?? true { pairs.append((i, j)) }
        }
        var patterns = [UInt64](repeating: 0, count: pairs.count)
        patterns.withUnsafeMutableBufferPointer { patterns in
            nonisolated(unsafe) let patterns = patterns
            Parallel.ranges(pairs.count, pieces: 16) { range, _ in for place in range { patterns[place] = comparer.pattern(pairs[place].0, pairs[place].1) } }
        }
        for pattern in patterns { for comparison in counts.indices { counts[comparison][pattern.level(comparison)] += 1 } }
        return counts.map(Self.shares)
    }

    /// For each key and comparison the levels' shares where pairs share the key's part of that comparison; elsewhere chance.
    func coincidence(_ keys: [BlockingKey], chance: [[Double]]) -> [[[Double]]] {
        let parts = Array(Set(keys.filter { $0.swapped.isEmpty }.flatMap(\.parts)))
        var shares = [[Double]?](repeating: nil, count: parts.count)
        shares.withUnsafeMutableBufferPointer { shares in
            nonisolated(unsafe) let shares = shares
            Parallel.each(parts.count) { shares[$0] = sharing(parts[$0]) }
        }
        let known = Dictionary(zip(parts, shares).compactMap { part, share in share.map { (part, $0) } }, uniquingKeysWith: { first, _ in first })
        return keys.map { key in
            var distributions = chance
            if !key.swapped.isEmpty {
                // one's given name is the other's family name, or two given names are the same by themselves
                let given = key.parts[0].comparison
                distributions[given] = comparer.comparisons[given].rule.levels.indices.map { $0 == Int(NameRule.swapped) ? 0.5 : $0 == 1 ? 0.45 : $0 == 0 ? 0 : 0.001 }
                for part in key.parts.dropFirst() { distributions[part.comparison] = known[part] ?? distributions[part.comparison] }
                return distributions
            }
            for part in key.parts { distributions[part.comparison] = known[part] ?? distributions[part.comparison] }
            return distributions
        }
    }

    /// Pairs are drawn as blocking draws them: a value that n records share comes up n·(n−1) times.
    private func sharing(_ part: BlockingKey.Part) -> [Double]? {
        var entries: [(hash: UInt64, record: Int)] = []
        for record in sample {
            let hash = part.hash(comparer, record)
            if hash != 0 { entries.append((hash, record)) }
        }
        entries.sort { ($0.hash, contents[$0.record], $0.record) < ($1.hash, contents[$1.record], $1.record) }
        var groups: [Range<Int>] = []
        var weights: [Double] = []
        var total = 0.0
        var start = 0
        while start < entries.count {
            var end = start + 1
            while end < entries.count, entries[end].hash == entries[start].hash { end += 1 }
            if end - start > 1 {
                groups.append(start..<end)
                total += Double((end - start) * (end - start - 1))
                weights.append(total)
            }
            start = end
        }
        guard total > 0 else { return nil }
        var counts = [Double](repeating: 0, count: comparer.comparisons[part.comparison].levelCount)
        var random = SplitMix(seed: seed ^ UInt64(part.comparison))
        for _ in 0..<min(Self.sharingPairs, contents.count * Self.drawsPerRecord / 5) {
            let wanted = random.unit() * total
            var low = 0
            var high = groups.count - 1
            while low < high {
                let middle = (low + high) / 2
                if weights[middle] > wanted { high = middle } else { low = middle + 1 }
            }
            let group = groups[low]
            let x = random.below(group.count)
            var y = random.below(group.count - 1)
            if y >= x { y += 1 }
            let (i, j) = (entries[group.lowerBound + x].record, entries[group.lowerBound + y].record)
            if sides.map({ $0[i] == $0[j] }) ?? false { continue }
            counts[Int(comparer.level(part.comparison, i, j))] += 1
        }
        return Self.shares(counts)
    }

    /// Half a pair for each level, so that nothing is impossible; missing values are left out.
    private static func shares(_ counts: [Double]) -> [Double] {
        let padded = counts.enumerated().map { $0 == 0 ? 0 : $1 + 0.5 }
        let total = padded.reduce(0, +)
        return padded.map { $0 / total }
    }
}

/// Numbers that look random and are the same for a seed everywhere. G. Steele, D. Lea, C. Flood: Fast splittable pseudorandom number
/// generators (OOPSLA 2014).
struct SplitMix {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
        return word ^ word >> 31
    }

    mutating func below(_ bound: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(bound)).high) }

    mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
}
