/// A JSON value that keeps numbers as the decimal text they came in, so that no amount passes through binary floating point,
/// and keeps an object's members sorted by key, so that equal values have equal bytes.
package enum JSONValue: Sendable, Hashable {
    case null
    case bool(Bool)
    /// A JSON number as its literal, for example `12.50`, `0E-9`, `1745500706683617281`.
    case number(String)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)
}

/// The members of a JSON object: sorted by the UTF-8 bytes of their keys, each key once.
package struct JSONObject: Sendable, Hashable {
    package struct Member: Sendable, Hashable {
        package var key: String
        package var value: JSONValue

        package init(key: String, value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    package private(set) var members: [Member]

    package init() {
        members = []
    }

    /// Takes members in any order; of members with one key the last wins (the parser refuses such text before it comes here).
    package init(_ unsorted: [Member]) {
        var sorted = unsorted
        if !Self.isSorted(sorted) {
            sorted.sort { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            var unique: [Member] = []
            unique.reserveCapacity(sorted.count)
            for member in sorted {
                if unique.last?.key == member.key { unique[unique.count - 1] = member } else { unique.append(member) }
            }
            sorted = unique
        }
        members = sorted
    }

    /// Takes members that are already sorted by the UTF-8 bytes of their keys, each key once: what the parser and the standardiser make.
    init(sortedUnique members: [Member]) {
        self.members = members
    }

    package var isEmpty: Bool { members.isEmpty }
    package var keys: [String] { members.map(\.key) }

    package subscript(key: String) -> JSONValue? {
        get {
            // By index: iterating would retain each member on the way.
            for index in members.indices where members[index].key == key { return members[index].value }
            return nil
        }
        set {
            if let index = members.firstIndex(where: { !$0.key.utf8.lexicographicallyPrecedes(key.utf8) }) {
                if members[index].key == key {
                    if let newValue { members[index].value = newValue } else { members.remove(at: index) }
                } else if let newValue {
                    members.insert(Member(key: key, value: newValue), at: index)
                }
            } else if let newValue {
                members.append(Member(key: key, value: newValue))
            }
        }
    }

    private static func isSorted(_ members: [Member]) -> Bool {
        for index in members.indices.dropFirst()
        where !members[index - 1].key.utf8.lexicographicallyPrecedes(members[index].key.utf8) {
            return false
        }
        return true
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral elements: (String, JSONValue)...) {
        self.init(elements.map { Member(key: $0.0, value: $0.1) })
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral {
    package init(stringLiteral value: String) { self = .string(value) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(integerLiteral value: Int) { self = .number(String(value)) }
    package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
}

extension JSONValue {
    /// The text of a string, or nil for any other value.
    package var text: String? { if case .string(let text) = self { text } else { nil } }
    /// The members of an object, or nil for any other value.
    package var members: JSONObject? { if case .object(let object) = self { object } else { nil } }
    /// The elements of an array, or nil for any other value.
    package var elements: [JSONValue]? { if case .array(let elements) = self { elements } else { nil } }
}
