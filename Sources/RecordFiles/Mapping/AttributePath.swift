/// The place of a value among a record's attributes: `legalName`, `billTo.city`, `contacts[0].email`.
package struct AttributePath: Sendable, Hashable {
    package let text: String
    let steps: [SourcePath.Step]

    package init(_ text: String) throws(SourcePath.Refusal) {
        let path = try SourcePath(text)
        guard case .member? = path.steps.first, !text.hasPrefix("$") else {
            throw SourcePath.Refusal(message: "an attribute path starts with the attribute's name")
        }
        guard !path.steps.contains(.everyElement) else {
            throw SourcePath.Refusal(message: "an attribute path cannot hold [*]; map the list with `each`")
        }
        self.text = text
        steps = path.steps
    }
}
