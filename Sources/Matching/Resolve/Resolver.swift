/// Resolves the records of one file without labels and without a database: the engine behind `mdm match`.
package struct Resolver: Sendable {
    package let cells: RecordCells
    package let kinds: [FieldKind]
    /// The source of each record when only records of different sources may be one.
    package let sides: [UInt16]?
    package let seed: UInt64
    /// The day, for a model that is written down.
    package let date: String
    package let overrides: ModelOverrides

    /// More records than this are refused by whoever reads them: a pair of them is one word of 64 bits.
    package static let recordLimit = PairBuffer.recordLimit

    /// - Parameter kinds: one for each column; see `ColumnKinds`.
    package init(cells: RecordCells, kinds: [FieldKind], sides: [UInt16]?, seed: UInt64, date: String = "", overrides: ModelOverrides = ModelOverrides()) {
        self.cells = cells
        self.kinds = kinds
        self.sides = sides
        self.seed = seed
        self.date = date
        self.overrides = overrides
    }

    /// Learns a model from the records and resolves them by it.
    ///
    /// - Parameter progress: called when a step begins, with the share of the work that is done.
    package func resolve(progress: (_ step: String, _ share: Double) -> Void) -> Resolution {
        if isKnownByText {
            let found = TextResolver(cells, kinds: kinds, sides: sides.map { $0.map(UInt32.init) }).resolve(progress: progress)
            return Resolution(clusters: found.clusters, candidatePairs: found.candidatePairs, model: nil)
        }
        let trainer = RecordTrainer(cells: cells, fields: fields, sides: sides, seed: seed, date: date, overrides: overrides)
        let (model, records) = trainer.train(progress: progress)
        let found = RecordResolver(model: model).resolve(records, progress: progress)
        return Resolution(clusters: found.clusters, candidatePairs: found.pairs.count, model: model)
    }

    /// What is compared.
    private var fields: [RecordField] { overrides.applied(to: RecordField.fields(of: cells, kinds: kinds)) }

    /// Products and publications are known by a title; persons and organisations by names, dates, addresses and numbers.
    package var isKnownByText: Bool {
        if kinds.contains(.title) { return !kinds.contains(.givenName) && !kinds.contains(.familyName) }
        let others = Set(kinds).subtracting([.ignore, .text, .category, .money, .number, .year])
        return others.isEmpty && kinds.contains(.text)
    }
}

extension RecordModel {
    /// Resolves records by this model.
    ///
    /// - Parameter cells: with a column for each of the model's fields.
    package func resolve(_ cells: RecordCells, sides: [UInt16]?, progress: (_ step: String, _ share: Double) -> Void) -> Resolution {
        let found = RecordResolver(model: self).resolve(cells, sides: sides, progress: progress)
        return Resolution(clusters: found.clusters, candidatePairs: found.pairs.count, model: self)
    }
}

/// Which records are one.
package struct Resolution: Sendable {
    /// For each record the smallest index of its cluster.
    package var clusters: [Int32]
    /// Pairs that were compared because they share a blocking key.
    package var candidatePairs: Int
    /// By which they were resolved; nil for records that are known by their texts.
    package var model: RecordModel?
}
