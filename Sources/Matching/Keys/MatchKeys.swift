extension MatchModel {
    /// A record has at most this many keys; recipes further down the model's list give way.
    static let keyLimit = 24
    /// An identifier's values are never dropped below this count, however many platforms know the party.
    static let keysPerRecipe = 64

    /// The record's keys, sorted and distinct, each with its recipe.
    func matchKeys(_ features: [Feature]) -> [(key: Int64, recipe: UInt8)] {
        let salt = StableHash.of(name)
        var keys: [(key: Int64, recipe: UInt8)] = []
        var ordinary = 0
        for (index, recipe) in keyParts.enumerated() {
            var combined: [UInt64] = [StableHash.of(self.keys[index].name, seed: salt)]
            for part in recipe {
                let hashes = features[part.comparison].hashes(part.facet)
                combined = combined.flatMap { start in
                    hashes.map { hash in
                        var combination = StableHash(seed: start)
                        combination.combine(hash)
                        return combination.value
                    }
                }
                if combined.isEmpty { break }
            }
            for hash in combined.prefix(Self.keysPerRecipe) {
                let isIdentifier = recipe.allSatisfy { comparisons[$0.comparison].identifier != nil }
                if !isIdentifier {
                    if ordinary == Self.keyLimit { break }
                    ordinary += 1
                }
                keys.append((Int64(bitPattern: hash), UInt8(index)))
            }
        }
        keys.sort { ($0.key, $0.recipe) < ($1.key, $1.recipe) }
        var distinct: [(key: Int64, recipe: UInt8)] = []
        distinct.reserveCapacity(keys.count)
        for key in keys where distinct.last?.key != key.key { distinct.append(key) }
        return distinct
    }
}
