import Yams

/// A place in a model file: what it says, and where, for whoever has to correct it.
struct ModelNode {
    let node: Node
    let file: String

    /// The text of a scalar; nil for lists and mappings.
    var scalar: String? { node.string }

    func failure(_ message: String) -> MatchFileError { MatchFileError(file: file, line: node.mark?.line ?? 1, message: message) }

    /// - Parameter place: of the line within a block of text, which begins on the line behind its key.
    func failure(line place: Int, _ message: String) -> MatchFileError {
        MatchFileError(file: file, line: (node.mark?.line ?? 0) + 1 + place, message: message)
    }

    /// - Parameter known: keys that may stand here; nil: any.
    func mapping(_ name: String, known: [String]? = nil) throws(MatchFileError) -> [(key: ModelNode, name: String, value: ModelNode)] {
        guard case .mapping(let mapping) = node else { throw failure("`\(name)` must be a mapping: `key: value`") }
        var entries: [(key: ModelNode, name: String, value: ModelNode)] = []
        for (key, value) in mapping {
            let place = ModelNode(node: key, file: file)
            guard let text = key.string else { throw place.failure("a key of `\(name)` is no text") }
            if let known, !known.contains(text) {
                throw place.failure("`\(text)` is no key of `\(name)`; known are \(known.joined(separator: ", "))")
            }
            entries.append((place, text, ModelNode(node: value, file: file)))
        }
        return entries
    }

    /// - Parameter limit: more elements are refused.
    func list(_ name: String, limit: Int) throws(MatchFileError) -> [ModelNode] {
        guard case .sequence(let sequence) = node else { throw failure("`\(name)` must be a list") }
        guard sequence.count <= limit else { throw failure("`\(name)` has \(sequence.count) elements; the limit is \(limit)") }
        return sequence.map { ModelNode(node: $0, file: file) }
    }

    func text(_ name: String) throws(MatchFileError) -> String {
        guard let text = node.string else { throw failure("`\(name)` must be a text") }
        return text
    }

    func integer(_ name: String, _ range: ClosedRange<Int>) throws(MatchFileError) -> Int {
        guard let value = node.string.flatMap(Int.init), range.contains(value) else {
            throw failure("`\(name)` must be a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return value
    }

    func bits(_ name: String) throws(MatchFileError) -> Float {
        guard let value = node.string.flatMap(Float.init), abs(value) <= 100 else {
            throw failure("`\(name)` must be a number of bits from -100 to 100")
        }
        return value
    }

    func probability(_ name: String) throws(MatchFileError) -> Double {
        guard let value = node.string.flatMap(Double.init), value > 0, value <= 1 else {
            throw failure("`\(name)` is no probability: write a number above 0 and up to 1")
        }
        return value
    }

    func flag(_ name: String) throws(MatchFileError) -> Bool {
        switch node.string {
        case "true": return true
        case "false": return false
        default: throw failure("`\(name)` must be true or false")
        }
    }

    func choice<Choice: RawRepresentable & CaseIterable>(_ name: String, of type: Choice.Type) throws(MatchFileError) -> Choice
    where Choice.RawValue == String {
        guard let value = node.string.flatMap(Choice.init) else {
            throw failure("`\(node.string ?? "?")` is no \(name); known are \(Choice.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return value
    }
}
