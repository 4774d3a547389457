/// How well clusters agree with pairs known to be one, counted over pairs of records.
package struct PairwiseScore: Sendable, Hashable {
    package var pairsTrue: Int
    /// Pairs of records in one cluster; between different sources only, where only these count.
    package var pairsPredicted: Int
    package var truePositives: Int

    package init(clusters: [Int32], truePairs: [(Int, Int)], sides: [UInt16]?) {
        pairsTrue = truePairs.count
        truePositives = truePairs.count { clusters[$0.0] == clusters[$0.1] }
        // all pairs of a cluster less those within one source
        var sizes: [UInt64: Int] = [:]
        var sideSizes: [UInt64: Int] = [:]
        for (record, cluster) in clusters.enumerated() {
            sizes[UInt64(cluster), default: 0] += 1
            if let sides { sideSizes[UInt64(cluster) << 16 | UInt64(sides[record]), default: 0] += 1 }
        }
        func pairs(_ sizes: [UInt64: Int]) -> Int { sizes.values.reduce(0) { $0 + $1 * ($1 - 1) / 2 } }
        pairsPredicted = pairs(sizes) - pairs(sideSizes)
    }

    /// Of the predicted pairs how many are true; 1 when none is predicted.
    package var precision: Double { pairsPredicted == 0 ? 1 : Double(truePositives) / Double(pairsPredicted) }
    /// Of the true pairs how many are predicted; 1 when there is none.
    package var recall: Double { pairsTrue == 0 ? 1 : Double(truePositives) / Double(pairsTrue) }
    /// The harmonic mean of both.
    package var f1: Double { precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) }
}
