/// Finds which of the records are one under a model that was learned. A pure function of the set: any order of `records`, and any ids, give
/// the same result; see `cluster(_:model:constraints:isGeneric:limits:)` of `MatchRecord`.
///
/// Clusters join while the average over their pairs is a match. As in bulk, a pair that shares no key says only so much for that.
/// - Parameters:
///   - records: prepared with `model`, each id once.
///   - isGeneric: whether a key is shared by too many to say anything; asked once for each key that two of the records share.
package func cluster(
    _ records: [PreparedRecord], model: RecordModel, constraints: Constraints = Constraints(), isGeneric: (Int64) -> Bool = { _ in false },
    limits: ClusterLimits = ClusterLimits()
) -> Clustering {
    let batch = RecordBatch(records.sorted { ($0.order, $0.id) < ($1.order, $1.id) }, model: model)
    let keys = batch.records.indices.map { batch.keys($0).map(\.hash) }
    let thousandths = RecordModel.Thresholds.thousandths
    let unmet = thousandths(model.thresholds.match + ComponentClusters.unmetLimit)
    return cluster(
        batch.records.map(\.id), CandidatePairs(keys: keys, isGeneric: isGeneric, limit: limits.key), link: thousandths(model.thresholds.match),
        constraints: constraints, limits: limits, compare: { batch.compare($0, $1) },
        compareForLink: { a, b in
            let alike = batch.alike(a, b)
            var score = batch.score(alike)
            if alike.keys == 0, score.identifier == nil { score.bits = min(score.bits, unmet) }
            return score
        })
}
