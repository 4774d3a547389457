/// Finds out which records of a file are one party, from the records alone: persons and organisations.
///
/// Standardise, bring candidates together, compare, learn, weigh, cluster. The result is a function of the records and the seed.
struct RecordResolver {
    let cells: RecordCells
    let kinds: [FieldKind]
    let sides: [UInt16]?
    var seed: UInt64 = 1
    /// At most this many pairs teach.
    private static let teachingPairs = 400_000

    func resolve(progress: (_ step: String, _ share: Double) -> Void) -> RecordResolution {
        let layout = RecordLayout(columns: cells.columns, kinds: kinds)
        progress("standardising", 0)
        let records = RecordPreparer(layout, cells).prepare()
        let comparer = RecordComparer(records, layout)
        progress("finding candidates", 0.15)
        let plan = BlockingPlan(layout, comparer)
        let contents = Self.contents(records)
        let pairs = BlockedPairs(plan, comparer, contents: contents, sides: sides)
        progress("comparing", 0.35)
        var patterns = Self.patterns(pairs, comparer)
        progress("learning", 0.65)
        let weigher = learn(pairs, &patterns, comparer, plan, contents)
        progress("weighing", 0.8)
        let weights = weigher.weigh(pairs, patterns)
        progress("clustering", 0.9)
        let clusters = ComponentClusters(pairs: pairs, weights: weights, weigher: weigher, contents: contents, sides: sides).labels()
        progress("done", 1)
        return RecordResolution(clusters: clusters, pairs: pairs, patterns: patterns, weights: weights, plan: plan, weigher: weigher)
    }

    static func patterns(_ pairs: BlockedPairs, _ comparer: RecordComparer) -> [UInt64] {
        [UInt64](unsafeUninitializedCapacity: pairs.count) { buffer, filled in
            nonisolated(unsafe) let buffer = buffer
            Parallel.ranges(pairs.count, pieces: 64) { range, _ in
                for place in range { buffer[place] = comparer.pattern(Int(pairs.first[place]), Int(pairs.second[place])) }
            }
            filled = pairs.count
        }
    }

    private func learn(_ pairs: BlockedPairs, _ patterns: inout [UInt64], _ comparer: RecordComparer, _ plan: BlockingPlan, _ contents: [UInt64]) -> PairWeigher {
        let sample = ChanceAgreement(comparer, contents: contents, sides: sides, seed: seed)
        let chance = sample.chance()
        let coincidence = sample.coincidence(plan.keys, chance: chance)
        let maximisation = ExpectationMaximisation(
            comparisons: comparer.comparisons, related: RelatedClass.all(comparer.comparisons), keyNames: plan.keys.map(\.name), chance: chance,
            coincidence: coincidence, recordCount: cells.count)
        // one in so many, chosen by what the two records say
        let step = UInt64(max(1, pairs.count / Self.teachingPairs))
        func sampled(_ pair: Int) -> Bool {
            step == 1 || (contents[Int(pairs.first[pair])] &+ contents[Int(pairs.second[pair])]) % step == 0
        }
        let telling = comparer.comparisons.indices.filter {
            [.given, .family].contains(comparer.comparisons[$0].rule) || comparer.comparisons[$0].role == .organisation
        }
        let rarities = telling.map { ValueRarity(comparer, comparison: $0) }
        let model = maximisation.learn(PatternCounts(patterns: patterns, keys: pairs.keys) { sampled($0) })
        let weigher = PairWeigher(model: model, comparer: comparer, rarities: rarities)
        guard let given = comparer.comparisons.firstIndex(where: { $0.rule == .given }) else { return weigher }
        let informalNames = InformalNames(pairs, patterns, weigher, given: given)
        if informalNames.isEmpty { return weigher }
        // once more, knowing the names that go together
        comparer.informalNames = informalNames
        let slot = comparer.comparisons[given].slots[0]
        patterns.withUnsafeMutableBufferPointer { patterns in
            nonisolated(unsafe) let patterns = patterns
            Parallel.ranges(patterns.count, pieces: 64) { range, _ in
                for place in range where (NameRule.similar...NameRule.different).contains(UInt64(patterns[place].level(given))) {
                    let (i, j) = (Int(pairs.first[place]), Int(pairs.second[place]))
                    if informalNames.related(comparer.records.value(i, slot), comparer.records.value(j, slot)) { patterns[place] = comparer.pattern(i, j) }
                }
            }
        }
        let second = maximisation.learn(PatternCounts(patterns: patterns, keys: pairs.keys) { sampled($0) })
        return PairWeigher(model: second, comparer: comparer, rarities: rarities)
    }

    /// A hash of all that each record says.
    private static func contents(_ records: PreparedRecords) -> [UInt64] {
        [UInt64](unsafeUninitializedCapacity: records.count) { buffer, filled in
            nonisolated(unsafe) let buffer = buffer
            Parallel.ranges(records.count, pieces: 16) { range, _ in
                for record in range {
                    var hash = StableHash(seed: 3)
                    for slot in 0..<records.slotCount { hash.combine(records.value(record, slot)) }
                    buffer[record] = hash.value
                }
            }
            filled = records.count
        }
    }
}

/// Which records are one, and how that was found out.
struct RecordResolution {
    /// For each record the smallest index of its cluster.
    var clusters: [Int32]
    var pairs: BlockedPairs
    var patterns: [UInt64]
    var weights: [Float]
    var plan: BlockingPlan
    var weigher: PairWeigher
}
