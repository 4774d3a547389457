import MasterData
import Testing

@testable import PolicyFiles

@Suite struct TypePageTests {
    private func type(_ text: String) throws -> AttributeType? {
        try PolicyFolderFixture.reading(attributes: "  a: \(text)\n").policies?.entities[.customer]?["a"]?.type
    }

    @Test("every simple type by its name") func simple() throws {
        for (name, type) in TypePage.simple { #expect(try self.type("{ type: \(name) }") == type) }
        #expect(TypePage.simple.count == 22)
    }

    @Test(
        "types with a parameter",
        arguments: [
            ("{ type: code }", .code(reference: nil)), ("{ type: code, reference: payment-terms }", .code(reference: "payment-terms")),
            ("{ type: reference, to: customer }", .reference(to: .customer)), ("{ type: list, of: text }", .list(of: .text)),
            ("{ type: list, of: code, reference: payment-terms }", .list(of: .code(reference: "payment-terms"))),
            ("{ type: list, of: { type: code, reference: payment-terms } }", .list(of: .code(reference: "payment-terms"))),
            ("{ type: list, of: reference, to: product }", .list(of: .reference(to: .product))),
            ("{ type: list, of: group, fields: { a: text } }", .list(of: .group([.init(name: "a", type: .text)]))),
            (
                "{ type: group, fields: { b: { type: integer, required: true }, a: { type: list, of: text } } }",
                .group([.init(name: "b", type: .integer, required: true), .init(name: "a", type: .list(of: .text))])
            ),
        ] as [(String, AttributeType)])
    func parameters(text: String, type: AttributeType) throws {
        #expect(try self.type(text) == type)
    }

    @Test(
        "mistakes",
        arguments: [
            ("{ owner: sap }", "3: `a` has no `type`; add `type: text`, or what it is"),
            ("{ type: txt }", "3: unknown type `txt` of `a`; did you mean `text`?"),
            ("{ type: [text] }", "3: `type` is a list, not a single value"),
            ("{ type: txt, of: text }", "3: unknown type `txt` of `a`; did you mean `text`?"),
            ("{ type: list }", "3: `a` is a `list` without `of`; add `of: text`, or what its elements are"),
            ("{ type: list, of: }", "3: `of` of `a` is empty; give it a value, or remove the line"),
            ("{ type: list, of: list }", "3: `a` is a list of lists; make the element a `group` that holds the inner list"),
            ("{ type: list, of: { type: list, of: text } }", "3: `a` is a list of lists; make the element a `group` that holds the inner list"),
            ("{ type: list, of: group }", "3: `a` is a `group` without `fields`; add `fields:` and a line for each, as in `name: text`"),
            ("{ type: group }", "3: `a` is a `group` without `fields`; add `fields:` and a line for each, as in `name: text`"),
            ("{ type: group, fields: {} }", "3: `fields` of `a` is empty; add a line for each field, as in `name: text`"),
            ("{ type: reference }", "3: `a` is a `reference` without `to`; add `to: customer`"),
            ("{ type: reference, to: customers }", "3: `to` is `customers`; did you mean `customer`?"),
            ("{ type: code, reference: payment-trems }", "3: no code list `payment-trems`; did you mean `payment-terms`?"),
            ("{ type: code, reference: colours }", "3: no code list `colours`; write it in reference/colours.yaml"),
            (
                "{ type: text, reference: payment-terms }",
                "3: `reference` says nothing of the type `text`; it belongs to `type: code`; remove it or change the type"
            ),
            ("{ type: text, of: text }", "3: `of` says nothing of the type `text`; it belongs to `type: list`; remove it or change the type"),
            ("{ type: list, of: text, to: customer }", "3: unknown key `to` in `a`; known: "),
            ("{ type: list, of: { type: text, ref: x } }", "3: unknown key `ref` in `of` of `a`; "),
        ])
    func mistakes(text: String, message: String) throws {
        let found = try PolicyFolderFixture.mistakes(attributes: "  a: \(text)\n")
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix(message) == true, "\(found)")
    }

    @Test("structures are nested to a bound") func depth() throws {
        var text = "{ type: text }"
        for _ in 0..<4 { text = "{ type: group, fields: { f: \(text) } }" }
        #expect(try type(text) != nil)
        text = "{ type: group, fields: { f: \(text) } }"
        #expect(try PolicyFolderFixture.mistakes(attributes: "  a: \(text)\n") == ["3: field `f` nests structures more than 4 deep; flatten it"])
    }
}
