internal import MasterData

/// `customer.yaml`, `product.yaml`, `contract.yaml`: what an entity consists of and who owns each part.
enum EntityPage {
    static let maximumAttributes = 500
    /// Parameters of search (`GET /v1/{entities}?q=…`), where attribute names stand beside them.
    static let reservedNames: Set<String> = ["q", "cursor", "limit", "include", "asOf", "knownAt"]

    /// What a page may name from elsewhere.
    struct Surroundings {
        var platforms: PlatformDirectory
        /// Code lists by name; nil for a list whose file could not be read.
        var lists: [String: ReferenceList?]
    }

    /// Nil when nothing of the page can be read.
    static func read(_ node: PolicyNode, entity: Entity, in surroundings: Surroundings, findings: inout Findings) -> EntityPolicy? {
        guard var page = BlockReader(node, subject: "the page", isPage: true, findings: &findings) else { return nil }
        page.missing("entity", hint: "add `entity: \(entity.rawValue)`", findings: &findings)
        if let node = page.take("entity", findings: &findings), let name = node.text("entity", findings: &findings), name != entity.rawValue {
            if Entity(rawValue: name) == nil {
                findings.error("unknown entity `\(name)`", line: node.line, hint: Spelling.hint(for: name, among: Entity.allCases.map(\.rawValue)))
            } else {
                findings.error(
                    "the file of `\(name)` is named `\(entity.rawValue).yaml`", line: node.line,
                    hint: "rename the file, or write `entity: \(entity.rawValue)`")
            }
        }
        _ = page.take("description", findings: &findings)?.text("description", findings: &findings)
        page.missing("attributes", hint: "add `attributes:` and a block for each attribute", findings: &findings)
        let attributes = page.take("attributes", findings: &findings)
        page.finish(findings: &findings)
        guard let attributes, let block = BlockReader(attributes, subject: "`attributes`", findings: &findings) else { return nil }
        if block.all().count > maximumAttributes {
            findings.error("the page has more than \(maximumAttributes) attributes", line: block.line, hint: "group what belongs together")
            return nil
        }
        let policies = read(block.all(), in: surroundings, findings: &findings)
        findings.reportEmptyRoles()
        return EntityPolicy(entity: entity, attributes: policies)
    }

    /// First the types of all attributes, then the rest, which may name other attributes.
    private static func read(_ entries: [PolicyNode.Entry], in surroundings: Surroundings, findings: inout Findings) -> [AttributePolicy] {
        var drafts: [(name: String, block: BlockReader, type: AttributeType?)] = []
        var shape = EntityShape()
        for entry in entries {
            guard isName(entry, findings: &findings) else { continue }
            guard var block = BlockReader(entry.value, subject: "`\(entry.key)`", findings: &findings) else {
                shape.types.updateValue(nil, forKey: entry.key)
                continue
            }
            let type = TypePage.read(&block, lists: surroundings.lists, findings: &findings)
            shape.types.updateValue(type, forKey: entry.key)
            drafts.append((entry.key, block, type))
        }
        var policies: [AttributePolicy] = []
        var dependencies = OwnerDependencies()
        for draft in drafts {
            let page = AttributePage(name: draft.name, type: draft.type, shape: shape, surroundings: surroundings)
            let policy = page.read(draft.block, findings: &findings)
            dependencies.add(policy, line: draft.block.line(of: "owner"))
            policies.append(policy)
        }
        dependencies.report(findings: &findings)
        return policies
    }

    private static func isName(_ entry: PolicyNode.Entry, findings: inout Findings) -> Bool {
        if reservedNames.contains(entry.key) {
            findings.error("`\(entry.key)` cannot name an attribute", line: entry.line, hint: "search uses that name; choose another")
            return false
        }
        guard Names.isAttribute(entry.key) else {
            findings.error(
                "`\(entry.key)` is no name for an attribute", line: entry.line,
                hint: "use letters and digits, a small letter first, as in `legalName`")
            return false
        }
        return true
    }
}
