import MasterData

extension EntityPolicy {
    /// What became of each reported attribute, now that the golden values are known (I4). A pure function.
    ///
    /// - Parameters:
    ///   - recordId: the record that reports; `platform`: whose it is.
    ///   - before: its standardised attributes until now; empty for a new record.
    ///   - content: what the golden record now holds.
    func verdicts(
        recordId: Int64, platform: String, before: JSONObject, after: JSONObject, issues: [ValueIssue], content: GoldenContent, date: String
    ) -> [AttributeVerdict] {
        var verdicts: [AttributeVerdict] = []
        for attribute in attributes {
            let old = before[attribute.name]
            let new = after[attribute.name]
            let issue = issues.first { Self.attribute(of: $0) == attribute.name }
            if old == nil && new == nil && issue == nil { continue }
            let lineage = content[lineage: attribute.name]
            let owner = lineage?.owner ?? attribute.ownership?.systemOfRecord(on: date) { content.text(at: $0) }
            func verdict(_ verdict: Verdict, _ rule: String, _ message: String? = nil) {
                verdicts.append(AttributeVerdict(attribute: attribute.name, verdict: verdict, owner: owner, rule: rule, message: message))
            }
            if let issue, new == nil {
                verdict(.rejected, issue.code, issue.message)
            } else if old == new {
                verdict(.unchanged, lineage?.rule ?? "unchanged")
            } else if let lineage, lineage.records.contains(recordId) {
                verdict(.accepted, lineage.rule, issue?.message)
            } else if new == nil, attribute.ownership == nil || owner == platform || attribute.otherwise.contains(platform) {
                // A withdrawn value of somebody who may speak: survivorship has taken note of it.
                verdict(.accepted, lineage?.rule ?? "withdrawn")
            } else if owner == platform {
                verdict(.shadowed, lineage?.rule ?? "owner", "another record of \(platform) speaks for this golden record")
            } else if attribute.ownership == nil {
                verdict(.shadowed, lineage?.rule ?? attribute.survivorship.strategy.name, "another record survives by \(lineage?.rule ?? "policy")")
            } else {
                let rule = "onConflict: \(attribute.onConflict.rawValue)"
                let message = owner.map { "`\(attribute.name)` belongs to \($0)" } ?? "nobody but the owner may set `\(attribute.name)`"
                switch attribute.onConflict {
                case .shadow: verdict(.shadowed, rule, message)
                case .propose: verdict(.proposed, rule, message)
                case .reject: verdict(.rejected, rule, message)
                }
            }
        }
        return verdicts
    }

    private static func attribute(of issue: ValueIssue) -> Substring { issue.attribute.prefix { $0 != "." && $0 != "[" } }
}

extension GoldenContent {
    /// The value at a path, as text.
    func text(at path: String) -> String? {
        var value = JSONValue.object(attributes)
        for step in path.split(separator: ".") {
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
