/// A part of a policy file with the line it stands on: what is left of YAML after parsing. Scalars stay text; who reads them decides what they must be.
package struct PolicyNode: Sendable, Hashable {
    package indirect enum Content: Sendable, Hashable {
        /// `isPlain`: written without quotes.
        case scalar(String, isPlain: Bool)
        case list([PolicyNode])
        case mapping([Entry])
    }

    /// A key of a mapping and its value.
    package struct Entry: Sendable, Hashable {
        package var key: String
        package var line: Int
        package var value: PolicyNode
    }

    package var content: Content
    /// From 1.
    package var line: Int

    /// Nothing is there: `key:` alone, `~` or `null`.
    var isEmpty: Bool {
        guard case .scalar(let text, isPlain: true) = content else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(text)
    }

    /// For messages: `a text`, `a list`, `a mapping`.
    var kind: String {
        switch content {
        case .scalar: "a single value"
        case .list: "a list"
        case .mapping: "a block of keys"
        }
    }
}
