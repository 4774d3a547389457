internal import Yams

/// Turns the parser's tree into ours, counting nodes, so that aliases cannot blow a small file up.
struct NodeConversion {
    static let maximumNodes = 100_000
    static let maximumDepth = 32

    private(set) var problems: [(message: String, hint: String, line: Int)] = []
    private var count = 0
    private var isStopped = false

    /// Nil where a part is refused; the reason is in `problems`.
    mutating func convert(_ node: Node, depth: Int, at parentLine: Int = 1) -> PolicyNode? {
        // The parser gives no mark only to nodes made by hand.
        let line = node.mark?.line ?? parentLine
        guard !isStopped else { return nil }
        count += 1
        guard count <= Self.maximumNodes else {
            isStopped = true
            problems.append(("the file has more than \(Self.maximumNodes) values once its aliases are resolved", "write it without aliases", line))
            return nil
        }
        guard depth <= Self.maximumDepth else {
            problems.append(("nested more than \(Self.maximumDepth) levels deep", "policies need no more than a few levels", line))
            return nil
        }
        switch node {
        case .scalar(let scalar):
            refuse(tag: scalar.tag, of: ["", "!", "tag:yaml.org,2002:str"], line: line)
            return PolicyNode(content: .scalar(scalar.string, isPlain: scalar.style == .plain || scalar.style == .any), line: line)
        case .sequence(let sequence):
            refuse(tag: sequence.tag, of: ["", "!", "tag:yaml.org,2002:seq"], line: line)
            return PolicyNode(content: .list(sequence.compactMap { convert($0, depth: depth + 1, at: line) }), line: line)
        case .mapping(let mapping):
            refuse(tag: mapping.tag, of: ["", "!", "tag:yaml.org,2002:map"], line: line)
            return PolicyNode(content: .mapping(entries(of: mapping, depth: depth, line: line)), line: line)
        case .alias:
            problems.append(("an alias that nothing stands behind", "write the value out", line))
            return nil
        }
    }

    private mutating func entries(of mapping: Node.Mapping, depth: Int, line: Int) -> [PolicyNode.Entry] {
        var entries: [PolicyNode.Entry] = []
        for (key, value) in mapping {
            let keyLine = key.mark?.line ?? line
            guard case .scalar(let scalar) = key else {
                problems.append(("a key that is not a name", "write `key: value`", keyLine))
                continue
            }
            // Said already when the key was found twice.
            if scalar.string.hasPrefix(SyntaxRepair.duplicateMark) { continue }
            guard let converted = convert(value, depth: depth + 1, at: keyLine) else { continue }
            entries.append(PolicyNode.Entry(key: scalar.string, line: keyLine, value: converted))
        }
        return entries
    }

    private mutating func refuse(tag: Tag, of known: [String], line: Int) {
        let name = tag.rawValue
        if !known.contains(name) {
            problems.append(("unknown tag `\(name)`", "policies are plain YAML: remove the tag", line))
        }
    }
}
