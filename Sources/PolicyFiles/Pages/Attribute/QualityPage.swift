internal import MasterData

/// `quality:` rules that a value must meet to be taken.
struct QualityPage {
    let attribute: String
    let type: AttributeType?
    let shape: EntityShape
    let lists: [String: ReferenceList?]

    func read(_ outer: inout BlockReader, findings: inout Findings) -> [QualityRule] {
        guard let node = outer.take("quality", findings: &findings),
            var block = BlockReader(node, subject: "`quality` of \(outer.subject)", findings: &findings)
        else { return [] }
        let rules =
            lengths(&block, findings: &findings) + values(&block, findings: &findings) + bounds(&block, findings: &findings)
            + order(&block, findings: &findings)
        block.finish(findings: &findings)
        return rules
    }

    private func lengths(_ block: inout BlockReader, findings: inout Findings) -> [QualityRule] {
        suits(["minimumLength", "maximumLength"], type?.isTextual ?? true, "texts", block, &findings)
        let shortest = block.take("minimumLength", findings: &findings)?.integer("minimumLength", in: 0...1_048_576, findings: &findings)
        let longest = block.take("maximumLength", findings: &findings)?.integer("maximumLength", in: 1...1_048_576, findings: &findings)
        if let shortest, let longest, shortest > longest {
            findings.error(
                "`minimumLength` is `\(shortest)`, above `maximumLength` \(longest)", line: block.line(of: "minimumLength"),
                hint: "no text can meet both")
        }
        return [longest.map { .maximumLength($0) }, shortest.map { .minimumLength($0) }].compactMap(\.self)
    }

    private func values(_ block: inout BlockReader, findings: inout Findings) -> [QualityRule] {
        suits(
            ["oneOf"], type.map { $0.isTextual || $0 == .country || $0 == .currency || $0 == .integer } ?? true, "texts and codes", block, &findings)
        guard let values = block.take("oneOf", findings: &findings)?.texts("oneOf", findings: &findings) else { return [] }
        if case .code(let reference?)? = type, let list = lists[reference] ?? nil {
            for value in values where list.codes[value.text] == nil {
                findings.error(
                    "`\(value.text)` is no code of `\(reference)`", line: value.line, hint: Spelling.hint(for: value.text, among: list.codes.keys))
            }
        }
        return [.oneOf(values.map(\.text))]
    }

    private func bounds(_ block: inout BlockReader, findings: inout Findings) -> [QualityRule] {
        suits(["atLeast", "atMost"], type?.isNumeric ?? true, "numbers", block, &findings)
        let least = block.take("atLeast", findings: &findings).flatMap { decimal($0, "atLeast", findings: &findings) }
        let most = block.take("atMost", findings: &findings).flatMap { decimal($0, "atMost", findings: &findings) }
        if let least, let most, DecimalText.compare(least, most) > 0 {
            findings.error("`atLeast` is `\(least)`, above `atMost` \(most)", line: block.line(of: "atLeast"), hint: "no number can meet both")
        }
        return [least.map { .atLeast($0) }, most.map { .atMost($0) }].compactMap(\.self)
    }

    private func order(_ block: inout BlockReader, findings: inout Findings) -> [QualityRule] {
        suits(["notBefore"], type?.isMoment ?? true, "dates", block, &findings)
        guard let node = block.take("notBefore", findings: &findings), let other = node.text("notBefore", findings: &findings) else { return [] }
        if other == attribute {
            findings.error("`\(attribute)` is compared with itself", line: node.line, hint: "name another date")
            return []
        }
        switch shape.lookup(other) {
        case .unknown(let part, let known):
            if findings.isComplete {
                findings.error(
                    "`notBefore` names `\(part)`, which is no attribute here", line: node.line, hint: Spelling.hint(for: part, among: known))
            }
            return []
        case .type(let type) where !type.isMoment:
            findings.error("`notBefore` names `\(other)`, which is no date", line: node.line, hint: "name an attribute of type `date` or `timestamp`")
            return []
        case .list:
            findings.error("`notBefore` names the list `\(other)`", line: node.line, hint: "name an attribute of type `date` or `timestamp`")
            return []
        case .type, .unreadable:
            return [.notBefore(attribute: other)]
        }
    }

    /// Canonical decimal text.
    private func decimal(_ node: PolicyNode, _ name: String, findings: inout Findings) -> String? {
        guard let text = node.text(name, findings: &findings) else { return nil }
        guard let canonical = try? DecimalText.canonical(text) else {
            findings.error("`\(name)` is `\(text)`, not a number", line: node.line, hint: "write digits, as in `0` or `12.50`")
            return nil
        }
        return canonical
    }

    private func suits(_ keys: [String], _ isSuited: Bool, _ what: String, _ block: BlockReader, _ findings: inout Findings) {
        for key in keys where !isSuited && block.has(key) {
            findings.error("`\(key)` is for \(what)", line: block.line(of: key), hint: "remove it from `\(attribute)`")
        }
    }
}
