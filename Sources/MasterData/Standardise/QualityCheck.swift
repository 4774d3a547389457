extension Standardisation {
    /// The value, if it meets the attribute's quality rules; of a list, the elements that do. What does not is a warning and left out.
    mutating func meetingQuality(_ value: JSONValue, _ attribute: AttributePolicy) -> JSONValue? {
        if attribute.quality.isEmpty { return value }
        guard case .array(let elements) = value else { return meets(value, attribute.quality) ? value : nil }
        var kept: [JSONValue] = []
        for (index, element) in elements.enumerated() {
            path.append(.index(index))
            if meets(element, attribute.quality) { kept.append(element) }
            path.removeLast()
        }
        return kept.isEmpty ? nil : .array(kept)
    }

    private mutating func meets(_ value: JSONValue, _ rules: [QualityRule]) -> Bool {
        for rule in rules {
            switch rule {
            case .maximumLength(let most):
                guard let text = value.text, text.unicodeScalars.count > most else { continue }
                warn("too-long", "longer than \(most) characters, which policy allows; shorten it")
                return false
            case .minimumLength(let least):
                guard let text = value.text, text.unicodeScalars.count < least else { continue }
                warn("too-short", "shorter than the \(least) characters that policy demands; complete it")
                return false
            case .oneOf(let allowed):
                guard let text = Self.comparable(value) ?? value.text, !allowed.contains(text) else { continue }
                warn("not-allowed", "none of the values that policy allows; see the attribute's `oneOf` there")
                return false
            case .atLeast(let bound):
                guard let number = Self.comparable(value), DecimalText.compare(number, bound) < 0 else { continue }
                warn("too-small", "less than \(bound), the least that policy allows; correct it")
                return false
            case .atMost(let bound):
                guard let number = Self.comparable(value), DecimalText.compare(number, bound) > 0 else { continue }
                warn("too-large", "more than \(bound), the most that policy allows; correct it")
                return false
            case .notBefore: continue
            }
        }
        return true
    }

    /// The number of a number, of money or of a quantity.
    private static func comparable(_ value: JSONValue) -> String? {
        switch value {
        case .number(let text): text
        case .object(let fields): (fields["amount"] ?? fields["value"]).flatMap(comparable)
        default: nil
        }
    }

    /// Leaves out dates that lie before the attribute they must not lie before. Canonical dates and moments order as their text does;
    /// of a date and a moment the days are compared.
    mutating func dropOutOfOrder(_ attributes: inout JSONObject) {
        let complete = attributes
        for attribute in policy.attributes {
            for case .notBefore(let other) in attribute.quality {
                guard let later = complete[attribute.name]?.text, let earlier = complete[other]?.text else { continue }
                let common = min(later.utf8.count, earlier.utf8.count)
                guard later.utf8.prefix(common).lexicographicallyPrecedes(earlier.utf8.prefix(common)) else { continue }
                path = [.name(attribute.name)]
                warn("out-of-order", "lies before `\(other)`; correct one of the two")
                path = []
                attributes[attribute.name] = nil
            }
        }
    }
}
