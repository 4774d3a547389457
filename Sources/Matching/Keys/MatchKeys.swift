/// A key recipe ready for use: its comparisons as indices, its hash's seed.
struct PreparedRecipe: Sendable, Hashable {
    struct Part: Sendable, Hashable {
        var comparison: Int
        var facet: KeyFacet
    }

    /// From the model's name and the recipe's, so that keys of different models and recipes never meet.
    var seed: UInt64
    var parts: [Part]
    /// Nothing but identifiers: such keys are never left out for the record's bound.
    var isIdentifier: Bool
    /// Whether records that share such a key are worth comparing for it alone.
    var tellsAlone: Bool

    init(_ recipe: KeyRecipe, model: String, _ comparisons: [Comparison]) {
        seed = StableHash.of(recipe.name, seed: StableHash.of(model))
        parts = recipe.parts.compactMap { part in
            comparisons.firstIndex { $0.name == part.comparison }.map { Part(comparison: $0, facet: part.facet) }
        }
        isIdentifier = parts.allSatisfy { comparisons[$0.comparison].identifier != nil }
        let partial: Set<KeyFacet> = [.rarest, .second, .prefix, .postcode, .locality]
        tellsAlone = isIdentifier || !parts.allSatisfy { partial.contains($0.facet) }
    }
}

extension MatchModel {
    /// A record has at most this many keys beside those of identifiers; recipes further down the model's list give way.
    static let keyLimit = 20
    /// At most this many values of one recipe: an identifier may come from many platforms.
    static let keysPerRecipe = 64

    /// The record's keys, sorted and distinct, each with its recipe.
    func matchKeys(_ features: [Feature]) -> [MatchKey] {
        var keys: [MatchKey] = []
        keys.reserveCapacity(24)
        var ordinary = 0
        for (index, recipe) in recipes.enumerated() {
            let room = recipe.isIdentifier ? Self.keysPerRecipe : min(Self.keysPerRecipe, Self.keyLimit - ordinary)
            if room <= 0 { continue }
            let before = keys.count
            append(recipe, features, part: 0, hash: StableHash(seed: recipe.seed), recipe: UInt8(index), upTo: before + room, to: &keys)
            if !recipe.isIdentifier { ordinary += keys.count - before }
        }
        keys.sort()
        var write = 0
        for key in keys where write == 0 || keys[write - 1].hash != key.hash {
            keys[write] = key
            write += 1
        }
        keys.removeLast(keys.count - write)
        return keys
    }

    /// Every combination of the parts' values.
    private func append(
        _ prepared: PreparedRecipe, _ features: [Feature], part: Int, hash: StableHash, recipe: UInt8, upTo limit: Int, to keys: inout [MatchKey]
    ) {
        if part == prepared.parts.count {
            if keys.count < limit { keys.append(MatchKey(hash: Int64(bitPattern: hash.value), recipe: recipe)) }
            return
        }
        let step = prepared.parts[part]
        features[step.comparison].forEachHash(step.facet) { value in
            var longer = hash
            longer.combine(value)
            append(prepared, features, part: part + 1, hash: longer, recipe: recipe, upTo: limit, to: &keys)
        }
    }
}

/// A match key and the index of its recipe.
struct MatchKey: Comparable, Hashable, Sendable {
    var hash: Int64
    var recipe: UInt8

    static func < (left: MatchKey, right: MatchKey) -> Bool {
        left.hash != right.hash ? left.hash < right.hash : left.recipe < right.recipe
    }
}
