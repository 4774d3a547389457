extension RecordModel.Thresholds {
    /// Thresholds that follow from what was learned.
    ///
    /// A match is whatever is more likely one than not: log-odds above 0. The review band reaches down by what agreement on a typical field
    /// adds, the median of all: a pair in it would be a match if one such field said "the same" that now says nothing. Between 1 and 7 bits,
    /// so that it is neither empty nor full of pairs with odds of less than 1 to 128.
    init(_ classes: ClassProbabilities) {
        let same = classes.levels.indices.map { LevelWeights.bits(classes, comparison: $0, level: 1) }.sorted()
        let typical = same.isEmpty ? 1 : same[(same.count - 1) / 2]
        self.init(match: 0, review: -Float(min(7, max(1, typical))).tenths)
    }
}

extension Float {
    /// One digit behind the point: a threshold is written down and talked about.
    fileprivate var tenths: Float { (self * 10).rounded() / 10 }
}
