import MasterData
import Testing

@testable import PolicyFiles

@Suite struct FieldPageTests {
    @Test("a name and a type, or a block") func fields() throws {
        let reading = try PolicyFolderFixture.reading(
            attributes:
                "  a: { type: group, fields: { name: text, code: { type: code, reference: payment-terms, key: true, required: true, description: x } } }\n"
        )
        #expect(
            reading.policies?.entities[.customer]?["a"]?.type
                == .group([.init(name: "name", type: .text), .init(name: "code", type: .code(reference: "payment-terms"), required: true, key: true)])
        )
    }

    @Test(
        "mistakes",
        arguments: [
            ("Name: text", "3: `Name` is no name for a field; use letters and digits, a small letter first, as in `unitPrice`"),
            ("name: txt", "3: unknown type `txt` of field `name`; did you mean `text`?"),
            ("name:", "3: field `name` is empty; write `key: value` lines"),
            ("name: { type: text, owner: sap }", "3: unknown key `owner` in field `name`; "),
            ("name: { type: text, key: maybe }", "3: `key` is `maybe`; write `true` or `false`"),
        ])
    func mistakes(text: String, message: String) throws {
        let found = try PolicyFolderFixture.mistakes(attributes: "  a: { type: group, fields: { \(text) } }\n")
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix(message) == true, "\(found)")
    }
}
