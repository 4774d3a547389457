/// Resolves the records of one file without labels and without a database: the engine behind `mdm match`.
package struct Resolver: Sendable {
    package let cells: RecordCells
    package let kinds: [FieldKind]
    /// The source of each record when only records of different sources may be one.
    package let sides: [UInt16]?
    package let seed: UInt64

    /// More records than this are refused by whoever reads them: a pair of them is one word of 64 bits.
    package static let recordLimit = PairBuffer.recordLimit

    /// - Parameter kinds: one for each column; see `ColumnKinds`.
    package init(cells: RecordCells, kinds: [FieldKind], sides: [UInt16]?, seed: UInt64) {
        self.cells = cells
        self.kinds = kinds
        self.sides = sides
        self.seed = seed
    }

    /// - Parameter progress: called when a step begins, with the share of the work that is done.
    package func resolve(progress: (_ step: String, _ share: Double) -> Void) -> Resolution {
        if isKnownByText {
            let found = TextResolver(cells, kinds: kinds, sides: sides.map { $0.map(UInt32.init) }).resolve(progress: progress)
            return Resolution(clusters: found.clusters, candidatePairs: found.candidatePairs)
        }
        let found = RecordResolver(cells: cells, kinds: kinds, sides: sides, seed: seed).resolve(progress: progress)
        return Resolution(clusters: found.clusters, candidatePairs: found.pairs.count)
    }

    /// Products and publications are known by a title; persons and organisations by names, dates, addresses and numbers.
    private var isKnownByText: Bool {
        if kinds.contains(.title) { return !kinds.contains(.givenName) && !kinds.contains(.familyName) }
        let others = Set(kinds).subtracting([.ignore, .text, .category, .money, .number, .year])
        return others.isEmpty && kinds.contains(.text)
    }
}

/// Which records are one.
package struct Resolution: Sendable {
    /// For each record the smallest index of its cluster.
    package var clusters: [Int32]
    /// Pairs that were compared because they share a blocking key.
    package var candidatePairs: Int
}
