internal import MasterData

/// `survive:` a strategy, or a block `{strategy, rank, trust}`.
struct SurvivePage {
    /// Nil when the type is mistaken: whether the strategy suits it is not checked.
    let type: AttributeType?
    let platforms: PlatformDirectory

    static let strategies = [
        "owner", "platformRank", "trust", "mostRecent", "oldest", "mostFrequent", "longest", "shortest", "minimum", "maximum", "mostComplete",
        "union",
    ]

    func read(_ outer: inout BlockReader, hasOwner: Bool, findings: inout Findings) -> Survivorship {
        // A list without owner is the one thing where the most recent value is rarely what is meant, yet it is never guessed.
        guard var node = outer.take("survive", findings: &findings) else { return .standard }
        if case .scalar = node.content { node.content = .mapping([PolicyNode.Entry(key: "strategy", line: node.line, value: node)]) }
        guard var block = BlockReader(node, subject: "`survive` of \(outer.subject)", findings: &findings) else { return .standard }
        block.missing("strategy", hint: "one of " + Self.strategies.map { "`\($0)`" }.joined(separator: ", "), findings: &findings)
        let rank = block.take("rank", findings: &findings).map { self.rank($0, findings: &findings) } ?? []
        let trust = block.take("trust", findings: &findings).map { self.trust($0, findings: &findings) }
        let name = block.take("strategy", findings: &findings)?.text("strategy", findings: &findings)
        let line = block.line(of: "strategy")
        block.finish(findings: &findings)
        guard let name else { return .standard }
        if trust != nil, name != "trust" {
            findings.error(
                "`trust` says nothing to the strategy `\(name)`", line: block.line(of: "trust"), hint: "write `strategy: trust`, or remove it")
        }
        guard let strategy = strategy(name, line: line, has: block, trust: trust ?? [:], hasOwner: hasOwner, findings: &findings) else {
            return .standard
        }
        return Survivorship(strategy, rank: rank)
    }

    private func strategy(
        _ name: String, line: Int, has block: BlockReader, trust: [String: Survivorship.Trust], hasOwner: Bool, findings: inout Findings
    ) -> Survivorship.Strategy? {
        func unsuited(_ suits: Bool, _ what: String) {
            if !suits, type != nil {
                findings.error("the strategy `\(name)` is for \(what)", line: line, hint: "use `mostRecent`, or another that fits the type")
            }
        }
        switch name {
        case "owner":
            if !hasOwner, findings.isComplete {
                findings.error("the strategy `owner` needs an `owner`", line: line, hint: "add `owner:`, or use `mostRecent`")
            }
            return .owner
        case "platformRank":
            if !block.has("rank") {
                findings.error("the strategy `platformRank` needs a `rank`", line: line, hint: "add `rank: [erp, billing, crm]`, the best first")
            }
            return .platformRank
        case "trust":
            if !block.has("trust") {
                findings.error("the strategy `trust` needs `trust`", line: line, hint: "add `trust: { sap: { score: 90, halfLifeDays: 365 } }`")
            }
            return .trust(trust)
        case "mostRecent": return .mostRecent
        case "oldest": return .oldest
        case "mostFrequent": return .mostFrequent
        case "longest", "shortest":
            unsuited(type?.isTextual ?? true, "texts")
            return name == "longest" ? .longest : .shortest
        case "minimum", "maximum":
            unsuited(type?.isOrdered ?? true, "numbers and dates")
            return name == "minimum" ? .minimum : .maximum
        case "mostComplete":
            unsuited(type.map { !$0.fields.isEmpty } ?? true, "groups and addresses")
            return .mostComplete
        case "union":
            if case .list? = type {} else { unsuited(false, "lists") }
            return .union
        default:
            findings.error("unknown strategy `\(name)`", line: line, hint: Spelling.hint(for: name, among: Self.strategies))
            return nil
        }
    }

    private func rank(_ node: PolicyNode, findings: inout Findings) -> [String] {
        var rank: [String] = []
        for name in node.texts("rank", findings: &findings) ?? [] {
            for platform in platforms.expand(name.text, line: name.line, findings: &findings) ?? [] where !rank.contains(platform) {
                rank.append(platform)
            }
        }
        return rank
    }

    /// A platform named itself comes before its role.
    private func trust(_ node: PolicyNode, findings: inout Findings) -> [String: Survivorship.Trust] {
        guard let block = BlockReader(node, subject: "`trust`", findings: &findings) else { return [:] }
        var byRole: [String: Survivorship.Trust] = [:]
        var byPlatform: [String: Survivorship.Trust] = [:]
        for entry in block.all() {
            let names = platforms.expand(entry.key, line: entry.line, findings: &findings)
            guard let trust = trust(entry, findings: &findings) else { continue }
            for name in names ?? [] {
                if name == entry.key { byPlatform[name] = trust } else { byRole[name] = byRole[name] ?? trust }
            }
        }
        return byRole.merging(byPlatform) { _, own in own }
    }

    private func trust(_ entry: PolicyNode.Entry, findings: inout Findings) -> Survivorship.Trust? {
        if case .scalar = entry.value.content, !entry.value.isEmpty {
            return entry.value.integer("score", in: 0...100, findings: &findings).map { Survivorship.Trust(score: $0) }
        }
        guard var block = BlockReader(entry.value, subject: "`trust` of `\(entry.key)`", findings: &findings) else { return nil }
        block.missing("score", hint: "add `score:` from 0 to 100", findings: &findings)
        let score = block.take("score", findings: &findings)?.integer("score", in: 0...100, findings: &findings)
        // A century: longer than that is `never`, which is said by leaving it out.
        let halfLife = block.take("halfLifeDays", findings: &findings)?.integer("halfLifeDays", in: 1...36_500, findings: &findings)
        block.finish(findings: &findings)
        return score.map { Survivorship.Trust(score: $0, halfLifeDays: halfLife) }
    }
}

extension AttributeType {
    /// Has a length in characters.
    var isTextual: Bool {
        switch self {
        case .text, .organisationName, .personName, .code, .email, .phone, .url, .language: true
        default: false
        }
    }

    /// Has a smaller and a greater.
    var isOrdered: Bool {
        switch self {
        case .integer, .decimal, .date, .timestamp, .money, .quantity: true
        default: false
        }
    }

    var isNumeric: Bool {
        switch self {
        case .integer, .decimal, .money, .quantity: true
        default: false
        }
    }

    var isMoment: Bool { self == .date || self == .timestamp }
}
