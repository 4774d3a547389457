/// What a look for a country came to; apart from nil, which means nobody looked yet.
enum FoundCountry {
    case one(String)
    case none
}

extension Standardisation {
    /// The country that a record's national phone numbers and tax numbers belong to: that of its addresses and country attributes where
    /// all agree, else the platform's default. Addresses in two countries give no country, as one of them would be a guess.
    mutating func phoneCountry() -> String? {
        if let recordCountry {
            if case .one(let code) = recordCountry { return code }
            return nil
        }
        var found = Set<String>()
        for attribute in policy.attributes {
            guard let value = input[attribute.name] else { continue }
            switch attribute.type {
            case .address: if let code = Self.country(ofAddress: value) { found.insert(code) }
            case .country: if let code = Self.countryCode(value) { found.insert(code) }
            default: break
            }
        }
        let country: String? = switch found.count {
        case 0: platform.defaultCountry
        case 1: found.first
        default: nil
        }
        recordCountry = country.map(FoundCountry.one) ?? FoundCountry.none
        return country
    }

    /// The country that a group says of itself.
    func country(ofGroup object: JSONObject, _ fields: [AttributeType.Field]) -> String? {
        for field in fields {
            switch field.type {
            case .address: if let code = object[field.name].flatMap(Self.country(ofAddress:)) { return code }
            case .country: if let code = object[field.name].flatMap(Self.countryCode) { return code }
            default: break
            }
        }
        return nil
    }

    private static func country(ofAddress value: JSONValue) -> String? {
        guard case .object(let fields) = value else { return nil }
        for name in ["country", "countryCode", "country_code"] {
            if let code = fields[name].flatMap(countryCode) { return code }
        }
        return nil
    }

    private static func countryCode(_ value: JSONValue) -> String? {
        let raw: String
        switch value {
        case .string(let text), .number(let text): raw = text
        default: return nil
        }
        return TextFold.fold(raw).flatMap { try? Country.code(of: $0) }
    }
}
