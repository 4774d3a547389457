extension Standardisation {
    /// A tax registration `{type, number, country?}` from an object or from the number alone.
    mutating func taxId(_ value: JSONValue) -> JSONValue? {
        var number: String?
        var type: String?
        var country: String?
        switch value {
        case .string, .number: number = shortText(value)
        default:
            guard let object = objectOrNothing(value) else { return nil }
            for member in object.members {
                path.append(.name(member.key))
                switch member.key {
                // Stripe calls the number `value`.
                case "number", "value": number = shortText(member.value) ?? number
                case "type": type = shortText(member.value)
                case "country": country = standardise(member.value, as: .country)?.text
                default:
                    path.removeLast()
                    refuseUnknown(member.key, among: ["country", "number", "type"], of: "a tax id")
                    path.append(.name(member.key))
                }
                path.removeLast()
            }
        }
        guard let number else {
            if type != nil { warn("incomplete", "a tax id without its number; send both") }
            return nil
        }
        // A number that says it is a VAT number and nothing of its country is of the record's country.
        let fallback = type == nil || country != nil ? nil : phoneCountry()
        do {
            let registration = try TaxRegistration.standardise(number: number, type: type, country: country, recordCountry: fallback)
            var fields: JSONObject = ["number": .string(registration.number), "type": .string(registration.type)]
            if let country = registration.country { fields["country"] = .string(country) }
            return .object(fields)
        } catch {
            warn(error)
            return nil
        }
    }

    /// `{platform, nativeId}`, also written `platform:nativeId`. The id is normalised in the ways of the platform that gave it.
    mutating func platformId(_ value: JSONValue) -> JSONValue? {
        var name: String?
        var raw: String?
        if case .string(let text) = value {
            guard TextFold.fold(text) != nil else { return nil }
            guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else {
                warn("incomplete", "an id without its platform; send `platform:id` or {platform, nativeId}")
                return nil
            }
            name = TextFold.fold(String(text[..<colon]))
            raw = String(text[text.utf8.index(after: colon)...])
        } else {
            guard let object = objectOrNothing(value) else { return nil }
            for member in object.members where member.key != "platform" && member.key != "nativeId" {
                refuseUnknown(member.key, among: ["nativeId", "platform"], of: "a platform id")
            }
            name = object["platform"].flatMap { shortText($0) }
            switch object["nativeId"] {
            case .string(let text)?: raw = text.isEmpty ? nil : text
            case .number(let literal)?: raw = literal
            case nil, .null?: raw = nil
            case let other?:
                refuse("type", "`nativeId` must be a string, but is \(Self.name(of: other))")
                return nil
            }
        }
        if name == nil, raw == nil { return nil }
        guard let name, let raw else {
            warn("incomplete", "a platform id needs both `platform` and `nativeId`; send both")
            return nil
        }
        guard let kind = name == platform.name ? platform.kind : platforms[name]?.kind ?? (platforms.isEmpty ? .other : nil) else {
            let hint = NearestName.suggestion(for: name, among: platforms.keys.sorted()).map { "; did you mean `\($0)`?" } ?? "; add it to policies/platforms"
            warn("unknown-platform", "names a platform that policy does not know" + hint)
            return nil
        }
        do {
            let id = try NativeId.standardise(raw, entity: policy.entity, kind: kind)
            return .object(["nativeId": .string(id), "platform": .string(name)])
        } catch {
            warn(error)
            return nil
        }
    }
}
