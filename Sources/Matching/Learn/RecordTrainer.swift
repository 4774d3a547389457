/// Learns a model from the records of a file, without labels: how common words and values are, which keys bring records together, how
/// likely each level is in each class, and which names go together.
struct RecordTrainer {
    let cells: RecordCells
    let fields: [RecordField]
    let sides: [UInt16]?
    let seed: UInt64
    var date = ""
    var overrides = ModelOverrides()
    /// At most this many pairs teach.
    private static let teachingPairs = 400_000

    /// The model, and the records as it sees them, so that resolving need not begin anew.
    func train(progress: (_ step: String, _ share: Double) -> Void) -> (model: RecordModel, records: ComparedRecords) {
        let layout = RecordLayout(fields)
        progress("standardising", 0)
        let prepared = RecordPreparer(layout, cells, columns: RecordField.columns(of: fields, in: cells)).prepare()
        var plan = BlockingPlan(keys: [])
        var records = ComparedRecords(
            RecordComparer(prepared, layout), sides: sides,
            keys: {
                plan = overrides.keys.map(BlockingPlan.init(keys:)) ?? BlockingPlan(layout, $0)
                return plan
            }, scales: nil, progress: progress)
        progress("learning", 0.65)
        let classes = learn(&records, plan)
        let model = RecordModel(
            fields: fields, classes: classes, words: records.comparer.wordScales.map(\.table), values: records.rarities.map(\.scale.table),
            informalNames: records.comparer.informalNames, keys: plan.keys,
            thresholds: overrides.applied(to: RecordModel.Thresholds(classes)),
            training: RecordModel.Training(records: cells.count, pairs: records.pairs.count, seed: seed, date: date))
        return (model, records)
    }

    private func learn(_ records: inout ComparedRecords, _ plan: BlockingPlan) -> ClassProbabilities {
        let comparer = records.comparer
        let sample = ChanceAgreement(comparer, contents: records.contents, sides: sides, seed: seed)
        let chance = sample.chance()
        let maximisation = ExpectationMaximisation(
            comparisons: comparer.comparisons, related: RelatedClass.all(comparer.comparisons), keyNames: plan.keys.map(\.name), chance: chance,
            coincidence: sample.coincidence(plan.keys, chance: chance), recordCount: cells.count)
        let pairs = records.pairs
        let contents = records.contents
        // one in so many, chosen by what the two records say
        let step = UInt64(max(1, pairs.count / Self.teachingPairs))
        func learned(from compared: ComparedPairs) -> ClassProbabilities {
            let joint = comparer.comparisons.indices.filter { comparer.comparisons[$0].strength == .joint }
            let patterns = joint.isEmpty ? compared.patterns : compared.patterns.map { IdentifierRules.weighed($0, joint: joint) }
            let counts = PatternCounts(patterns: patterns, keys: compared.keys) { pair in
                step == 1 || (contents[Int(pairs.first[pair])] &+ contents[Int(pairs.second[pair])]) % step == 0
            }
            return overrides.applied(to: ClassProbabilities(maximisation.learn(counts), comparer.comparisons))
        }
        let classes = learned(from: records.compared)
        guard let given = comparer.comparisons.firstIndex(where: { $0.rule == .given }) else { return classes }
        let informalNames = InformalNames(pairs, records.compared.patterns, records.weigher(classes), given: given)
        if informalNames.isEmpty { return classes }
        // once more, knowing the names that go together
        comparer.informalNames = informalNames
        let slot = comparer.comparisons[given].slots[0]
        records.compared.update(pairs, comparer) { pattern, i, j in
            (NameRule.similar...NameRule.different).contains(UInt64(pattern.level(given)))
                && informalNames.related(comparer.records.value(i, slot), comparer.records.value(j, slot))
        }
        return learned(from: records.compared)
    }
}

extension RecordField {
    /// For each field the column of that name.
    static func columns(of fields: [RecordField], in cells: RecordCells) -> [Int] {
        fields.map { field in cells.columns.firstIndex(of: field.name) ?? 0 }
    }
}
