/// Some records side by side, to be compared with each other: one that arrived and its candidates, or the members of a component.
///
/// The same comparisons, tables and sums as in bulk (`RecordResolver`), so two records weigh the same here and there to the last bit.
package final class RecordBatch: @unchecked Sendable {
    package let model: RecordModel
    package let records: [PreparedRecord]
    let weigher: PairWeigher
    /// Where each record's rows begin; one more at the end.
    private let starts: [Int]

    package init(_ records: [PreparedRecord], model: RecordModel) {
        self.model = model
        self.records = records
        var starts = [0]
        for record in records { starts.append(starts[starts.count - 1] + record.rowCount) }
        let rows = PreparedRecords(
            count: starts[records.count], slotCount: model.layout.slotCount, bytes: records.reduce(0) { $0 + $1.bytes.count })
        var writer = ArenaWriter(base: rows.arena, offset: 0, limit: records.reduce(0) { $0 + $1.bytes.count })
        for (place, record) in records.enumerated() {
            record.bytes.withUnsafeBufferPointer { bytes in
                _ = record.forEachValue { row, slot, range in
                    if range.isEmpty { return }
                    let start = writer.offset
                    writer.append(Letters(rebasing: bytes[range]))
                    rows.spans[(starts[place] + row) * rows.slotCount + slot] = writer.span(from: start)
                }
            }
        }
        self.starts = starts
        let tables = model.tables
        let comparer = RecordComparer(rows, model.layout, words: tables.words, informalNames: model.informalNames)
        let rare = comparer.comparisons.indices.filter { comparer.comparisons[$0].hasRarity }
        weigher = PairWeigher(
            model: tables.classes, comparer: comparer, shared: tables.keys,
            rarities: rare.enumerated().map { ValueRarity(comparer, comparison: $1, scale: tables.values[$0]) })
    }

    func rows(_ record: Int) -> Range<Int> { starts[record]..<starts[record + 1] }

    /// The weight of two records by their places, in bits: log2 of the odds that they are one.
    package func weight(_ a: Int, _ b: Int) -> Float {
        // one row each is the usual case
        if rows(a).count == 1, rows(b).count == 1 { return weigher.weight(starts[a], starts[b]) }
        let alike = alike(a, b)
        return alike.rare.withUnsafeBufferPointer { weigher.weight(alike.pattern, keys: alike.keys, rare: $0) }
    }

    package func compare(_ a: Int, _ b: Int) -> PairScore {
        guard model.tables.identifiers.isEmpty else { return score(alike(a, b)) }
        let bits = weight(a, b)
        let thresholds = model.thresholds
        return PairScore(
            bits: RecordModel.Thresholds.thousandths(bits),
            outcome: bits > thresholds.match ? .match : bits > thresholds.review ? .possibleMatch : .nonMatch)
    }

    func score(_ alike: RowAlikeness) -> PairScore {
        let bits = alike.rare.withUnsafeBufferPointer { weigher.weight(alike.pattern, keys: alike.keys, rare: $0) }
        let verdict = model.tables.identifiers.verdict(alike.pattern, bits: bits, model.thresholds)
        return PairScore(
            bits: RecordModel.Thresholds.thousandths(verdict.bits), outcome: verdict.outcome, veto: verdict.veto, identifier: verdict.agreed)
    }

    func alike(_ a: Int, _ b: Int) -> RowAlikeness { RowAlikeness(weigher, rows(a), rows(b)) }
}

extension RecordModel.Thresholds {
    /// Beyond a thousand bits nothing changes.
    static func thousandths(_ bits: Float) -> Int32 { Int32((max(-1_000, min(1_000, bits)) * 1_000).rounded()) }
}
