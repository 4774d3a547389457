internal import MasterData

/// The block of one attribute, after its type is read.
struct AttributePage {
    let name: String
    /// Nil when the type is mistaken: what depends on it is not checked.
    let type: AttributeType?
    let shape: EntityShape
    let surroundings: EntityPage.Surroundings

    func read(_ whole: BlockReader, findings: inout Findings) -> AttributePolicy {
        var block = whole
        var policy = AttributePolicy(name: name, type: type ?? .text)
        OwnerPage(attribute: name, shape: shape, surroundings: surroundings).read(&block, into: &policy, findings: &findings)
        policy.survivorship = SurvivePage(type: type, platforms: surroundings.platforms).read(
            &block, hasOwner: block.has("owner"), findings: &findings)
        if let required = block.take("required", findings: &findings)?.boolean("required", findings: &findings) { policy.required = required }
        if let sensitivity = block.take("sensitivity", findings: &findings)?.choice("sensitivity", of: Sensitivity.self, findings: &findings) {
            policy.sensitivity = sensitivity
        }
        policy.quality = QualityPage(attribute: name, type: type, shape: shape, lists: surroundings.lists).read(&block, findings: &findings)
        _ = block.take("description", findings: &findings)?.text("description", findings: &findings)
        block.finish(findings: &findings)
        return policy
    }
}
