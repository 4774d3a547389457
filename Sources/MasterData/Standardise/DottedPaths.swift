extension Standardisation {
    /// The attributes with `billTo.city` moved into the object `billTo`, as CSV columns and flat payloads write it.
    /// A field that comes both ways with different values is refused: nobody could say which one is meant.
    mutating func nested(_ attributes: JSONObject) -> JSONObject {
        guard attributes.members.contains(where: { $0.key.utf8.contains(UInt8(ascii: ".")) }) else { return attributes }
        var result = JSONObject()
        for member in attributes.members where !member.key.utf8.contains(UInt8(ascii: ".")) { result[member.key] = member.value }
        for member in attributes.members where member.key.utf8.contains(UInt8(ascii: ".")) {
            let steps = member.key.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
            guard steps.count <= limits.recordDepth, !steps.contains("") else {
                path = [.name(String(member.key.prefix(48)))]
                refuse("unknown-attribute", "not a path; write names with single dots between them, at most \(limits.recordDepth)")
                path = []
                continue
            }
            if member.value == .null || member.value == .string("") { continue }
            if !Self.set(member.value, at: steps[...], in: &result) {
                path = steps.map { .name($0) }
                refuse("duplicate-attribute", "sent both nested and as a dotted path, with different values; send it once")
                path = []
            }
        }
        return result
    }

    private static func set(_ value: JSONValue, at steps: ArraySlice<String>, in object: inout JSONObject) -> Bool {
        guard let first = steps.first else { return false }
        if steps.count == 1 {
            if let present = object[first], present != .null, present != value { return false }
            object[first] = value
            return true
        }
        var inner: JSONObject
        switch object[first] {
        case nil, .null, .string(""): inner = JSONObject()
        case .object(let present): inner = present
        default: return false
        }
        guard set(value, at: steps.dropFirst(), in: &inner) else { return false }
        object[first] = .object(inner)
        return true
    }
}
