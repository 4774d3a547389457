/// The records of one file, standardised, brought together and compared: what learning starts from, and what clusters are made of.
struct ComparedRecords {
    let comparer: RecordComparer
    let pairs: BlockedPairs
    let shared: SharedKeys
    let rarities: [ValueRarity]
    /// For each record a hash of all it says.
    let contents: [UInt64]
    let sides: [UInt16]?
    var compared: ComparedPairs

    /// - Parameters:
    ///   - keys: given the comparer, because some keys need to be looked for in the records.
    ///   - scales: how rare values are; nil: as these records show.
    init(
        _ comparer: RecordComparer, sides: [UInt16]?, keys: (RecordComparer) -> BlockingPlan, scales: [RarityScale]?,
        progress: (_ step: String, _ share: Double) -> Void
    ) {
        self.comparer = comparer
        self.sides = sides
        progress("finding candidates", 0.15)
        contents = Self.contents(comparer.records)
        let plan = keys(comparer)
        shared = SharedKeys(plan.keys)
        pairs = BlockedPairs(plan, comparer, contents: contents, sides: sides)
        progress("comparing", 0.35)
        compared = ComparedPairs(pairs, comparer, shared)
        let rare = comparer.comparisons.indices.filter { comparer.comparisons[$0].hasRarity }
        rarities = rare.enumerated().map { ValueRarity(comparer, comparison: $1, scale: scales?[$0]) }
    }

    func weigher(_ classes: ClassProbabilities) -> PairWeigher {
        PairWeigher(model: ClassModel(classes, comparer.comparisons), comparer: comparer, shared: shared, rarities: rarities)
    }

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
