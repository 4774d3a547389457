import Testing

@testable import PolicyFiles

@Suite struct ConditionPageTests {
    static let others = """
          status: { type: code, reference: customer-status }
          hold: { type: boolean }
          billTo: { type: address }
          tags: { type: list, of: text }

        """

    private func found(_ condition: String) throws -> [String] {
        try PolicyFolderFixture.mistakes(
            attributes: Self.others + "  a: { type: text, owner: { platform: sap, when: { \(condition) }, else: zuora } }\n")
    }

    @Test(arguments: ["status: active", "status: [active, closed]", "billTo.country: DE", "hold: true", "status: active, hold: false"]) func right(
        condition: String
    ) throws {
        #expect(try found(condition) == [])
    }

    @Test(
        "mistakes",
        arguments: [
            ("statsu: active", "the condition names `statsu`, which is no attribute here; did you mean `status`?"),
            ("billTo.land: DE", "the condition names `land`, which is no attribute here; known: "),
            ("tags: x", "the condition reads the list `tags`; conditions read attributes with one value"),
            ("status: activ", "`activ` is no code of `customer-status`; did you mean `active`?"),
            ("hold: yes", "`hold` is never `yes`; use `true` or `false`"),
            ("billTo: DE", "the condition compares the structure `billTo` with `DE`; name one of its fields, as in `billTo.street`"),
            ("status:", "the condition on `status` has no value; write `status: active`, or what it must be"),
            ("status: []", "`status` is an empty list; name at least one, or remove the line"),
        ])
    func mistakes(condition: String, message: String) throws {
        let found = try found(condition)
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("7: " + message) == true, "\(found)")
    }
}
