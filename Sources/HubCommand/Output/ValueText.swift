import MasterData

/// Attribute values for people: nested ones by their path, a line each.
enum ValueText {
    /// `billTo.city` → `Berlin`, in the order of the object; a list's elements follow one another.
    static func lines(of object: JSONObject) -> [(path: String, value: String)] {
        object.members.flatMap { member -> [(path: String, value: String)] in
            if case .object(let inner) = member.value { return lines(of: inner).map { ("\(member.key).\($0.path)", $0.value) } }
            return [(member.key, of(member.value))]
        }
    }

    /// On one line. Control characters become blanks, so that a value cannot steer the terminal.
    static func of(_ value: JSONValue) -> String {
        switch value {
        case .null: ""
        case .bool(let flag): flag ? "true" : "false"
        case .number(let digits): digits
        case .string(let text): String(String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
        case .array(let elements): elements.map(of).joined(separator: " · ")
        case .object(let object): ordered(object).map { of($0.value) }.joined(separator: " ")
        }
    }

    /// Fields in the order in which people write them; all others behind, by name.
    private static let fieldOrder = [
        "name", "street", "houseNumber", "street2", "postcode", "city", "region", "country", "amount", "value", "currency", "unit",
    ]

    private static func ordered(_ object: JSONObject) -> [JSONObject.Member] {
        fieldOrder.compactMap { key in object[key].map { JSONObject.Member(key: key, value: $0) } } + object.members.filter { !fieldOrder.contains($0.key) }
    }
}
