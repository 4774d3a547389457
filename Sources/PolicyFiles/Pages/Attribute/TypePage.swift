internal import MasterData

/// `type:` of an attribute or a field, with the keys that only some types have: `of`, `fields`, `reference`, `to`.
enum TypePage {
    /// Structures in structures: contacts in a group in a group is the most that anybody can read.
    static let maximumDepth = 4

    static let simple: [String: AttributeType] = [
        "text": .text, "organisationName": .organisationName, "personName": .personName, "country": .country, "currency": .currency,
        "language": .language, "email": .email, "phone": .phone, "url": .url, "date": .date, "timestamp": .timestamp, "integer": .integer,
        "decimal": .decimal, "boolean": .boolean, "money": .money, "quantity": .quantity, "address": .address, "taxId": .taxId, "duns": .duns,
        "lei": .lei, "gtin": .gtin, "platformId": .platformId,
    ]
    /// The types that need another key, and that key.
    static let parameter = ["list": "of", "group": "fields", "reference": "to", "code": "reference"]
    static let names = Array(simple.keys) + Array(parameter.keys)

    /// Nil, with a finding, when there is no type to be had.
    static func read(_ block: inout BlockReader, lists: [String: ReferenceList?], depth: Int = 0, findings: inout Findings) -> AttributeType? {
        block.missing("type", hint: "add `type: text`, or what it is", findings: &findings)
        let node = block.take("type", findings: &findings)
        guard let node, let name = node.text("type", findings: &findings) else {
            for key in parameter.values { _ = block.take(key, findings: &findings) }
            return nil
        }
        let type = read(name, line: node.line, block: &block, lists: lists, depth: depth, findings: &findings)
        refuseForeignKeys(name, block: &block, findings: &findings)
        return type
    }

    private static func read(
        _ name: String, line: Int, block: inout BlockReader, lists: [String: ReferenceList?], depth: Int, findings: inout Findings
    ) -> AttributeType? {
        if let type = simple[name] { return type }
        guard depth < maximumDepth else {
            findings.error("\(block.subject) nests structures more than \(maximumDepth) deep", line: line, hint: "flatten it")
            for key in parameter.values { _ = block.take(key, findings: &findings) }
            return nil
        }
        switch name {
        case "code": return code(&block, lists: lists, findings: &findings)
        case "reference": return reference(&block, line: line, findings: &findings)
        case "group": return group(&block, line: line, lists: lists, depth: depth, findings: &findings)
        case "list": return list(&block, line: line, lists: lists, depth: depth, findings: &findings)
        default:
            findings.error("unknown type `\(name)` of \(block.subject)", line: line, hint: Spelling.hint(for: name, among: names))
            // Asked for, so that a mistaken type is one mistake and not two.
            for key in parameter.values { _ = block.take(key, findings: &findings) }
            return nil
        }
    }

    private static func code(_ block: inout BlockReader, lists: [String: ReferenceList?], findings: inout Findings) -> AttributeType? {
        guard let node = block.take("reference", findings: &findings) else { return .code(reference: nil) }
        guard let name = node.text("reference", findings: &findings) else { return nil }
        guard lists.keys.contains(name) else {
            findings.error(
                "no code list `\(name)`", line: node.line,
                hint: Spelling.hint(for: name, among: lists.keys, else: "write it in reference/\(name).yaml"))
            return nil
        }
        return .code(reference: name)
    }

    private static func reference(_ block: inout BlockReader, line: Int, findings: inout Findings) -> AttributeType? {
        guard let node = block.take("to", findings: &findings) else {
            if !block.has("to") { findings.error("\(block.subject) is a `reference` without `to`", line: line, hint: "add `to: customer`") }
            return nil
        }
        return node.choice("to", of: Entity.self, findings: &findings).map(AttributeType.reference(to:))
    }

    private static func group(_ block: inout BlockReader, line: Int, lists: [String: ReferenceList?], depth: Int, findings: inout Findings)
        -> AttributeType?
    {
        guard let node = block.take("fields", findings: &findings) else {
            if !block.has("fields") {
                findings.error(
                    "\(block.subject) is a `group` without `fields`", line: line, hint: "add `fields:` and a line for each, as in `name: text`")
            }
            return nil
        }
        guard let fields = BlockReader(node, subject: "`fields` of \(block.subject)", findings: &findings) else { return nil }
        if fields.all().isEmpty {
            findings.error("`fields` of \(block.subject) is empty", line: node.line, hint: "add a line for each field, as in `name: text`")
            return nil
        }
        return .group(fields.all().compactMap { FieldPage.read($0, lists: lists, depth: depth + 1, findings: &findings) })
    }

    /// `of` is a type, whose own keys stand beside it, or a block that says everything of the element.
    private static func list(_ block: inout BlockReader, line: Int, lists: [String: ReferenceList?], depth: Int, findings: inout Findings)
        -> AttributeType?
    {
        guard let node = block.take("of", findings: &findings) else {
            if !block.has("of") {
                findings.error("\(block.subject) is a `list` without `of`", line: line, hint: "add `of: text`, or what its elements are")
            }
            for key in ["fields", "reference", "to"] { _ = block.take(key, findings: &findings) }
            return nil
        }
        let element: AttributeType?
        if case .mapping = node.content, var inner = BlockReader(node, subject: "`of` of \(block.subject)", findings: &findings) {
            element = read(&inner, lists: lists, depth: depth + 1, findings: &findings)
            inner.finish(findings: &findings)
        } else if let name = node.text("of", findings: &findings) {
            element =
                name == "list" ? .list(of: .text) : read(name, line: node.line, block: &block, lists: lists, depth: depth + 1, findings: &findings)
        } else {
            element = nil
        }
        if case .list = element {
            findings.error("\(block.subject) is a list of lists", line: node.line, hint: "make the element a `group` that holds the inner list")
            return nil
        }
        return element.map { .list(of: $0) }
    }

    /// Asks for the keys of other types, so that they are reported as misplaced, not as unknown.
    private static func refuseForeignKeys(_ name: String, block: inout BlockReader, findings: inout Findings) {
        guard simple[name] != nil || name == "code" || name == "reference" || name == "group" else { return }
        for (type, key) in parameter.sorted(by: { $0.key < $1.key }) where type != name && block.has(key) {
            _ = block.take(key, findings: &findings)
            findings.error(
                "`\(key)` says nothing of the type `\(name)`", line: block.line(of: key),
                hint: "it belongs to `type: \(type)`; remove it or change the type")
        }
    }
}
