extension RecordModel {
    /// Compares again and tells all of it. The score is that of `compare`.
    ///
    /// - Parameter valuesShown: whether the standardised values are part of it; without them nothing personal is.
    package func explain(_ a: PreparedRecord, _ b: PreparedRecord, valuesShown: Bool) -> RecordExplanation {
        RecordBatch([a, b], model: self).explain(0, 1, valuesShown: valuesShown)
    }

    /// The score of what an explanation says: of its levels, keys and rarities alone. The same as the explanation's own.
    package func score(of explanation: RecordExplanation) -> PairScore {
        var alike = RowAlikeness(keys: mask(ofKeys: explanation.keys), rare: explanation.lines.map(\.rarity))
        for (place, line) in explanation.lines.enumerated() {
            alike.set(place, line.rule.levels.firstIndex(of: line.level) ?? 0, rarity: line.rarity)
        }
        return RecordBatch([], model: self).score(alike)
    }

    private func mask(ofKeys names: [String]) -> UInt32 {
        keys.indices.reduce(0) { names.contains(keys[$1].name) ? $0 | 1 << UInt32($1) : $0 }
    }
}

extension RecordBatch {
    package func explain(_ a: Int, _ b: Int, valuesShown: Bool) -> RecordExplanation {
        let alike = alike(a, b)
        let score = score(alike)
        let comparisons = model.layout.comparisons
        let (against, bits) = alike.rare.withUnsafeBufferPointer { rare in
            (weigher.strongestOther(alike.pattern, keys: alike.keys, rare: rare), weigher.weight(alike.pattern, keys: alike.keys, rare: rare))
        }
        let thousandths = RecordModel.Thresholds.thousandths
        let weighed = model.tables.identifiers.weighed(alike.pattern)
        let lines = comparisons.indices.map { place in
            let weight = against.map { weigher.levelWeight(place, level: weighed.level(place), against: $0, rare: alike.rare[place]) } ?? 0
            return RecordExplanation.Line(
                comparison: comparisons[place].name, rule: comparisons[place].rule, level: comparisons[place].rule.levels[alike.pattern.level(place)],
                weight: thousandths(weight), rarity: alike.rare[place], left: valuesShown ? texts(a, comparisons[place]) : [],
                right: valuesShown ? texts(b, comparisons[place]) : [])
        }
        let shares = weigher.model.logShares
        let prior = against.map { thousandths(shares[0] - shares[$0]) } ?? 0
        let sum = lines.reduce(prior) { $0 + $1.weight }
        return RecordExplanation(
            score: score, againstClass: against.map { weigher.model.names[$0] } ?? "", prior: prior, lines: lines, others: thousandths(bits) - sum,
            decided: score.bits - thousandths(bits),
            keys: model.keys.indices.filter { alike.keys >> UInt32($0) & 1 == 1 }.map { model.keys[$0].name },
            thresholds: model.thresholds, veto: score.veto.map { comparisons[$0].name }, identifier: score.identifier.map { comparisons[$0].name },
            nearest: score.outcome == .match ? nil : nearestMatch(alike))
    }

    /// Of all changes of one level that make a match the one with the lowest score, hence the smallest step; a veto has to go first. Ties go
    /// to the comparison and level that come first in the model.
    private func nearestMatch(_ alike: RowAlikeness) -> RecordExplanation.Nearest? {
        var best: RecordExplanation.Nearest?
        for (place, comparison) in model.layout.comparisons.enumerated() {
            for level in 0..<comparison.levelCount where level != alike.pattern.level(place) {
                var changed = alike
                changed.set(place, level)
                let score = score(changed)
                guard score.outcome == .match, best.map({ score.bits < $0.bits }) ?? true else { continue }
                best = RecordExplanation.Nearest(
                    comparison: comparison.name, from: comparison.rule.levels[alike.pattern.level(place)], to: comparison.rule.levels[level],
                    bits: score.bits)
            }
        }
        return best
    }

    /// The standardised values of a comparison, one text for each row that has any.
    private func texts(_ record: Int, _ comparison: RecordComparison) -> [String] {
        let slots = comparison.rule == .address ? comparison.slots : [comparison.valueSlot]
        return rows(record).compactMap { row in
            let values = slots.map { weigher.comparer.records.value(row, $0) }.filter { !$0.isEmpty }
            if values.isEmpty { return nil }
            return values.map { String(decoding: $0.map { $0 == IdentifierLine.separator ? 0x3A : $0 }, as: UTF8.self) }.joined(separator: " ")
        }
    }
}
