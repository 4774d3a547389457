import Testing

@testable import PolicyFiles

@Suite struct NamesTests {
    @Test(arguments: [
        ("legalName", true), ("a1", true), ("LegalName", false), ("legal_name", false), ("legal.name", false), ("1a", false), ("", false),
        ("naïve", false), (String(repeating: "a", count: 64), false),
    ])
    func attribute(text: String, isName: Bool) { #expect(Names.isAttribute(text) == isName) }

    @Test(arguments: [
        ("salesforce-emea", true), ("3pl", true), ("Sap", false), ("-a", false), ("a b", false), ("a/b", false), ("", false),
        (String(repeating: "a", count: 63), true),
    ])
    func identifier(text: String, isName: Bool) { #expect(Names.isIdentifier(text) == isName) }
}
