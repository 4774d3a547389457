extension Standardisation {
    /// An address; text alone is a street. Several lines of a street become `street` and `street2`. The country is standardised; an address
    /// without one is in the platform's default country, if policy gives it one. Nothing is moved between fields: a whole address
    /// inside `street` stays there.
    mutating func address(_ value: JSONValue) -> JSONValue? {
        let object: JSONObject
        if case .string(let street) = value {
            object = ["street": .string(street)]
        } else if let given = objectOrNothing(value) {
            object = given
        } else {
            return nil
        }
        var fields = JSONObject()
        var countryGiven = false
        // Canonical names first, so that an alias never takes the place of the field itself.
        for alias in [false, true] {
            for member in object.members {
                let name = Self.addressAliases[member.key]
                guard alias == (name != nil) else { continue }
                path.append(.name(member.key))
                addressField(name ?? member.key, member, &fields, &countryGiven)
                path.removeLast()
            }
        }
        guard !fields.isEmpty else { return nil }
        if !countryGiven, let country = platform.defaultCountry { fields["country"] = .string(country) }
        return .object(fields)
    }

    private mutating func addressField(_ name: String, _ member: JSONObject.Member, _ fields: inout JSONObject, _ countryGiven: inout Bool) {
        switch name {
        case "street":
            guard let lines = streetLines(member.value), let first = lines.first else { return }
            guard set(first, as: "street", in: &fields) else { return }
            guard lines.count > 1 else { return }
            let rest = lines.dropFirst().joined(separator: ", ")
            if let second = fields["street2"]?.text {
                if second != rest { fields["street2"] = .string(rest + ", " + second) }
            } else {
                fields["street2"] = .string(rest)
            }
        case "street2":
            guard let lines = streetLines(member.value), !lines.isEmpty else { return }
            let second = lines.joined(separator: ", ")
            if let rest = fields["street2"]?.text, rest != second {
                fields["street2"] = .string(rest + ", " + second)
            } else {
                fields["street2"] = .string(second)
            }
        case "country":
            if case .string(let text) = member.value, TextFold.fold(text) == nil { return }
            countryGiven = member.value != .null
            guard let code = standardise(member.value, as: .country)?.text else { return }
            set(code, as: name, in: &fields)
        case "postcode":
            guard let text = shortText(member.value) else { return }
            set(text.uppercased(), as: name, in: &fields)
        case "city", "houseNumber", "region":
            guard let text = shortText(member.value) else { return }
            set(text, as: name, in: &fields)
        default:
            path.removeLast()
            refuseUnknown(member.key, among: Self.addressFields, of: "an address")
            path.append(.name(member.key))
        }
    }

    @discardableResult
    private mutating func set(_ text: String, as name: String, in fields: inout JSONObject) -> Bool {
        if let present = fields[name]?.text {
            if present != text { warn("duplicate-attribute", "says something else than `\(name)`, which was taken; send one of them") }
            return false
        }
        fields[name] = .string(text)
        return true
    }

    private mutating func streetLines(_ value: JSONValue) -> [String]? {
        guard case .string(let text) = value, text.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) else {
            return shortText(value).map { [$0] }
        }
        guard text.unicodeScalars.count <= limits.textLength else {
            refuse("too-long", "longer than the \(limits.textLength) characters a text may have; shorten it")
            return nil
        }
        return text.split { $0.isNewline }.compactMap { TextFold.fold(String($0)) }
    }

    static let addressFields = ["city", "country", "houseNumber", "postcode", "region", "street", "street2"]

    /// Names that platforms give the fields.
    static let addressAliases = [
        "postalCode": "postcode", "postal_code": "postcode", "zip": "postcode", "zipCode": "postcode", "zip_code": "postcode", "postCode": "postcode",
        "state": "region", "province": "region", "stateProvince": "region",
        "line1": "street", "address1": "street", "addressLine1": "street", "street1": "street",
        "line2": "street2", "address2": "street2", "addressLine2": "street2",
        "town": "city", "locality": "city", "countryCode": "country", "country_code": "country",
    ]
}
