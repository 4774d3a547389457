/// What is said about a model instead of leaving it to be learned.
package struct ModelOverrides: Sendable, Hashable {
    /// The probability of one level in one class.
    package struct Probability: Sendable, Hashable {
        package var comparison: Int
        /// By name, because the classes of blocking keys are known only once the records have been seen.
        package var className: String
        package var level: Int
        package var value: Double

        package init(comparison: Int, className: String, level: Int, value: Double) {
            self.comparison = comparison
            self.className = className
            self.level = level
            self.value = value
        }
    }

    package var match: Float?
    package var review: Float?
    package var contradiction: Float?
    /// Instead of the keys that follow from the fields.
    package var keys: [BlockingKey]?
    package var probabilities: [Probability]
    /// By field, where it does not follow from the values.
    package var dateOrders: [String: DateOrder] = [:]
    package var identifiers: [String: IdentifierStrength]

    package init(
        match: Float? = nil, review: Float? = nil, keys: [BlockingKey]? = nil, probabilities: [Probability] = [],
        identifiers: [String: IdentifierStrength] = [:]
    ) {
        self.match = match
        self.review = review
        self.keys = keys
        self.probabilities = probabilities
        self.identifiers = identifiers
    }
}

extension ModelOverrides {
    package func applied(to fields: [RecordField]) -> [RecordField] {
        fields.map { field in
            RecordField(
                name: field.name, kind: field.kind, dateOrder: dateOrders[field.name] ?? field.dateOrder,
                identifier: identifiers[field.name] ?? field.identifier)
        }
    }

    /// What is said stands; the other levels of that class share what is left in the proportions that were learned.
    func applied(to classes: ClassProbabilities) -> ClassProbabilities {
        var classes = classes
        for (place, said) in Dictionary(grouping: probabilities, by: { Place(comparison: $0.comparison, className: $0.className) }) {
            guard let index = classes.names.firstIndex(of: place.className) else { continue }
            var levels = classes.levels[place.comparison][index]
            var isSaid = [Bool](repeating: false, count: levels.count)
            for one in said { (levels[one.level], isSaid[one.level]) = (one.value, true) }
            let open = levels.indices.filter { $0 > 0 && !isSaid[$0] }
            let left = max(1e-6, 1 - said.reduce(0) { $0 + $1.value })
            let learned = open.reduce(0) { $0 + levels[$1] }
            for level in open { levels[level] = ClassProbabilities.rounded(max(1e-9, levels[level] / learned * left)) }
            classes.levels[place.comparison][index] = levels
        }
        return classes
    }

    private struct Place: Hashable {
        var comparison: Int
        var className: String
    }

    func applied(to thresholds: RecordModel.Thresholds) -> RecordModel.Thresholds {
        let match = match ?? thresholds.match
        // what is learned lies below the match by so much
        return RecordModel.Thresholds(
            match: match, review: review ?? match + (thresholds.review - thresholds.match),
            contradiction: contradiction ?? thresholds.contradiction)
    }
}
