/// Everything a decision depends on: what the columns are, how levels weigh, where the thresholds lie, how candidates are found.
/// A model is frozen: two records have the same score under it today and in a year.
///
/// The score is the log-odds (in bits) that two records are one party, product or contract. Against each way in which two
/// different ones can look alike (`NonMatchClass`: chance, one corporate family, one site, …) the weights of all comparisons
/// and the class's prior are added; the smallest sum counts, because the most plausible other explanation has to be beaten.
/// After Fellegi and Sunter (JASA 64, 1969) with Winkler's separate class for households, generalised.
package struct MatchModel: Sendable, Hashable {
    package let name: String
    package let version: String
    package let fields: [MatchField]
    package let comparisons: [Comparison]
    package let classes: [NonMatchClass]
    /// For each comparison, level and class the weight in thousandths of a bit; level 0 (missing) weighs nothing.
    package let weights: [[[Int32]]]
    package let thresholds: MatchThresholds
    package let keys: [KeyRecipe]

    let steps: [ComparisonStep]
    /// `weights` as one table, and where each comparison starts in it.
    let table: [Int32]
    let offsets: [Int]
    /// Comparisons whose agreement decides only together.
    let joint: [Int]
    let recipes: [PreparedRecipe]

    init(
        name: String, version: String, fields: [MatchField], comparisons: [Comparison], classes: [NonMatchClass], weights: [[[Int32]]],
        thresholds: MatchThresholds, keys: [KeyRecipe]
    ) {
        self.name = name
        self.version = version
        self.fields = fields
        self.comparisons = comparisons
        self.classes = classes
        self.weights = weights
        self.thresholds = thresholds
        self.keys = keys
        steps = comparisons.map { ComparisonStep(kind: $0.kind, identifier: $0.identifier) }
        var table: [Int32] = []
        var offsets: [Int] = []
        for levels in weights {
            offsets.append(table.count)
            for level in levels { table.append(contentsOf: level) }
        }
        self.table = table
        self.offsets = offsets
        joint = comparisons.indices.filter { comparisons[$0].identifier == .joint }
        recipes = keys.map { PreparedRecipe($0, model: name, comparisons) }
    }

    /// The index of a field by name, for filling `MatchValues`.
    package func field(_ name: String) -> Int? {
        fields.firstIndex { $0.name == name }
    }
}

/// A way in which two records of different parties come to look alike.
package struct NonMatchClass: Sendable, Hashable {
    package var name: String
    /// Log-odds of a match against this class before anything was compared, in thousandths of a bit.
    package var prior: Int32

    package init(name: String, prior: Int32) {
        self.name = name
        self.prior = prior
    }
}

/// Where the outcomes part, in thousandths of a bit of log-odds.
package struct MatchThresholds: Sendable, Hashable {
    /// A pair at or above is a match.
    package var match: Int32
    /// A pair at or above, but below `match`, is a possible match.
    package var review: Int32
    /// Two clusters join while the average over their pairs is at or above.
    package var link: Int32
    /// When all that is no identifier adds up to less than this against chance, an agreeing identifier alone no longer decides.
    package var contradiction: Int32

    package init(match: Int32, review: Int32, link: Int32, contradiction: Int32) {
        self.match = match
        self.review = review
        self.link = link
        self.contradiction = contradiction
    }
}
