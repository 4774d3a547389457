internal import MasterData

/// A field of a group: `name: text`, or a block `{type: code, reference: roles, required: true, key: true}`.
enum FieldPage {
    static func read(_ entry: PolicyNode.Entry, lists: [String: ReferenceList?], depth: Int, findings: inout Findings) -> AttributeType.Field? {
        guard Names.isAttribute(entry.key) else {
            findings.error(
                "`\(entry.key)` is no name for a field", line: entry.line, hint: "use letters and digits, a small letter first, as in `unitPrice`")
            return nil
        }
        var node = entry.value
        if case .scalar = node.content, !node.isEmpty {
            node.content = .mapping([PolicyNode.Entry(key: "type", line: node.line, value: entry.value)])
        }
        guard var block = BlockReader(node, subject: "field `\(entry.key)`", findings: &findings) else { return nil }
        let type = TypePage.read(&block, lists: lists, depth: depth, findings: &findings)
        let required = block.take("required", findings: &findings)?.boolean("required", findings: &findings) ?? false
        let key = block.take("key", findings: &findings)?.boolean("key", findings: &findings) ?? false
        _ = block.take("description", findings: &findings)?.text("description", findings: &findings)
        block.finish(findings: &findings)
        return type.map { AttributeType.Field(name: entry.key, type: $0, required: required, key: key) }
    }
}
