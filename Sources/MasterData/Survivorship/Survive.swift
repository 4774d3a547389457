/// What a golden record holds: its values, and where each came from.
package struct GoldenContent: Sendable, Equatable {
    package var attributes: JSONObject
    /// In the order of `attributes`.
    package var lineage: [Lineage]

    package init(attributes: JSONObject = JSONObject(), lineage: [Lineage] = []) {
        self.attributes = attributes
        self.lineage = lineage
    }

    package subscript(lineage attribute: String) -> Lineage? {
        for index in lineage.indices where lineage[index].attribute == attribute { return lineage[index] }
        return nil
    }
}

/// Why a golden attribute has its value.
package struct Lineage: Sendable, Hashable {
    package var attribute: String
    /// The rule that chose: `owner`, `otherwise`, or the name of a survivorship strategy.
    package var rule: String
    /// The owner at the time; nil where nobody owns the attribute.
    package var owner: String?
    /// The source records whose value it is, in content order.
    package var records: [Int64]

    package init(attribute: String, rule: String, owner: String?, records: [Int64]) {
        self.attribute = attribute
        self.rule = rule
        self.owner = owner
        self.records = records
    }
}

extension EntityPolicy {
    /// Chooses the golden values of one cluster: a pure function of the records' contents, the policy and the day (I1, I2).
    ///
    /// Active records speak; where none is left, the retired ones do, so that a retired golden record keeps its last values.
    /// The records may come in any order.
    package func survive(_ records: [SourceRecord], on date: String) -> GoldenContent {
        let speaking = records.contains { $0.status == .active } ? records.filter { $0.status == .active } : records
        let ordered = speaking.sorted { $0.key < $1.key }
        var survival = Survival(policy: self, records: ordered, date: date)
        return survival.content()
    }
}

/// One run of survivorship: resolves attributes in the order their ownership conditions ask for.
private struct Survival {
    let policy: EntityPolicy
    let records: [SourceRecord]
    let date: String
    var survivors: [Survivor?]
    var state: [State]

    enum State { case open, underWay, done }

    init(policy: EntityPolicy, records: [SourceRecord], date: String) {
        self.policy = policy
        self.records = records
        self.date = date
        survivors = Array(repeating: nil, count: policy.attributes.count)
        state = Array(repeating: .open, count: policy.attributes.count)
    }

    mutating func content() -> GoldenContent {
        var members: [JSONObject.Member] = []
        var lineage: [Lineage] = []
        for index in policy.attributes.indices {
            resolve(index)
            guard let survivor = survivors[index] else { continue }
            let attribute = policy.attributes[index].name
            members.append(JSONObject.Member(key: attribute, value: survivor.value))
            lineage.append(Lineage(attribute: attribute, rule: survivor.rule, owner: survivor.owner, records: survivor.records))
        }
        return GoldenContent(attributes: JSONObject(members), lineage: lineage)
    }

    private mutating func resolve(_ index: Int) {
        guard state[index] == .open else { return }
        state[index] = .underWay
        let attribute = policy.attributes[index]
        if let ownership = attribute.ownership {
            for name in ownership.conditionAttributes {
                // A cycle of conditions is refused when policies are read; here it counts as "condition does not hold".
                if let condition = policy.index(of: name) { resolve(condition) }
            }
        }
        let owner = attribute.ownership?.systemOfRecord(on: date, value: value(at:))
        survivors[index] = attribute.survivor(among: records, owner: owner)
        state[index] = .done
    }

    /// The golden value at a path, as text, of an attribute that is already resolved.
    private func value(at path: String) -> String? {
        let steps = path.split(separator: ".")
        guard let first = steps.first, let index = policy.index(of: String(first)), state[index] == .done,
            var value = survivors[index]?.value
        else { return nil }
        for step in steps.dropFirst() {
            guard let next = value.members?[String(step)] else { return nil }
            value = next
        }
        switch value {
        case .string(let text), .number(let text): return text
        case .bool(let flag): return flag ? "true" : "false"
        case .null, .array, .object: return nil
        }
    }
}
