/// Everything that the score of two records depends on, and by which candidates are found: a value that can be written to a file and read.
///
/// Learned once (`RecordTrainer`) and frozen: two records weigh the same under it today and in a year, whatever records stand beside them.
package struct RecordModel: Sendable, Hashable {
    /// The rules by which values are standardised and compared. A model of another version is learned anew.
    package static let standardisation = 1

    package let fields: [RecordField]
    package let classes: ClassProbabilities
    /// For each field that is compared by its words how common they are, in the layout's order.
    package let words: [FrequencyTable]
    /// For each comparison where a rare value says more (`RecordComparison.hasRarity`) how common values are, in the layout's order.
    package let values: [FrequencyTable]
    package let informalNames: InformalNames
    package let keys: [BlockingKey]
    package let thresholds: Thresholds
    package let training: Training

    /// What follows from the fields.
    package let layout: RecordLayout
    /// What the above says, ready for looking up.
    let tables: ModelTables

    /// Where outcomes part, in bits: log2 of the odds that two records are one.
    package struct Thresholds: Sendable, Hashable {
        /// A pair above is a match.
        package var match: Float
        /// A pair above, but not above `match`, is a possible match.
        package var review: Float
        /// When all that is no identifier adds up to less, an agreeing identifier alone does not decide.
        package var contradiction: Float

        package static let usualContradiction: Float = -9

        package init(match: Float, review: Float, contradiction: Float = Self.usualContradiction) {
            self.match = match
            self.review = review
            self.contradiction = contradiction
        }
    }

    /// What the model was learned from; it changes no score.
    package struct Training: Sendable, Hashable {
        package var records: Int
        /// Candidate pairs.
        package var pairs: Int
        package var seed: UInt64
        /// As `2026-11-24`; empty where nobody said.
        package var date: String

        package init(records: Int, pairs: Int, seed: UInt64, date: String) {
            self.records = records
            self.pairs = pairs
            self.seed = seed
            self.date = date
        }
    }

    /// The parts must fit together: tables in the layout's order, classes for the related classes and the keys.
    package init(
        fields: [RecordField], classes: ClassProbabilities, words: [FrequencyTable], values: [FrequencyTable], informalNames: InformalNames,
        keys: [BlockingKey], thresholds: Thresholds, training: Training
    ) {
        self.fields = fields
        self.classes = classes
        self.words = words
        self.values = values
        self.informalNames = informalNames
        self.keys = keys
        self.thresholds = thresholds
        self.training = training
        layout = RecordLayout(fields)
        tables = ModelTables(fields: fields, classes: classes, words: words, values: values, keys: keys, layout)
    }

    package static func == (a: RecordModel, b: RecordModel) -> Bool {
        a.fields == b.fields && a.classes == b.classes && a.words == b.words && a.values == b.values && a.informalNames == b.informalNames
            && a.keys == b.keys && a.thresholds == b.thresholds && a.training == b.training
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(fields)
        hasher.combine(training)
    }
}
