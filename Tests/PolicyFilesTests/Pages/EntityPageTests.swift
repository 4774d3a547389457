import MasterData
import Testing

@testable import PolicyFiles

@Suite struct EntityPageTests {
    @Test(
        "mistakes of the page",
        arguments: [
            ("attributes: {}\n", "1: the page has no `entity`; add `entity: customer`"),
            ("entity: customer\n", "1: the page has no `attributes`; add `attributes:` and a block for each attribute"),
            ("entity: custommer\nattributes: {}\n", "1: unknown entity `custommer`; did you mean `customer`?"),
            ("entity: product\nattributes: {}\n", "1: the file of `product` is named `customer.yaml`; rename the file, or write `entity: customer`"),
            ("entity: customer\nattributes: []\n", "2: `attributes` is a list, not a block of keys; write `key: value` lines"),
            ("entity: customer\nattribute: {}\nattributes: {}\n", "2: unknown key `attribute` in the page; did you mean `attributes`?"),
            (
                "entity: customer\nattributes:\n  Name: { type: text }\n",
                "3: `Name` is no name for an attribute; use letters and digits, a small letter first, as in `legalName`"
            ),
            (
                "entity: customer\nattributes:\n  limit: { type: text }\n",
                "3: `limit` cannot name an attribute; search uses that name; choose another"
            ),
            ("entity: customer\nattributes:\n  name:\n", "3: `name` is empty; write `key: value` lines"),
            ("entity: customer\nattributes:\n  name: text\n", "3: `name` is a single value, not a block of keys; write `key: value` lines"),
            ("- a\n", "1: the page is a list, not a block of keys; write `key: value` lines"),
            ("", "1: the file is empty; write the page, or remove the file"),
        ])
    func mistakes(text: String, message: String) throws {
        #expect(try PolicyFolderFixture.read(["customer.yaml": text]).diagnostics.map(PolicyFolderFixture.text) == [message])
    }

    @Test("the number of attributes is bounded") func many() throws {
        let attributes = (0...EntityPage.maximumAttributes).map { "  a\($0): { type: text }\n" }.joined()
        #expect(try PolicyFolderFixture.mistakes(attributes: attributes) == ["3: the page has more than 500 attributes; group what belongs together"])
    }

    @Test("everything that can be said of an attribute") func full() throws {
        let reading = try PolicyFolderFixture.reading(
            attributes: """
                  terms:
                    type: code
                    reference: payment-terms
                    owner: sap
                    otherwise: zuora
                    onConflict: reject
                    survive: mostRecent
                    required: true
                    sensitivity: secret
                    quality: { oneOf: NET30 }
                    description: when an invoice is due

                """)
        #expect(
            reading.policies?.entities[.customer]?.attributes == [
                AttributePolicy(
                    name: "terms", type: .code(reference: "payment-terms"), ownership: Ownership(platform: "sap"), otherwise: ["zuora"],
                    onConflict: .reject,
                    survivorship: Survivorship(.mostRecent), required: true, sensitivity: .secret, quality: [.oneOf(["NET30"])])
            ])
    }
}
