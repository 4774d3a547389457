/// Finds out which records of a file are one party by a model: persons and organisations.
///
/// Standardise, bring candidates together, compare, weigh, cluster. What a pair weighs follows from the two records and the model alone.
struct RecordResolver {
    let model: RecordModel

    /// - Parameter cells: with a column for each field of the model.
    func resolve(_ cells: RecordCells, sides: [UInt16]?, progress: (_ step: String, _ share: Double) -> Void) -> RecordResolution {
        progress("standardising", 0)
        let prepared = RecordPreparer(model.layout, cells, columns: RecordField.columns(of: model.fields, in: cells)).prepare()
        let comparer = RecordComparer(prepared, model.layout, words: model.tables.words, informalNames: model.informalNames)
        let records = ComparedRecords(
            comparer, sides: sides, keys: { _ in BlockingPlan(keys: model.keys) }, scales: model.tables.values, progress: progress)
        return resolve(records, progress: progress)
    }

    /// - Parameter records: as this model sees them.
    func resolve(_ records: ComparedRecords, progress: (_ step: String, _ share: Double) -> Void) -> RecordResolution {
        progress("weighing", 0.8)
        let weigher = records.weigher(model.classes)
        let weights = weigher.weigh(records.pairs, records.compared)
        progress("clustering", 0.9)
        let clusters = ComponentClusters(
            pairs: records.pairs, weights: links(weights, records.compared), weigher: weigher, thresholds: model.thresholds,
            identifiers: model.tables.identifiers, contents: records.contents, sides: records.sides
        ).labels()
        progress("done", 1)
        return RecordResolution(clusters: clusters, pairs: records.pairs, compared: records.compared, weights: weights, weigher: weigher)
    }
}

extension RecordResolver {
    /// What pairs weigh above a match, once identifiers have had their say.
    private func links(_ weights: [Float], _ compared: ComparedPairs) -> [Float] {
        let (identifiers, thresholds) = (model.tables.identifiers, model.thresholds)
        if identifiers.isEmpty { return thresholds.match == 0 ? weights : weights.map { $0 - thresholds.match } }
        return weights.indices.map { identifiers.link(compared.patterns[$0], bits: weights[$0], thresholds) - thresholds.match }
    }
}

/// Which records are one, and how that was found out.
struct RecordResolution {
    /// For each record the smallest index of its cluster.
    var clusters: [Int32]
    var pairs: BlockedPairs
    var compared: ComparedPairs
    /// In bits.
    var weights: [Float]
    var weigher: PairWeigher
}
