import Foundation

@testable import PolicyFiles

/// As much of JSON Schema as the policies' schemas use, over a tree of nodes; scalars are texts, so numbers and truth values are told by their spelling.
struct SchemaCheck {
    let root: [String: Any]

    func mistakes(_ node: PolicyNode, against schema: [String: Any]) -> [String] {
        var found: [String] = []
        if let name = (schema["$ref"] as? String)?.split(separator: "/").last {
            let target = ((root["$defs"] as? [String: Any])?[String(name)] as? [String: Any]) ?? ["enum": ["no such definition: \(name)"]]
            found += mistakes(node, against: target)
        }
        if let choices = schema["oneOf"] as? [[String: Any]], !choices.contains(where: { mistakes(node, against: $0).isEmpty }) {
            found.append("\(node.line): fits none of \(choices.count) choices")
        }
        if let types = schema["type"] as? [String] ?? (schema["type"] as? String).map({ [$0] }), !types.contains(where: { fits(node, $0) }) {
            return found + ["\(node.line): not \(types.joined(separator: " or "))"]
        }
        switch node.content {
        case .scalar(let text, _):
            if let words = schema["enum"] as? [String], !words.contains(text) { found.append("\(node.line): `\(text)` is none of the words") }
            if let pattern = schema["pattern"] as? String, text.range(of: pattern, options: .regularExpression) == nil {
                found.append("\(node.line): `\(text)` does not match \(pattern)")
            }
        case .list(let items):
            if schema["enum"] != nil { found.append("\(node.line): a list") }
            if let element = schema["items"] as? [String: Any] { found += items.flatMap { mistakes($0, against: element) } }
        case .mapping(let entries):
            if schema["enum"] != nil { found.append("\(node.line): a block") }
            found += mistakes(entries, line: node.line, against: schema)
        }
        return found
    }

    private func mistakes(_ entries: [PolicyNode.Entry], line: Int, against schema: [String: Any]) -> [String] {
        var found: [String] = []
        let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
        // A key that is missing and one that is unknown are mostly one mistake, a misspelling: the unknown one says it.
        let unknown = schema["additionalProperties"] as? Bool == false ? entries.filter { properties[$0.key] == nil } : []
        found += unknown.map { "\($0.line): unknown key `\($0.key)`" }
        for key in schema["required"] as? [String] ?? [] where unknown.isEmpty && !entries.contains(where: { $0.key == key }) {
            found.append("\(line): no `\(key)`")
        }
        for entry in entries {
            if let names = schema["propertyNames"] as? [String: Any] {
                found += mistakes(PolicyNode(content: .scalar(entry.key, isPlain: true), line: entry.line), against: names)
            }
            if let property = properties[entry.key] ?? schema["additionalProperties"] as? [String: Any] {
                found += mistakes(entry.value, against: property)
            }
        }
        return found
    }

    private func fits(_ node: PolicyNode, _ type: String) -> Bool {
        switch (node.content, type) {
        case (.mapping, "object"), (.list, "array"), (.scalar, "string"): true
        case (.scalar(let text, _), "boolean"): text == "true" || text == "false"
        case (.scalar(let text, _), "integer"): Int(text) != nil
        case (.scalar(let text, _), "number"): Decimal(string: text) != nil
        case (.scalar, "null"): node.isEmpty
        default: false
        }
    }
}
