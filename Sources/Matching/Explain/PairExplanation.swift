/// Why two records are, or are not, the same. Weights are in thousandths of a bit against the class that decided.
package struct PairExplanation: Sendable, Hashable {
    /// One comparison and what it said.
    package struct Line: Sendable, Hashable {
        package var comparison: String
        package var kind: ComparisonKind
        package var level: String
        package var weight: Int32
        /// The standardised values, when they may be shown; else empty.
        package var left: [String]
        package var right: [String]
    }

    package var model: String
    package var modelVersion: String
    package var score: PairScore
    /// The other explanation that was hardest to beat, and the prior against it.
    package var againstClass: String
    package var prior: Int32
    package var lines: [Line]
    /// Names of the key recipes by which the two met; none when they would not have been compared by themselves.
    package var keys: [String]
    package var thresholds: MatchThresholds
    /// The comparison whose identifiers contradict each other.
    package var veto: String?
    /// The comparison whose identifier agreed.
    package var identifier: String?
    /// For a pair that is no match the smallest change that would have made it one; nil when no single change does.
    package var nearest: Nearest?

    package struct Nearest: Sendable, Hashable {
        package var comparison: String
        package var from: String
        package var to: String
        /// The score that would have resulted.
        package var bits: Int32
    }
}

extension MatchModel {
    /// Compares again and tells all of it. The score is that of `compare`.
    /// - Parameter valuesShown: whether the standardised values are part of it; without them nothing personal is.
    package func explain(_ a: MatchRecord, _ b: MatchRecord, valuesShown: Bool) -> PairExplanation {
        let levels = levels(a, b)
        let score = decide(levels)
        let against = levels.withUnsafeBufferPointer { sum($0, agreed: score.identifier).againstClass }
        let lines = comparisons.indices.map { index in
            let comparison = comparisons[index]
            let isSilent = comparison.identifier == .joint && !(index == joint.first && score.identifier == joint.first)
            return PairExplanation.Line(
                comparison: comparison.name, kind: comparison.kind, level: comparison.kind.levels[Int(levels[index])],
                weight: levels[index] == 0 || isSilent ? 0 : weight(index, level: Int(levels[index]), against: against),
                left: valuesShown ? a.features[index].texts : [], right: valuesShown ? b.features[index].texts : [])
        }
        return PairExplanation(
            model: name, modelVersion: version, score: score, againstClass: classes[against].name, prior: classes[against].prior, lines: lines,
            keys: sharedKeys(a, b), thresholds: thresholds, veto: score.veto.map { comparisons[$0].name },
            identifier: score.identifier.map { comparisons[$0].name }, nearest: score.outcome == .match ? nil : nearestMatch(levels))
    }

    /// Names of the recipes of the keys that both have, in the model's order.
    ///
    /// Empty too where what they share is not enough to meet.
    package func sharedKeys(_ a: MatchRecord, _ b: MatchRecord) -> [String] {
        var shared: Set<UInt8> = []
        var votes = 0
        var i = 0
        var j = 0
        while i < a.keys.count, j < b.keys.count {
            if a.keys[i] == b.keys[j] {
                shared.insert(a.recipes[i])
                votes += self.votes(of: a, keyAt: i)
                i += 1
                j += 1
            } else if a.keys[i] < b.keys[j] {
                i += 1
            } else {
                j += 1
            }
        }
        guard Self.meet(votes: votes, keys: min(a.keys.count, b.keys.count)) else { return [] }
        return shared.sorted().map { keys[Int($0)].name }
    }

    /// Of all changes of one comparison's level that make a match, the one with the lowest score, hence the smallest step;
    /// a veto has to go first. Ties go to the comparison and level that come first in the model.
    private func nearestMatch(_ levels: [UInt8]) -> PairExplanation.Nearest? {
        var best: PairExplanation.Nearest?
        for index in comparisons.indices {
            for level in comparisons[index].kind.levels.indices where level != Int(levels[index]) {
                var changed = levels
                changed[index] = UInt8(level)
                let score = decide(changed)
                guard score.outcome == .match, best.map({ score.bits < $0.bits }) ?? true else { continue }
                best = PairExplanation.Nearest(
                    comparison: comparisons[index].name, from: comparisons[index].kind.levels[Int(levels[index])],
                    to: comparisons[index].kind.levels[level], bits: score.bits)
            }
        }
        return best
    }
}
