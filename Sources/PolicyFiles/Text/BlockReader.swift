/// Reads a block of keys: each key is asked for once, and what nobody asked for is a mistake.
struct BlockReader {
    /// What the block is, for messages: "attribute `billTo`".
    let subject: String
    let line: Int
    /// The outermost block of a file: after a syntax mistake, what it seems to miss may be what was skipped.
    private let isPage: Bool
    private let entries: [PolicyNode.Entry]
    private var asked: [String] = []

    /// Nil, with a finding, when `node` is not a block of keys.
    init?(_ node: PolicyNode, subject: String, isPage: Bool = false, findings: inout Findings) {
        guard case .mapping(let entries) = node.content else {
            if isPage, !findings.isComplete { return nil }
            findings.error(
                node.isEmpty ? "\(subject) is empty" : "\(subject) is \(node.kind), not a block of keys", line: node.line,
                hint: "write `key: value` lines")
            return nil
        }
        self.isPage = isPage
        self.subject = subject
        self.line = node.line
        self.entries = entries
    }

    /// The keys in the order of the file.
    var keys: [String] { entries.map(\.key) }

    /// The value of a key; nil when it is not there, or, with a finding, when nothing is written after it.
    mutating func take(_ key: String, findings: inout Findings) -> PolicyNode? {
        asked.append(key)
        guard let entry = entries.first(where: { $0.key == key }) else { return nil }
        guard !entry.value.isEmpty else {
            if isPage, !findings.isComplete { return nil }
            findings.error("`\(key)` of \(subject) is empty", line: entry.line, hint: "give it a value, or remove the line")
            return nil
        }
        return entry.value
    }

    func has(_ key: String) -> Bool { entries.contains { $0.key == key } }

    /// The line of a key, or of the block.
    func line(of key: String) -> Int { entries.first { $0.key == key }?.line ?? line }

    /// Every entry that no key was asked for: for blocks whose keys are names. Call instead of `finish`.
    func all() -> [PolicyNode.Entry] { entries }

    /// Reports a key that is asked for, and needed, but not there. Silent in a page of which a part could not be read.
    func missing(_ key: String, hint: String, findings: inout Findings) {
        guard !has(key), findings.isComplete || !isPage else { return }
        findings.error("\(subject) has no `\(key)`", line: line, hint: hint)
    }

    /// Reports the keys that nobody asked for.
    func finish(findings: inout Findings) {
        for entry in entries where !asked.contains(entry.key) {
            findings.error("unknown key `\(entry.key)` in \(subject)", line: entry.line, hint: Spelling.hint(for: entry.key, among: asked))
        }
    }
}
