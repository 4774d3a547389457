package import MasterData

/// Where the value of an attribute comes from. "No value" is an absent field, null, or an empty text.
package indirect enum FieldSource: Sendable, Hashable {
    case path(SourcePath)
    case constant(JSONValue)
    /// The first that has a value.
    case first([FieldSource])
    /// The texts of those that have a value, with `separator` between.
    case join([FieldSource], separator: String)
    case transformed(FieldSource, Transform)
    /// A structure; without a value when none of its members but constants has one.
    case object([Member])
    /// Those that have a value; without a value when there are none. A list in it is taken in.
    case list([FieldSource])
    /// One value for each element of the list at a path; paths in the second source start at the element.
    case each(SourcePath, FieldSource)

    package struct Member: Sendable, Hashable {
        package var name: String
        package var source: FieldSource

        package init(name: String, source: FieldSource) {
            self.name = name
            self.source = source
        }
    }

    /// All paths that start at the record.
    var paths: [SourcePath] {
        switch self {
        case .path(let path), .each(let path, _): [path]
        case .constant: []
        case .first(let sources), .join(let sources, _), .list(let sources): sources.flatMap(\.paths)
        case .transformed(let source, let transform): source.paths + transform.paths
        case .object(let members): members.flatMap(\.source.paths)
        }
    }

    private var isConstant: Bool {
        if case .constant = self { true } else { false }
    }
}

/// A record whose fields can be asked for by path.
protocol NativeFields {
    func value(at path: SourcePath) -> JSONValue?
}

extension FieldSource {
    /// The source's value in a record; nil for no value.
    func value(in record: some NativeFields) throws(Transform.Refusal) -> JSONValue? {
        switch self {
        case .path(let path):
            return record.value(at: path)?.unlessEmpty
        case .constant(let value):
            return value
        case .first(let sources):
            for source in sources { if let value = try source.value(in: record) { return value } }
            return nil
        case .join(let sources, let separator):
            var texts: [String] = []
            for source in sources { if let text = try source.value(in: record)?.plainText { texts.append(text) } }
            return texts.isEmpty ? nil : .string(texts.joined(separator: separator))
        case .transformed(let source, let transform):
            guard let value = try source.value(in: record) else { return nil }
            return try transform.apply(to: value, in: record)
        case .object(let members):
            return try Self.object(members, in: record)
        case .list(let sources):
            var elements: [JSONValue] = []
            for source in sources {
                guard let value = try source.value(in: record) else { continue }
                if case .array(let more) = value { elements += more } else { elements.append(value) }
            }
            return elements.isEmpty ? nil : .array(elements)
        case .each(let path, let source):
            guard let found = record.value(at: path) else { return nil }
            let elements = found.elements ?? [found]
            var mapped: [JSONValue] = []
            for element in elements {
                if let value = try source.value(in: JSONFields(record: element)) { mapped.append(value) }
            }
            return mapped.isEmpty ? nil : .array(mapped)
        }
    }

    private static func object(_ members: [Member], in record: some NativeFields) throws(Transform.Refusal) -> JSONValue? {
        var found: [JSONObject.Member] = []
        var hasValue = false
        for member in members {
            guard let value = try member.source.value(in: record) else { continue }
            found.append(JSONObject.Member(key: member.name, value: value))
            if !member.source.isConstant { hasValue = true }
        }
        return hasValue ? .object(JSONObject(found)) : nil
    }
}

extension JSONValue {
    /// Nil for null, an empty text, an empty list.
    var unlessEmpty: JSONValue? {
        switch self {
        case .null: nil
        case .string(let text): text.isEmpty ? nil : self
        case .array(let elements): elements.isEmpty ? nil : self
        case .bool, .number, .object: self
        }
    }

    /// A scalar as text; nil for null, lists and structures.
    var plainText: String? {
        switch self {
        case .string(let text), .number(let text): text
        case .bool(let flag): flag ? "true" : "false"
        case .null, .array, .object: nil
        }
    }
}
