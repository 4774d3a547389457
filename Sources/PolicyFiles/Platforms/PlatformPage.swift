internal import MasterData

/// `platforms/<name>.yaml`: a platform, its kind, and what it is to the company.
///
/// ```yaml
/// platform: salesforce-emea
/// kind: salesforce
/// roles: [crm]
/// order: 1                 # among the platforms of the role
/// idSpace: salesforce      # shared by feeds with the same native ids
/// defaultCountry: DE
/// ```
enum PlatformPage {
    /// The platform as far as it can be read: its name stays known when the rest is mistaken, so that one mistake is not reported at each use.
    static func read(_ node: PolicyNode, stem: String, findings: inout Findings) -> PlatformPolicy? {
        guard var block = BlockReader(node, subject: "the platform", isPage: true, findings: &findings) else { return nil }
        var platform = PlatformPolicy(name: stem, kind: .other)
        block.missing("platform", hint: "add `platform: \(stem)`", findings: &findings)
        if let node = block.take("platform", findings: &findings), let name = node.text("platform", findings: &findings) {
            if name != stem {
                findings.error(
                    "the file of `\(name)` is named `\(stem).yaml`", line: node.line, hint: "rename the file or the platform: both have one name")
            } else if !Names.isIdentifier(name) {
                findings.error("`\(name)` is no name for a platform", line: node.line, hint: "use lower-case letters, digits and `-`")
            }
            platform.name = name
            platform.idSpace = name
        }
        block.missing("kind", hint: "one of " + PlatformKind.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", "), findings: &findings)
        if let kind = block.take("kind", findings: &findings)?.choice("kind", of: PlatformKind.self, findings: &findings) { platform.kind = kind }
        if let node = block.take("roles", findings: &findings) { platform.roles = roles(node, findings: &findings) }
        if let order = block.take("order", findings: &findings)?.integer("order", in: 1...1_000, findings: &findings) { platform.order = order }
        if let node = block.take("idSpace", findings: &findings), let name = node.text("idSpace", findings: &findings) {
            if !Names.isIdentifier(name) {
                findings.error("`\(name)` is no name for an id space", line: node.line, hint: "use lower-case letters, digits and `-`")
            }
            platform.idSpace = name
        }
        if let node = block.take("defaultCountry", findings: &findings), let country = node.text("defaultCountry", findings: &findings) {
            if country.utf8.count == 2, country.utf8.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }) {
                platform.defaultCountry = country
            } else {
                findings.error("`defaultCountry` is `\(country)`", line: node.line, hint: "use the two capital letters of ISO 3166-1, as in `DE`")
            }
        }
        _ = block.take("description", findings: &findings)?.text("description", findings: &findings)
        block.finish(findings: &findings)
        return platform
    }

    private static func roles(_ node: PolicyNode, findings: inout Findings) -> [String] {
        (node.texts("roles", findings: &findings) ?? []).compactMap { role in
            guard Names.isIdentifier(role.text) else {
                findings.error("`\(role.text)` is no name for a role", line: role.line, hint: "use lower-case letters, digits and `-`")
                return nil
            }
            return role.text
        }
    }
}
