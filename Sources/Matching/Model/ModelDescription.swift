/// What a model file may say: as little as what each column is, or as much as every weight.
package struct ModelDescription: Sendable, Hashable {
    package var name: String
    package var version: String
    package var fields: [MatchField]
    package var thresholds: MatchThresholds?
    /// Replaces the keys that follow from the fields.
    package var keys: [KeyRecipe]?
    /// By comparison, then level, then class name (`*`: all classes) the weight in thousandths of a bit.
    package var weights: [String: [String: [String: Int32]]]

    package init(
        name: String, version: String, fields: [MatchField], thresholds: MatchThresholds? = nil, keys: [KeyRecipe]? = nil,
        weights: [String: [String: [String: Int32]]] = [:]
    ) {
        self.name = name
        self.version = version
        self.fields = fields
        self.thresholds = thresholds
        self.keys = keys
        self.weights = weights
    }
}

/// Why a description is no model. The message names the place and what to do.
package struct ModelError: Error, Sendable, Hashable, CustomStringConvertible {
    package var message: String
    package var description: String { message }
}

extension MatchModel {
    /// A model with the fixed weights and the keys that follow from the fields' kinds, and with what the description overrides.
    package init(description: ModelDescription) throws(ModelError) {
        let comparisons = Comparison.of(description.fields)
        guard !comparisons.isEmpty else {
            throw ModelError(message: "model `\(description.name)` compares nothing: give at least one field a kind other than `ignore`")
        }
        guard comparisons.count <= 64 else {
            throw ModelError(
                message: "model `\(description.name)` compares \(comparisons.count) things: leave the least telling fields out until 64 are left")
        }
        var names: Set<String> = []
        for field in description.fields where !names.insert(field.name).inserted {
            throw ModelError(message: "model `\(description.name)` has the field `\(field.name)` twice: remove one")
        }
        let entity = EvidenceEntity(comparisons)
        let classes = entity.classes
        var weights = comparisons.map { entity.weights($0) }
        for (comparisonName, levels) in description.weights.sorted(by: { $0.key < $1.key }) {
            guard let comparison = comparisons.firstIndex(where: { $0.name == comparisonName }) else {
                throw ModelError(message: "weights of `\(comparisonName)`: no such comparison; there are \(comparisons.map(\.name))")
            }
            let levelNames = comparisons[comparison].kind.levels
            for (levelName, byClass) in levels.sorted(by: { $0.key < $1.key }) {
                guard let level = levelNames.firstIndex(of: levelName), level > 0 else {
                    throw ModelError(message: "weights of `\(comparisonName)`: no level `\(levelName)`; there are \(levelNames.dropFirst())")
                }
                for (className, weight) in byClass.sorted(by: { $0.key < $1.key }) {
                    let hits = classes.indices.filter { className == "*" || classes[$0].name == className }
                    guard !hits.isEmpty, abs(Int(weight)) <= 100_000 else {
                        throw ModelError(
                            message:
                                "weights of `\(comparisonName)`, `\(levelName)`, `\(className)`: name one of \(classes.map(\.name)) or `*`, within ±100 bits"
                        )
                    }
                    for hit in hits { weights[comparison][level][hit] = weight }
                }
            }
        }
        let keys: [KeyRecipe] =
            if let given = description.keys { try KeyRecipe.checked(given, comparisons) } else { KeyRecipe.standard(for: comparisons) }
        self.init(
            name: description.name, version: description.version, fields: description.fields, comparisons: comparisons, classes: classes,
            weights: weights, thresholds: description.thresholds ?? entity.thresholds, keys: keys)
    }
}
