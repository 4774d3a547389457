extension Standardisation {
    /// The types that are one text in the end.
    mutating func scalar(_ value: JSONValue, as type: AttributeType) -> JSONValue? {
        guard let raw = text(of: value, for: type) else { return nil }
        guard raw.utf8.count <= limits.textLength || raw.unicodeScalars.count <= limits.textLength else {
            refuse("too-long", "longer than the \(limits.textLength) characters a text may have; shorten it")
            return nil
        }
        guard let folded = TextFold.fold(raw) else { return nil }
        // A number that starts with + needs no country, which spares the search for one.
        let country = type == .phone && folded.utf8.first != UInt8(ascii: "+") ? groupCountry ?? phoneCountry() : nil
        do {
            return try standardText(folded, raw: raw, as: type, country: country).map { .string($0) }
        } catch {
            warn(error)
            return nil
        }
    }

    private func standardText(_ text: String, raw: String, as type: AttributeType, country: String?) throws(ValueRefusal) -> String? {
        switch type {
        case .code(let list): try code(text, of: list)
        case .country: try Country.code(of: text)
        case .currency: try Currency.code(of: text)
        case .language: try LanguageTag.standardise(text, platform: platform.kind)
        case .email: try EmailAddress.standardise(text)
        case .phone: try PhoneNumber.standardise(text, country: country)
        case .url: try WebAddress.standardise(text)
        case .date: try CalendarDate.standardise(text, platform: platform.kind)
        case .timestamp: try Moment.standardise(text, platform: platform.kind)
        case .duns: try DunsNumber.standardise(text)
        case .lei: try LegalEntityIdentifier.standardise(text)
        case .gtin: try TradeItemNumber.standardise(text)
        // An id is read from the raw text: folding would make two ids of one where their inner spaces differ.
        case .reference(let entity): try NativeId.standardise(raw, entity: entity, kind: platform.kind)
        default: text
        }
    }

    /// The text of a string, or of a number or boolean where the type takes these; wrong types are refused.
    private mutating func text(of value: JSONValue, for type: AttributeType) -> String? {
        switch value {
        case .string(let text): return text
        case .number(let literal):
            switch type {
            case .email, .url, .language, .currency: break
            default: return literal
            }
        case .bool(let flag):
            if case .code = type { return flag ? "true" : "false" }
        default: break
        }
        refuse("type", "must be a string, but is \(Self.name(of: value))")
        return nil
    }

    /// What to call a value of a wrong type, without the value.
    static func name(of value: JSONValue) -> String {
        switch value {
        case .null: "null"
        case .bool: "a boolean"
        case .number: "a number"
        case .string: "a string"
        case .array: "a list"
        case .object: "an object"
        }
    }

    private func code(_ text: String, of list: String?) throws(ValueRefusal) -> String {
        guard let list, let codes = reference[list] else {
            guard text.utf8.count <= Self.codeLength else {
                throw ValueRefusal("too-long", "a code of more than \(Self.codeLength) bytes; a text of this length is no code")
            }
            return text
        }
        return try codes.code(of: text, platform: platform.name)
    }

    /// Bytes of a code without a list.
    private static let codeLength = 255
}

extension ReferenceList {
    /// The canonical code that a platform means: by its own mapping, by the mapping for all (`*`), or because it is a code already,
    /// in this order, as a platform may use another list's code for something else.
    package func code(of native: String, platform: String) throws(ValueRefusal) -> String {
        let key = native.lowercased()
        if let code = mappings[platform]?[key] ?? mappings["*"]?[key] { return code }
        if codes[native] != nil { return native }
        // Same code in other letters, when only one code reads like it.
        let alike = codes.keys.filter { $0.lowercased() == key }
        if alike.count == 1, let code = alike.first { return code }
        throw ValueRefusal("unmapped-code", "not a code of `\(name)` and not mapped for this platform; add it to policies/reference/\(name).yaml")
    }
}
