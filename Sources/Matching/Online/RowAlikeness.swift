/// How alike two records of several rows are: for each comparison the most alike of all pairs of their rows.
///
/// A field is missing only where it is missing in every row. Given and family name are judged together, because they are one person's.
struct RowAlikeness {
    private(set) var pattern: UInt64 = 0
    let keys: UInt32
    /// For each comparison how rare the value is on which the two agree; of several values the rarest.
    private(set) var rare: [Float]

    /// Nothing compared yet.
    init(keys: UInt32, rare: [Float]) { (self.keys, self.rare) = (keys, rare) }

    /// Says what a comparison's level is.
    mutating func set(_ comparison: Int, _ level: Int, rarity: Float = 0) {
        pattern = pattern & ~(15 << UInt64(comparison * 4)) | UInt64(level) << UInt64(comparison * 4)
        rare[comparison] = rarity
    }

    init(_ weigher: PairWeigher, _ a: Range<Int>, _ b: Range<Int>) {
        let comparer = weigher.comparer
        keys = weigher.shared.mask(comparer, a, b)
        rare = Array(repeating: 0, count: comparer.comparisons.count)
        if a.count == 1, b.count == 1 {
            pattern = comparer.pattern(a.lowerBound, b.lowerBound)
            for index in rare.indices where pattern.level(index) == 1 { rare[index] = weigher.rarity(index, a.lowerBound, b.lowerBound) }
            return
        }
        var best = [Int](repeating: Int.max, count: rare.count)
        for i in a.prefix(PreparedRecord.rowLimit) {
            for j in b.prefix(PreparedRecord.rowLimit) {
                let rows = comparer.pattern(i, j)
                var index = 0
                while index < rare.count {
                    // the two names of a person go together
                    let isPerson = comparer.comparisons[index].rule == .given
                    let width = isPerson ? 2 : 1
                    let levels = (0..<width).map { rows.level(index + $0) }
                    let rank = zip(levels, index...).reduce(0) {
                        $0 + comparer.comparisons[$1.1].rank($1.0, isSwapped: levels[0] == Int(NameRule.swapped))
                    }
                    if rank < best[index] {
                        best[index] = rank
                        for place in index..<index + width {
                            set(place, rows.level(place), rarity: rows.level(place) == 1 ? weigher.rarity(place, i, j) : 0)
                        }
                    } else if rank == best[index] {
                        for place in index..<index + width where rows.level(place) == 1 {
                            rare[place] = min(rare[place], weigher.rarity(place, i, j))
                        }
                    }
                    index += width
                }
            }
        }
        if max(a.count, b.count) > PreparedRecord.rowLimit { compareIdentifiers(comparer, a, b) }
    }

    /// Rows beyond the limit hold nothing but identifiers, of which a record may have many.
    private mutating func compareIdentifiers(_ comparer: RecordComparer, _ a: Range<Int>, _ b: Range<Int>) {
        for index in comparer.comparisons.indices where comparer.comparisons[index].strength != nil {
            var best = 0
            for i in a {
                for j in b where best != IdentifierRules.same {
                    let level = Int(comparer.level(index, i, j))
                    if best == 0 || (level != 0 && level < best) { best = level }
                }
            }
            set(index, best)
        }
    }
}

extension RecordComparison {
    /// The lower the more alike. Missing comes last; for names in between, so that a name that is known decides.
    ///
    /// Sums of two ranks order the pairs of a person's names: 16 for each step of the given name keeps different pairs apart.
    func rank(_ level: Int, isSwapped: Bool) -> Int {
        switch rule {
        case .given: 16 * [10, 0, 1, 2, 4, 6, 7, 9, 3, 5][level]
        case .family: isSwapped && level == 0 ? 0 : 17 * [6, 0, 1, 2, 4, 8][level]
        default: level == 0 ? 16 : level
        }
    }
}
