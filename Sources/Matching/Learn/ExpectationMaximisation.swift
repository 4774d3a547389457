#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Learns the classes' level probabilities from pattern counts, without labels.
///
/// Dempster, Laird and Rubin (JRSS B 39, 1977) for a mixture of classes whose comparisons are independent within each, as Winkler applied
/// it to Fellegi and Sunter's model (Proc. Survey Research Methods, ASA, 1988). What is added: a pair that met by certain keys can only
/// belong to the match, to a related class, or to the coincidence class of one of those keys; and the distributions of a coincidence
/// class are held near what random pairs show that share just a part of the key, because agreement there is by construction.
struct ExpectationMaximisation {
    let comparisons: [RecordComparison]
    let related: [RelatedClass]
    let keyNames: [String]
    /// For each comparison the levels' shares among random pairs.
    let chance: [[Double]]
    /// For each key and comparison the levels' shares among pairs that share the key's part.
    let coincidence: [[[Double]]]
    let recordCount: Int

    private var classCount: Int { 1 + related.count + keyNames.count }
    private static let iterations = 80
    /// A related class counts this many pairs of prior knowledge, a coincidence class this many and its own size times `restraint`.
    private static let relatedPrior = 20.0
    private static let coincidencePrior = 200.0
    private static let restraint = 1.5
    /// What is left to the match where a pattern looks like a distinct class.
    private static let distinctStart = 0.3

    func learn(_ counts: PatternCounts) -> ClassModel {
        let classes = classCount
        let total = max(1, counts.total)
        let offsets = comparisons.indices.map { index in comparisons[..<index].reduce(0) { $0 + $1.levelCount * classes } }
        let size = comparisons.reduce(0) { $0 + $1.levelCount * classes }
        let strength = max(30, 0.02 * total)
        var memberships = Memberships(counts, offsets: offsets, classes: classes) { isOpen($0, $1) }
        start(&memberships, counts)
        var shares = [Double](repeating: 0, count: classes)
        var logLevels = [Double](repeating: 0, count: size)
        for iteration in 0..<Self.iterations {
            let (sums, sizes) = memberships.sums(size: size)
            shares = sizes.map { ($0 + 1e-6) / total }
            for comparison in comparisons.indices {
                let levels = comparisons[comparison].levelCount
                for index in 0..<classes {
                    let observed = (0..<levels).map { $0 == 0 ? 0 : sums[offsets[comparison] + $0 * classes + index] }
                    let estimate = estimate(comparison, class: index, observed, strength: strength)
                    let sum = estimate.dropFirst().reduce(0, +)
                    for level in 1..<levels { logLevels[offsets[comparison] + level * classes + index] = log(max(estimate[level] / sum, 1e-9)) }
                }
            }
            let change = memberships.update(logShares: shares.map { log($0) }, logLevels: logLevels)
            if change / total < 1e-5, iteration > 5 { break }
        }
        return ClassModel(
            names: [ClassProbabilities.match] + related.map(\.name) + keyNames.map(ClassProbabilities.name(ofKey:)), relatedCount: related.count, logShares: shares.map { Float(log2($0)) },
            logLevels: logLevels.map { Float($0 / log(2)) }, offsets: offsets,
            isCoincidence: ClassModel.coincidence(comparisons, related, classes: classes))
    }

    /// Whether pairs that met by these keys can be of a class.
    private func isOpen(_ index: Int, _ keys: UInt32) -> Bool {
        index <= related.count || keys >> UInt32(index - 1 - related.count) & 1 == 1
    }

    private func estimate(_ comparison: Int, class index: Int, _ observed: [Double], strength: Double) -> [Double] {
        func mixed(_ prior: [Double], _ weight: Double) -> [Double] { zip(observed, prior).map { $0 + weight * $1 } }
        if index == 0 { return mixed(comparisons[comparison].matchPrior, strength) }
        if index <= related.count {
            let relation = related[index - 1]
            if let fixed = relation.fixed[comparison] { return fixed }
            if let held = relation.held[comparison] { return mixed(held, Self.restraint * observed.reduce(0, +) + Self.coincidencePrior) }
            return relation.shared.contains(comparison) ? mixed(relation.priors[comparison] ?? comparisons[comparison].matchPrior, Self.relatedPrior) : chance[comparison]
        }
        return mixed(coincidence[index - 1 - related.count][comparison], Self.restraint * observed.reduce(0, +) + Self.coincidencePrior)
    }

    /// A first guess: against chance alone, with one match expected for every sixteen records.
    private func start(_ memberships: inout Memberships, _ counts: PatternCounts) {
        let weights = comparisons.indices.map { comparison in
            zip(comparisons[comparison].matchPrior, chance[comparison]).enumerated().map { level, pair in
                level == 0 ? 0 : min(14, max(-8, log2(max(pair.0, 1e-4) / max(pair.1, 1e-7))))
            }
        }
        for (place, entry) in counts.entries.enumerated() {
            let bits = comparisons.indices.reduce(0.0) { $0 + weights[$1][entry.pattern.level($1)] }
            let likely = 1 / (1 + exp2(-(bits - log2(Double(recordCount)) - 4)))
            let distinct = related.indices.filter { related[$0].isDistinct && related[$0].starts { entry.pattern.level($0) } }
            let match = distinct.isEmpty ? likely : likely * Self.distinctStart
            let hits = max(1, Double(entry.keys.nonzeroBitCount))
            memberships.set(place) { index in
                if index == 0 { return match }
                if index > related.count { return (1 - match) / hits }
                if distinct.contains(index - 1) { return likely - match }
                return related[index - 1].starts { entry.pattern.level($0) } ? (1 - match) * 0.5 : 0
            }
        }
    }
}
