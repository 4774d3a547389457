#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The learned part of a model: how common each class of pairs is, and how likely each level of each comparison within it.
///
/// Classes stand in one order: the match, the related classes, then for each blocking key the pairs that met by it by coincidence.
package struct ClassProbabilities: Sendable, Hashable {
    package var names: [String]
    package var relatedCount: Int
    /// Of the candidate pairs.
    package var shares: [Double]
    /// By comparison, class and level. Level 0 (missing) says nothing and is 0; the others of one class add up to 1.
    package var levels: [[[Double]]]

    package static let match = "match"
    /// The class of pairs that met by a key by coincidence.
    package static func name(ofKey key: String) -> String { "met by \(key)" }

    /// What was learned, in so many digits that the file can be read and still says all of it.
    init(_ learned: ClassModel, _ comparisons: [RecordComparison]) {
        names = learned.names
        relatedCount = learned.relatedCount
        shares = learned.logShares.map { Self.rounded(exp2(Double($0))) }
        levels = comparisons.indices.map { comparison in
            learned.names.indices.map { index in
                (0..<comparisons[comparison].levelCount).map { level in
                    level == 0 ? 0 : Self.rounded(exp2(Double(learned.logLevels[learned.offsets[comparison] + level * learned.classCount + index])))
                }
            }
        }
    }

    package init(names: [String], relatedCount: Int, shares: [Double], levels: [[[Double]]]) {
        self.names = names
        self.relatedCount = relatedCount
        self.shares = shares
        self.levels = levels
    }

    /// Six significant decimal digits.
    static func rounded(_ probability: Double) -> Double {
        guard probability > 0 else { return 0 }
        // powers of ten up to 22 are exact, hence the quotient is the number nearest to the decimal
        let scale = pow(10, min(22, 5 - log10(probability).rounded(.down)))
        return min(1, (probability * scale).rounded() / scale)
    }
}

extension ClassModel {
    init(_ classes: ClassProbabilities, _ comparisons: [RecordComparison]) {
        let count = classes.names.count
        let related = RelatedClass.all(comparisons)
        var logLevels: [Float] = []
        var offsets: [Int] = []
        for comparison in comparisons.indices {
            offsets.append(logLevels.count)
            for level in 0..<comparisons[comparison].levelCount {
                for index in 0..<count { logLevels.append(level == 0 ? 0 : Float(log2(classes.levels[comparison][index][level]))) }
            }
        }
        self.init(
            names: classes.names, relatedCount: classes.relatedCount, logShares: classes.shares.map { Float(log2($0)) }, logLevels: logLevels,
            offsets: offsets, isCoincidence: Self.coincidence(comparisons, related, classes: count))
    }

    /// For each comparison and class whether agreement there is coincidence.
    static func coincidence(_ comparisons: [RecordComparison], _ related: [RelatedClass], classes: Int) -> [Bool] {
        comparisons.indices.flatMap { comparison in
            (0..<classes).map { $0 > 0 && ($0 > related.count || related[$0 - 1].isByChance(comparison)) }
        }
    }
}
