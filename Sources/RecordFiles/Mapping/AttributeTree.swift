import MasterData

/// Puts values into the nested shape that a record's attribute paths spell, decided once a file.
struct AttributeTree: Sendable {
    private indirect enum Node: Sendable {
        case value(Int)
        case object([(key: String, node: Node)])
        case list([Node])
    }

    struct Refusal: Error {
        var message: String
    }

    private let root: [(key: String, node: Node)]

    /// - Parameter paths: the n-th is where the n-th value goes.
    init(_ paths: [AttributePath]) throws(Refusal) {
        let entries = paths.enumerated().map { (steps: $1.steps[...], value: $0, path: $1.text) }
        guard case .object(let members) = try Self.node(entries, isRoot: true) else { throw Refusal(message: "no column is an attribute") }
        root = members
    }

    /// The attributes with `values` in their places. Nil values are left out, and structures without any.
    func attributes(_ values: [JSONValue?]) -> JSONObject {
        JSONObject(Self.members(root, values))
    }

    private static func members(_ nodes: [(key: String, node: Node)], _ values: [JSONValue?]) -> [JSONObject.Member] {
        var members: [JSONObject.Member] = []
        members.reserveCapacity(nodes.count)
        for (key, node) in nodes { if let value = value(node, values) { members.append(JSONObject.Member(key: key, value: value)) } }
        return members
    }

    private static func value(_ node: Node, _ values: [JSONValue?]) -> JSONValue? {
        switch node {
        case .value(let place):
            return values[place]
        case .object(let nodes):
            let members = members(nodes, values)
            return members.isEmpty ? nil : .object(JSONObject(members))
        case .list(let nodes):
            let elements = nodes.compactMap { value($0, values) }
            return elements.isEmpty ? nil : .array(elements)
        }
    }

    private static func node(_ entries: [(steps: ArraySlice<SourcePath.Step>, value: Int, path: String)], isRoot: Bool = false) throws(Refusal)
        -> Node
    {
        if let whole = entries.first(where: { $0.steps.isEmpty }) {
            guard entries.count == 1 else {
                let other = entries.first { $0.value != whole.value }?.path ?? whole.path
                throw Refusal(message: "`\(whole.path)` and `\(other)` set the same attribute; keep one")
            }
            return .value(whole.value)
        }
        var byName: [String: [(steps: ArraySlice<SourcePath.Step>, value: Int, path: String)]] = [:]
        var byIndex: [Int: [(steps: ArraySlice<SourcePath.Step>, value: Int, path: String)]] = [:]
        for entry in entries {
            let rest = (steps: entry.steps.dropFirst(), value: entry.value, path: entry.path)
            switch entry.steps.first {
            case .member(let name): byName[name, default: []].append(rest)
            case .element(let index): byIndex[index, default: []].append(rest)
            case .everyElement, nil: throw Refusal(message: "`\(entry.path)` is no attribute path")
            }
        }
        if !byIndex.isEmpty {
            guard byName.isEmpty else { throw Refusal(message: "`\(entries[0].path)` is a list in one column and a structure in another; keep one") }
            var nodes: [Node] = []
            for index in byIndex.keys.sorted() { nodes.append(try node(byIndex[index] ?? [])) }
            return .list(nodes)
        }
        var members: [(key: String, node: Node)] = []
        for name in byName.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            members.append((name, try node(byName[name] ?? [])))
        }
        return .object(members)
    }
}
