import Matching

/// A model file that says everything: nothing is learned.
enum WholeModel {
    /// In the order in which they are written.
    static let sections = [
        "standardisation", "training", "thresholds", "fields", "classes", "comparisons", "keys", "informalNames", "words", "values",
    ]
    /// What makes no sense without the rest.
    static let learnedSections = ["informalNames", "words", "values"]

    static func read(_ nodes: [String: ModelNode], file: String, fields: ModelFields?, thresholds: ModelOverrides) throws(MatchFileError)
        -> RecordModel
    {
        func section(_ name: String) throws(MatchFileError) -> ModelNode {
            guard let node = nodes[name] else {
                throw MatchFileError(
                    file: file, line: 0,
                    message: "has `classes` and so must be a whole model, but says nothing of `\(name)`; without `classes` the rest is learned")
            }
            return node
        }
        let version = try section("standardisation")
        guard try version.integer("standardisation", 0...1_000_000) == RecordModel.standardisation else {
            throw version.failure(
                "was learned with other rules of standardising (this program has \(RecordModel.standardisation)); learn the model anew with --save-model"
            )
        }
        let place = try section("fields")
        let known = try fields?.complete() ?? []
        let layout = RecordLayout(known)
        guard !layout.comparisons.isEmpty else { throw place.failure("nothing is compared") }
        guard let match = thresholds.match, let review = thresholds.review else {
            throw try section("thresholds").failure("a whole model needs `match` and `review`")
        }
        let keys = try ModelKeys.read(section("keys"), layout.comparisons)
        let names = [ClassProbabilities.match] + layout.relatedClassNames + keys.map { ClassProbabilities.name(ofKey: $0.name) }
        let classes = try section("classes")
        let shares = try Self.shares(classes, names)
        let said = try ModelComparisons(section("comparisons"), layout.comparisons, classes: names, isWhole: true)
        var levels = layout.comparisons.map { comparison in names.map { _ in [Double](repeating: 0, count: comparison.levelCount) } }
        for one in said.probabilities {
            guard let index = names.firstIndex(of: one.className) else { continue }
            levels[one.comparison][index][one.level] = one.value
        }
        return RecordModel(
            fields: known, classes: ClassProbabilities(names: names, relatedCount: layout.relatedClassNames.count, shares: shares, levels: levels),
            words: try tables(nodes["words"], "words", layout.comparisons.filter { $0.words >= 0 }.map(\.name), file),
            values: try tables(nodes["values"], "values", layout.comparisons.filter(\.hasRarity).map(\.name), file),
            informalNames: try informalNames(nodes["informalNames"]), keys: keys,
            thresholds: .init(match: match, review: review, contradiction: thresholds.contradiction ?? RecordModel.Thresholds.usualContradiction),
            training: try training(nodes["training"]))
    }

    private static func shares(_ node: ModelNode, _ names: [String]) throws(MatchFileError) -> [Double] {
        var shares: [String: Double] = [:]
        for (_, name, value) in try node.mapping("classes", known: names) { shares[name] = try value.probability(name) }
        var inOrder: [Double] = []
        for name in names {
            guard let share = shares[name] else { throw node.failure("says nothing of class `\(name)`, which follows from the fields and keys") }
            inOrder.append(share)
        }
        let sum = inOrder.reduce(0, +)
        guard abs(sum - 1) <= 0.001 else { throw node.failure("the shares of all classes add up to \(sum); together they must be 1") }
        return inOrder
    }

    private static func tables(_ node: ModelNode?, _ section: String, _ names: [String], _ file: String) throws(MatchFileError) -> [FrequencyTable] {
        var tables: [String: FrequencyTable] = [:]
        if let node { for (_, name, value) in try node.mapping(section, known: names) { tables[name] = try ModelTable.read(value, name) } }
        var inOrder: [FrequencyTable] = []
        for name in names {
            guard let table = tables[name] else {
                throw node?.failure("says nothing of `\(name)`")
                    ?? MatchFileError(file: file, line: 0, message: "needs `\(section)` for `\(name)`: how often they occur")
            }
            inOrder.append(table)
        }
        return inOrder
    }

    private static func informalNames(_ node: ModelNode?) throws(MatchFileError) -> InformalNames {
        guard let node else { return .none }
        let lines = try node.text("informalNames").split(separator: "\n")
        guard lines.count <= InformalNames.limit else { throw node.failure("has \(lines.count) lines; the limit is \(InformalNames.limit)") }
        var couples: [InformalNames.Couple] = []
        for (place, line) in lines.enumerated() {
            let names = line.split(separator: " = ", omittingEmptySubsequences: false).map { EscapedLetters.read($0.utf8) }
            guard names.count == 2, let first = names[0], let second = names[1], !first.isEmpty, !second.isEmpty else {
                throw node.failure(line: place, "a line of `informalNames` is `name = name`")
            }
            couples.append(InformalNames.Couple(first, second))
        }
        return InformalNames(couples)
    }

    private static func training(_ node: ModelNode?) throws(MatchFileError) -> RecordModel.Training {
        var training = RecordModel.Training(records: 0, pairs: 0, seed: 0, date: "")
        guard let node else { return training }
        let largest = 1 << 40
        for (_, name, value) in try node.mapping("training", known: ["records", "pairs", "seed", "date"]) {
            switch name {
            case "records": training.records = try value.integer(name, 0...largest)
            case "pairs": training.pairs = try value.integer(name, 0...largest)
            case "seed":
                guard let seed = value.scalar.flatMap(UInt64.init) else { throw value.failure("`seed` must be a whole number of at most 64 bits") }
                training.seed = seed
            default: training.date = try value.text(name)
            }
        }
        return training
    }
}
