internal import MasterData

/// An entry of `when`: `status: active`, `billTo.country: [DE, AT]`.
struct ConditionPage {
    let shape: EntityShape
    let lists: [String: ReferenceList?]

    func read(_ entry: PolicyNode.Entry, findings: inout Findings) -> Ownership.Condition? {
        let values = entry.value.isEmpty ? nil : entry.value.texts(entry.key, findings: &findings)
        if entry.value.isEmpty {
            findings.error("the condition on `\(entry.key)` has no value", line: entry.line, hint: "write `\(entry.key): active`, or what it must be")
        }
        switch shape.lookup(entry.key) {
        case .unknown(let part, let known):
            // The attribute may be in a part of the file that could not be read.
            if findings.isComplete || entry.key.contains(".") {
                findings.error(
                    "the condition names `\(part)`, which is no attribute here", line: entry.line, hint: Spelling.hint(for: part, among: known))
            }
            return nil
        case .list:
            findings.error("the condition reads the list `\(entry.key)`", line: entry.line, hint: "conditions read attributes with one value")
            return nil
        case .type(let type):
            for value in values ?? [] { check(value.text, of: type, name: entry.key, line: value.line, findings: &findings) }
        case .unreadable: break
        }
        return values.map { Ownership.Condition(attribute: entry.key, values: $0.map(\.text)) }
    }

    private func check(_ value: String, of type: AttributeType, name: String, line: Int, findings: inout Findings) {
        switch type {
        case .group, .address, .money, .quantity, .taxId, .platformId:
            findings.error(
                "the condition compares the structure `\(name)` with `\(value)`", line: line,
                hint: "name one of its fields, as in `\(name).\(type.fields.first?.name ?? "…")`")
        case .boolean where value != "true" && value != "false":
            findings.error("`\(name)` is never `\(value)`", line: line, hint: "use `true` or `false`")
        case .code(let reference?):
            if let list = lists[reference] ?? nil, list.codes[value] == nil {
                findings.error("`\(value)` is no code of `\(reference)`", line: line, hint: Spelling.hint(for: value, among: list.codes.keys))
            }
        default: break
        }
    }
}
