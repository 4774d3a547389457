package import MasterData

/// One line of `mdm policy show`: who owns an attribute on a day, and what becomes of everybody else's values.
package struct OwnershipRow: Sendable, Hashable, Codable {
    package var entity: Entity
    package var attribute: String
    /// As in `list of reference to product`.
    package var type: String
    /// The owner on the day asked for, with condition and period: `zuora when status is active, else salesforce (until 2027-01-01)`.
    package var owner: String?
    /// The owners of later periods, each with its days.
    package var later: [String]
    package var otherwise: [String]
    package var onConflict: String
    package var survivorship: String
    package var sensitivity: String
    package var required: Bool
}

/// All attributes of all entities, by entity and name, as they are owned on `date` (`YYYY-MM-DD`).
package func ownershipTable(_ policies: PolicySet, at date: String) -> [OwnershipRow] {
    policies.entities.values.sorted { $0.entity < $1.entity }.flatMap { entity in
        entity.attributes.map { attribute in
            let periods = attribute.ownership?.periods ?? []
            let inForce = periods.filter { ($0.from ?? "") <= date && ($0.until.map { date < $0 } ?? true) }
            return OwnershipRow(
                entity: entity.entity, attribute: attribute.name, type: attribute.type.readable,
                owner: inForce.isEmpty ? nil : inForce.map(\.readable).joined(separator: "; "),
                later: periods.filter { ($0.from ?? "") > date }.map(\.readable), otherwise: attribute.otherwise,
                onConflict: attribute.onConflict.rawValue,
                survivorship: attribute.survivorship.readable, sensitivity: attribute.sensitivity.rawValue, required: attribute.required)
        }
    }
}

extension Ownership.Period {
    var readable: String {
        var text = platform
        if !conditions.isEmpty {
            text += " when " + conditions.map { "\($0.attribute) is \($0.values.joined(separator: " or "))" }.joined(separator: " and ")
        }
        if let otherwise { text += ", else \(otherwise)" }
        switch (from, until) {
        case (nil, nil): return text
        case (let from?, nil): return text + " (from \(from))"
        case (nil, let until?): return text + " (until \(until))"
        case (let from?, let until?): return text + " (from \(from) until \(until))"
        }
    }
}

extension Survivorship {
    var readable: String {
        let name =
            switch strategy {
            case .owner: "owner"
            case .platformRank: "platform rank"
            case .trust(let trust):
                "trust: "
                    + trust.sorted { ($1.value.score, $0.key) < ($0.value.score, $1.key) }.map { entry in
                        "\(entry.key) \(entry.value.score)" + (entry.value.halfLifeDays.map { " halved every \($0) days" } ?? "")
                    }.joined(separator: ", ")
            case .mostRecent: "most recent"
            case .oldest: "oldest"
            case .mostFrequent: "most frequent"
            case .longest: "longest"
            case .shortest: "shortest"
            case .minimum: "minimum"
            case .maximum: "maximum"
            case .mostComplete: "most complete"
            case .union: "union"
            }
        return rank.isEmpty ? name : "\(name), rank \(rank.joined(separator: ", "))"
    }
}

extension AttributeType {
    /// As a page spells it, in one line.
    var readable: String {
        switch self {
        case .text: "text"
        case .organisationName: "organisationName"
        case .personName: "personName"
        case .code(nil): "code"
        case .code(let reference?): "code (\(reference))"
        case .country: "country"
        case .currency: "currency"
        case .language: "language"
        case .email: "email"
        case .phone: "phone"
        case .url: "url"
        case .date: "date"
        case .timestamp: "timestamp"
        case .integer: "integer"
        case .decimal: "decimal"
        case .boolean: "boolean"
        case .money: "money"
        case .quantity: "quantity"
        case .address: "address"
        case .taxId: "taxId"
        case .duns: "duns"
        case .lei: "lei"
        case .gtin: "gtin"
        case .list(let element): "list of \(element.readable)"
        case .group: "group"
        case .reference(let entity): "reference to \(entity.rawValue)"
        case .platformId: "platformId"
        }
    }
}
