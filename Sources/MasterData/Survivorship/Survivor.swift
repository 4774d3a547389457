/// The value that survived for one attribute.
struct Survivor {
    var value: JSONValue
    var rule: String
    var owner: String?
    var records: [Int64]
}

/// One record's word on one attribute.
struct Candidate {
    let record: SourceRecord
    let value: JSONValue
}

extension AttributePolicy {
    /// Chooses among the records' values. `records` are in content order, so that "the first" never depends on arrival.
    func survivor(among records: [SourceRecord], owner: String?) -> Survivor? {
        var candidates: [Candidate] = []
        for record in records {
            if let value = record.attributes[name] { candidates.append(Candidate(record: record, value: value)) }
        }
        if candidates.isEmpty { return nil }
        if ownership == nil { return choose(candidates, rule: nil, owner: nil) }
        if let owner {
            let owners = candidates.filter { $0.record.key.platform == owner }
            if !owners.isEmpty { return choose(owners, rule: "owner", owner: owner) }
        }
        let others = candidates.filter { otherwise.contains($0.record.key.platform) }
        if others.isEmpty { return nil }
        if case .owner = survivorship.strategy, !isList {
            for platform in otherwise {
                let speaking = others.filter { $0.record.key.platform == platform }
                if !speaking.isEmpty { return choose(speaking, rule: "otherwise", owner: owner) }
            }
        }
        return choose(others, rule: "otherwise", owner: owner)
    }

    /// Applies the strategy; `rule` overrides the strategy's name where ownership narrowed the choice.
    private func choose(_ candidates: [Candidate], rule: String?, owner: String?) -> Survivor {
        let strategy = survivorship.strategy
        if isList, strategy == .owner || strategy == .union {
            return union(candidates, rule: rule ?? "union", owner: owner)
        }
        let best = strategy.best(of: candidates, rank: survivorship.rank)
        // Everybody who says the same stands behind the value.
        let records = candidates.filter { $0.value == best.value }.map(\.record.recordId)
        return Survivor(value: best.value, rule: rule ?? strategy.name, owner: owner, records: records)
    }

    private var isList: Bool { if case .list = type { true } else { false } }

    /// All elements of all lists, each once; of elements with one key the most recently updated record's stands.
    private func union(_ candidates: [Candidate], rule: String, owner: String?) -> Survivor {
        let keys: [String]
        if case .list(of: .group(let fields)) = type { keys = fields.filter(\.key).map(\.name) } else { keys = [] }
        var elements: [JSONValue: (value: JSONValue, order: String)] = [:]
        for candidate in Survivorship.Strategy.mostRecent.ordered(candidates, rank: survivorship.rank).reversed() {
            for element in candidate.value.elements ?? [candidate.value] {
                let key = Self.key(of: element, fields: keys)
                elements[key] = (element, key.jsonText)
            }
        }
        let sorted = elements.values.sorted { $0.order.utf8.lexicographicallyPrecedes($1.order.utf8) }.map(\.value)
        return Survivor(value: .array(sorted), rule: rule, owner: owner, records: candidates.map(\.record.recordId))
    }

    private static func key(of element: JSONValue, fields: [String]) -> JSONValue {
        guard !fields.isEmpty, let members = element.members else { return element }
        let values = fields.map { members[$0] ?? .null }
        return values.allSatisfy { $0 == .null } ? element : .array(values)
    }
}
