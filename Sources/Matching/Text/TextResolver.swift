/// Resolves records that are known by a text: products, publications, anything without a structured identity.
///
/// Nothing is tuned and nothing is labelled: weights of words, of evidence and the threshold come from the set itself.
struct TextResolver {
    private let cells: RecordCells
    private let roles: TextRoles
    private let order: ContentOrder
    private let sides: [UInt32]?

    /// - Parameters:
    ///   - kinds: one for each column; ids and sources are `.ignore`.
    ///   - sides: the source of each record when only records of different sources may match; nil for duplicates within one file.
    init(_ cells: RecordCells, kinds: [FieldKind], sides: [UInt32]?) {
        self.cells = cells
        roles = TextRoles(kinds)
        order = ContentOrder(cells, kinds: kinds, sides: sides)
        let records = order.records
        self.sides = sides.map { sides in records.map { sides[Int($0)] } }
    }

    func resolve(progress: (String, Double) -> Void) -> TextResolution {
        progress("read", 0)
        let corpus = TextCorpus(cells, roles: roles, order: order.records)
        let soft = SoftTokens(corpus)
        progress("candidates", 0.2)
        let candidates = TextCandidates(corpus, soft, sides: sides)
        progress("compare", 0.4)
        let features = TextFeatures(corpus, soft, candidates)
        progress("learn", 0.7)
        let scoring = TextScoring(corpus, features, candidates, sides: sides)
        progress("cluster", 0.95)
        let clusters = TextClusters(scoring, candidates, records: corpus.count)
        return TextResolution(
            clusters: clusters.labels(order.records), candidatePairs: candidates.count, threshold: scoring.threshold.value,
            estimatedF1: scoring.threshold.estimatedF1)
    }
}

/// Which records are one and the same.
struct TextResolution {
    /// For each record the smallest index of a record of its cluster.
    var clusters: [Int32]
    var candidatePairs: Int
    /// Log odds from which two records count as one.
    var threshold: Double
    /// What the pairwise F1 should be, by the scores alone.
    var estimatedF1: Double
}
