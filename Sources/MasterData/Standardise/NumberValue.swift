extension Standardisation {
    /// An integer or decimal, from a JSON number or from text.
    mutating func number(_ value: JSONValue, as type: AttributeType) -> JSONValue? {
        decimalText(value, integer: type == .integer).map { .number($0) }
    }

    mutating func decimalText(_ value: JSONValue, integer: Bool = false) -> String? {
        let raw: String
        switch value {
        case .null: return nil
        case .number(let literal): raw = literal
        case .string(let text):
            guard let folded = TextFold.fold(text) else { return nil }
            raw = folded
        default:
            refuse("type", "must be a number, but is \(Self.name(of: value))")
            return nil
        }
        do {
            let text = try DecimalText.canonical(raw)
            guard !integer || !text.utf8.contains(UInt8(ascii: ".")) else {
                warn("integer", "must be a whole number; send it without a fraction")
                return nil
            }
            // Dynamics 365 Finance has no nulls: a number that is not there is 0.
            return platform.kind == .finance && text == "0" ? nil : text
        } catch {
            warn(error)
            return nil
        }
    }

    /// A boolean, from JSON or from the spellings of platforms' exports.
    mutating func boolean(_ value: JSONValue) -> JSONValue? {
        switch value {
        case .bool: return value
        case .number("1"): return true
        case .number("0"): return false
        case .string(let text):
            guard let folded = TextFold.fold(text) else { return nil }
            switch folded.lowercased() {
            case "true", "t", "yes", "y", "1", "x": return true
            case "false", "f", "no", "n", "0": return false
            default:
                warn("boolean", "not a boolean; send true or false")
                return nil
            }
        default:
            refuse("type", "must be a boolean, but is \(Self.name(of: value))")
            return nil
        }
    }
}
