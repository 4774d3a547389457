import Matching

/// The section `keys`: the blocking keys, each a list of parts of values that two records must share.
enum ModelKeys {
    static func read(_ node: ModelNode, _ comparisons: [RecordComparison]) throws(MatchFileError) -> [BlockingKey] {
        var keys: [BlockingKey] = []
        for element in try node.list("keys", limit: BlockingPlan.keyLimit) {
            let key = try key(element, comparisons)
            if keys.contains(where: { $0.name == key.name }) { throw element.failure("key `\(key.name)` occurs twice") }
            keys.append(key)
        }
        return keys
    }

    private static func key(_ node: ModelNode, _ comparisons: [RecordComparison]) throws(MatchFileError) -> BlockingKey {
        var name = ""
        var pieces: [(comparison: Int, piece: BlockingKey.Piece)] = []
        var isSwapped = false
        var isLoose = false
        for (_, part, value) in try node.mapping("a key", known: ["name", "parts", "swapped", "loose"]) {
            switch part {
            case "name": name = try value.text("name")
            case "swapped": isSwapped = try value.flag("swapped")
            case "loose": isLoose = try value.flag("loose")
            default: for element in try value.list("parts", limit: 16) { pieces.append(try piece(element, comparisons)) }
            }
        }
        guard !name.isEmpty, !pieces.isEmpty else { throw node.failure("a key needs a `name` and `parts`: `- { name: surname, parts: [surname] }`") }
        // pieces of one comparison that stand together are one part
        var parts: [BlockingKey.Part] = []
        for (comparison, piece) in pieces {
            if let last = parts.last, last.comparison == comparison {
                parts[parts.count - 1].pieces.append(piece)
            } else if parts.contains(where: { $0.comparison == comparison }) {
                throw node.failure("key `\(name)`: write the parts of `\(comparisons[comparison].name)` one behind the other")
            } else {
                parts.append(BlockingKey.Part(comparison: comparison, pieces: [piece]))
            }
        }
        var swapped: [Int] = []
        if isSwapped {
            guard comparisons[parts[0].comparison].rule == .given, parts[0].pieces.count == 1 else {
                throw node.failure("key `\(name)`: what is swapped is a given name with the family name; its first part must be the whole given name")
            }
            swapped = comparisons[parts[0].comparison].nameSlots
        }
        return BlockingKey(name: name, parts: parts, swapped: swapped, isLoose: isLoose)
    }

    /// `surname`, or a mapping that says which piece of it.
    private static func piece(_ node: ModelNode, _ comparisons: [RecordComparison]) throws(MatchFileError) -> (Int, BlockingKey.Piece) {
        if let name = node.scalar {
            let comparison = try comparison(name, node, comparisons)
            return (comparison, .whole(slot: try slot(nil, of: comparisons[comparison], node)))
        }
        var said: [String: ModelNode] = [:]
        for (_, part, value) in try node.mapping("a part", known: ["of", "part", "skip", "first", "last", "joined", "word"]) { said[part] = value }
        guard let of = said["of"] else { throw node.failure("a part needs `of`: the comparison it is a part of") }
        let place = try comparison(try of.text("of"), of, comparisons)
        if let word = said["word"] {
            let words = comparisons[place].words
            guard words >= 0 else { throw word.failure("`\(comparisons[place].name)` is not compared by words") }
            switch try word.text("word") {
            case "rarest": return (place, .rarestWord(words: words))
            case "second": return (place, .secondWord(words: words))
            default: throw word.failure("`word` is rarest or second")
            }
        }
        let slot = try slot(said["part"], of: comparisons[place], node)
        let length = 1...64
        if let joined = said["joined"] {
            return (place, .joined(slot: slot, length: joined.scalar == "all" ? nil : try joined.integer("joined", length)))
        }
        if let last = said["last"] { return (place, .tail(slot: slot, length: try last.integer("last", length))) }
        if let first = said["first"] {
            var skip = 0
            if let node = said["skip"] { skip = try node.integer("skip", 0...64) }
            return (place, .stretch(slot: slot, start: skip, length: try first.integer("first", length)))
        }
        return (place, .whole(slot: slot))
    }

    private static func comparison(_ name: String, _ node: ModelNode, _ comparisons: [RecordComparison]) throws(MatchFileError) -> Int {
        guard let place = comparisons.firstIndex(where: { $0.name == name }) else {
            throw node.failure("`\(name)` is not compared; there are \(comparisons.map(\.name).joined(separator: ", "))")
        }
        return place
    }

    private static func slot(_ part: ModelNode?, of comparison: RecordComparison, _ node: ModelNode) throws(MatchFileError) -> Int {
        let name = try part?.text("part")
        guard let found = comparison.keySlots.first(where: { $0.name == name }) else {
            let names = comparison.keySlots.compactMap(\.name)
            throw (part ?? node).failure(
                names.isEmpty ? "`\(comparison.name)` has no parts" : "say which `part` of `\(comparison.name)`: \(names.joined(separator: ", "))")
        }
        return found.slot
    }
}
