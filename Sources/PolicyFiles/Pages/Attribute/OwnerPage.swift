internal import MasterData

/// `owner`, `otherwise` and `onConflict`.
///
/// ```yaml
/// owner: sap                                              # a platform, or a role
/// owner: { when: { status: active }, platform: billing, else: crm }
/// owner:
///   - { platform: netsuite, until: 2027-01-01 }
///   - { platform: sap, from: 2027-01-01 }
/// ```
///
/// A role stands for the platforms that have it: the first by `order` is the owner, the others speak next, before all of `otherwise`.
/// Where no platform has the role, the first of `otherwise` is the owner.
struct OwnerPage {
    let attribute: String
    let shape: EntityShape
    let surroundings: EntityPage.Surroundings

    func read(_ block: inout BlockReader, into policy: inout AttributePolicy, findings: inout Findings) {
        let errors = findings.diagnostics.count
        let owner = block.take("owner", findings: &findings)
        let statements = owner.map { self.statements($0, findings: &findings) } ?? []
        let others = block.take("otherwise", findings: &findings).map { self.others($0, statements: statements, findings: &findings) } ?? []
        let onConflict = block.take("onConflict", findings: &findings)
        if let rule = onConflict?.choice("onConflict", of: ConflictRule.self, findings: &findings) { policy.onConflict = rule }
        guard block.has("owner") else {
            for key in ["otherwise", "onConflict"] where block.has(key) && findings.isComplete {
                findings.error(
                    "`\(key)` of \(block.subject) says nothing without an `owner`", line: block.line(of: key), hint: "add `owner:`, or remove it")
            }
            return
        }
        if let owner, findings.diagnostics.count == errors {
            OwnershipPeriods.check(statements, of: block.subject, line: owner.line, findings: &findings)
        }
        resolve(statements, others: others, into: &policy, findings: &findings)
    }

    // MARK: reading

    private func statements(_ node: PolicyNode, findings: inout Findings) -> [OwnerStatement] {
        switch node.content {
        case .scalar:
            guard let name = node.text("owner", findings: &findings), let owners = expand(name, line: node.line, findings: &findings) else {
                return []
            }
            return [OwnerStatement(name: name, owners: owners, line: node.line)]
        case .mapping:
            return statement(node, findings: &findings).map { [$0] } ?? []
        case .list(let items):
            if items.isEmpty { findings.error("`owner` is an empty list", line: node.line, hint: "name the owner, or remove the line") }
            let names = items.compactMap { item -> String? in
                if case .scalar(let name, _) = item.content { name } else { nil }
            }
            // `owner: [sap, zuora]` is a wish for something that does not exist.
            if items.count > 1, names.count == items.count {
                findings.error(
                    "`\(attribute)` has \(names.count) owners at once", line: node.line,
                    hint:
                        "an attribute has one owner: write `owner: \(names[0])` and `otherwise: [\(names.dropFirst().joined(separator: ", "))]`, or give each a period"
                )
                return []
            }
            return items.compactMap { item in
                if case .scalar = item.content { return statements(item, findings: &findings).first }
                return statement(item, findings: &findings)
            }
        }
    }

    private func statement(_ node: PolicyNode, findings: inout Findings) -> OwnerStatement? {
        guard var block = BlockReader(node, subject: "the owner of `\(attribute)`", findings: &findings) else { return nil }
        block.missing("platform", hint: "add `platform: …`", findings: &findings)
        var statement: OwnerStatement?
        if let node = block.take("platform", findings: &findings), let name = node.text("platform", findings: &findings),
            let owners = expand(name, line: node.line, findings: &findings)
        {
            statement = OwnerStatement(name: name, owners: owners, line: node.line)
        }
        let from = block.take("from", findings: &findings)?.date("from", findings: &findings)
        let until = block.take("until", findings: &findings)?.date("until", findings: &findings)
        if let from, let until, until <= from {
            findings.error(
                "the period of `\(attribute)` ends on `\(until)`, \(until == from ? "the day" : "before") it begins", line: block.line(of: "until"),
                hint: "`until` is the first day after the period")
        }
        let conditions = block.take("when", findings: &findings).map { self.conditions($0, findings: &findings) }
        let otherwise = block.take("else", findings: &findings)
        if let otherwise, !block.has("when") {
            findings.error("`else` of `\(attribute)` has no `when`", line: otherwise.line, hint: "add `when: { status: active }`, or remove it")
        }
        let elseName = otherwise?.text("else", findings: &findings)
        let elseOwners = elseName.flatMap { expand($0, line: otherwise?.line ?? block.line, findings: &findings) }
        block.finish(findings: &findings)
        statement?.from = from
        statement?.until = until
        statement?.conditions = conditions ?? []
        statement?.elseName = elseName
        statement?.elseOwners = elseOwners
        return statement
    }

    private func conditions(_ node: PolicyNode, findings: inout Findings) -> [Ownership.Condition] {
        guard let block = BlockReader(node, subject: "`when` of `\(attribute)`", findings: &findings) else { return [] }
        if block.all().isEmpty {
            findings.error("`when` of `\(attribute)` is empty", line: node.line, hint: "write `when: { status: active }`")
        }
        return block.all().compactMap { ConditionPage(shape: shape, lists: surroundings.lists).read($0, findings: &findings) }
    }

    /// Platforms after the owner; naming an owner that always is the owner again is a mistake.
    private func others(_ node: PolicyNode, statements: [OwnerStatement], findings: inout Findings) -> [String] {
        let always = statements.count == 1 && statements[0].conditions.isEmpty ? statements[0] : nil
        var platforms: [String] = []
        for other in node.texts("otherwise", findings: &findings) ?? [] {
            guard let names = surroundings.platforms.expand(other.text, line: other.line, findings: &findings) else { continue }
            if let always, other.text == always.name || names.count == 1 && always.owners.contains(names[0]) {
                let reason =
                    other.text == always.name
                    ? "is the owner of `\(attribute)`" : "already speaks for `\(attribute)` through the role `\(always.name)`"
                findings.error("`\(other.text)` \(reason)", line: other.line, hint: "remove it from `otherwise`")
                continue
            }
            for name in names where !platforms.contains(name) { platforms.append(name) }
        }
        return platforms
    }

    private func expand(_ name: String, line: Int, findings: inout Findings) -> [String]? {
        let owners = surroundings.platforms.expand(name, line: line, findings: &findings)
        if owners?.isEmpty == true { findings.noteEmptyRole(name, line: line) }
        return owners
    }

    // MARK: resolving

    private func resolve(_ statements: [OwnerStatement], others: [String], into policy: inout AttributePolicy, findings: inout Findings) {
        let fallback = others.first
        var periods: [Ownership.Period] = []
        var next: [String] = []
        for statement in statements {
            guard let owner = statement.owners.first ?? fallback else { continue }
            let elseOwner = statement.elseName == nil ? nil : statement.elseOwners?.first ?? fallback
            periods.append(
                Ownership.Period(
                    platform: owner, from: statement.from, until: statement.until, conditions: statement.conditions, otherwise: elseOwner))
            next += statement.owners.dropFirst() + (statement.elseOwners ?? []).dropFirst()
        }
        guard !periods.isEmpty else { return }
        policy.ownership = Ownership(periods: periods)
        let always = periods.count == 1 && periods[0].conditions.isEmpty ? periods[0].platform : nil
        for name in next + others where name != always && !policy.otherwise.contains(name) { policy.otherwise.append(name) }
    }
}
