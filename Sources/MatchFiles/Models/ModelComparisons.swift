import Matching

/// The section `comparisons`: for each class how likely each level is.
struct ModelComparisons {
    private(set) var probabilities: [ModelOverrides.Probability] = []

    /// - Parameters:
    ///   - classes: the names that classes may have.
    ///   - isWhole: whether every level of every class has to be said.
    init(_ node: ModelNode, _ comparisons: [RecordComparison], classes: [String], isWhole: Bool) throws(MatchFileError) {
        var seen: Set<Int> = []
        for (key, name, value) in try node.mapping("comparisons") {
            guard let comparison = comparisons.firstIndex(where: { $0.name == name }) else {
                throw key.failure("`\(name)` is not compared; there are \(comparisons.map(\.name).joined(separator: ", "))")
            }
            seen.insert(comparison)
            var seenClasses: Set<String> = []
            for (key, className, levels) in try value.mapping(name) {
                guard classes.contains(className) else {
                    throw key.failure("`\(className)` is no class; there are \(classes.joined(separator: ", "))")
                }
                seenClasses.insert(className)
                try read(levels, comparison, comparisons[comparison], className)
            }
            if isWhole, let missing = classes.first(where: { !seenClasses.contains($0) }) {
                throw key.failure("`\(name)` says nothing of class `\(missing)`")
            }
            if isWhole { try checkLevels(key, comparison, comparisons[comparison], classes) }
        }
        if isWhole, let missing = comparisons.indices.first(where: { !seen.contains($0) }) {
            throw node.failure("says nothing of `\(comparisons[missing].name)`, which follows from the fields")
        }
    }

    private mutating func read(_ node: ModelNode, _ comparison: Int, _ known: RecordComparison, _ className: String) throws(MatchFileError) {
        let names = known.rule.levels
        var sum = 0.0
        var count = 0
        for (key, levelName, value) in try node.mapping(className) {
            guard let level = names.firstIndex(of: levelName), level > 0 else {
                throw key.failure("`\(levelName)` is no level of `\(known.name)`; there are \(names.dropFirst().joined(separator: ", "))")
            }
            let probability = try value.probability(levelName)
            sum += probability
            count += 1
            probabilities.append(ModelOverrides.Probability(comparison: comparison, className: className, level: level, value: probability))
        }
        guard sum <= 1.001, count < names.count - 1 || sum >= 0.999 else {
            throw node.failure("the levels of class `\(className)` add up to \(sum); together they must be 1")
        }
    }

    private func checkLevels(_ key: ModelNode, _ comparison: Int, _ known: RecordComparison, _ classes: [String]) throws(MatchFileError) {
        for className in classes {
            let said = probabilities.count { $0.comparison == comparison && $0.className == className }
            if said != known.levelCount - 1 {
                throw key.failure(
                    "class `\(className)` must say how likely each of these is: \(known.rule.levels.dropFirst().joined(separator: ", "))")
            }
        }
    }
}
