extension Standardisation {
    /// A list; a bare value is a list of one. Elements without a value and exact repetitions are left out, the order stays.
    mutating func list(_ value: JSONValue, of element: AttributeType) -> JSONValue? {
        var standard: [JSONValue] = []
        if case .array(let elements) = value {
            guard elements.count <= limits.listLength else {
                refuse("too-long", "a list of more than \(limits.listLength) elements; send fewer")
                return nil
            }
            standard.reserveCapacity(elements.count)
            var seen = Set<JSONValue>()
            for (index, one) in elements.enumerated() {
                path.append(.index(index))
                if let kept = standardise(one, as: element), elements.count == 1 || seen.insert(kept).inserted { standard.append(kept) }
                path.removeLast()
            }
        } else if let only = standardise(value, as: element) {
            standard = [only]
        }
        return standard.isEmpty ? nil : .array(standard)
    }

    /// A structure with fields of its own; an element without a required field is left out.
    mutating func group(_ value: JSONValue, of fields: [AttributeType.Field]) -> JSONValue? {
        guard let object = objectOrNothing(value) else { return nil }
        let outerCountry = groupCountry
        defer { groupCountry = outerCountry }
        groupCountry = country(ofGroup: object, fields) ?? outerCountry
        var members: [JSONObject.Member] = []
        members.reserveCapacity(object.members.count)
        for member in object.members {
            guard let field = fields.first(where: { $0.name == member.key }) else {
                refuseUnknown(member.key, among: fields.lazy.map(\.name), of: "this group")
                continue
            }
            path.append(.name(field.name))
            if let kept = standardise(member.value, as: field.type) { members.append(JSONObject.Member(key: field.name, value: kept)) }
            path.removeLast()
        }
        guard !members.isEmpty else { return nil }
        let standard = JSONObject(sortedUnique: members)
        for field in fields where field.required && standard[field.name] == nil {
            path.append(.name(field.name))
            warn("required", "required, but there is no usable value; the group is left out")
            path.removeLast()
            return nil
        }
        return .object(standard)
    }

    /// `{amount, currency}`; also text such as `12.50 EUR`. An amount without a currency is no money.
    mutating func money(_ value: JSONValue) -> JSONValue? {
        measured(value, number: "amount", unit: "currency") { (text: String) throws(ValueRefusal) in try Currency.code(of: text) }
    }

    /// `{value, unit}`; also text such as `5 kg`.
    mutating func quantity(_ value: JSONValue) -> JSONValue? {
        measured(value, number: "value", unit: "unit") { (text: String) throws(ValueRefusal) in text }
    }

    private mutating func measured(
        _ value: JSONValue, number: String, unit: String, unitCode: (String) throws(ValueRefusal) -> String
    ) -> JSONValue? {
        var object: JSONObject
        switch value {
        case .string(let text):
            guard let folded = TextFold.fold(text) else { return nil }
            let parts = folded.split(separator: " ", maxSplits: 1)
            object = [number: .string(String(parts[0]))]
            if parts.count == 2 { object[unit] = .string(String(parts[1])) }
        case .number: object = [number: value]
        default:
            guard let given = objectOrNothing(value) else { return nil }
            object = given
        }
        for member in object.members where member.key != number && member.key != unit {
            refuseUnknown(member.key, among: [number, unit], of: "this value")
        }
        path.append(.name(number))
        let digits = object[number].flatMap { decimalText($0) }
        path.removeLast()
        path.append(.name(unit))
        defer { path.removeLast() }
        guard let raw = object[unit].flatMap({ shortText($0) }) else {
            if digits != nil { warn("incomplete", "a number without its \(unit); send both") }
            return nil
        }
        do {
            let code = try unitCode(raw)
            return digits.map { .object([number: .number($0), unit: .string(code)]) }
        } catch {
            warn(error)
            return nil
        }
    }

    /// The members of an object; anything else but nothing is refused.
    mutating func objectOrNothing(_ value: JSONValue) -> JSONObject? {
        switch value {
        case .object(let object): return object
        case .null, .string(""): return nil
        default:
            refuse("type", "must be an object, but is \(Self.name(of: value))")
            return nil
        }
    }

    /// The folded text of a string or number inside a structure.
    mutating func shortText(_ value: JSONValue) -> String? {
        scalar(value, as: .text)?.text
    }
}
