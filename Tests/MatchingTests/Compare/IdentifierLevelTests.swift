import Testing

@testable import Matching

@Suite struct IdentifierLevelTests {
    @Test(
        arguments: [
            (["VAT:DE:123456789"], ["VAT:DE:DE 123 456 789"], IdentifierStrength.exclusive, "same"),
            (["VAT:DE:123456789"], ["VAT:DE:987654321"], .exclusive, "conflict"),
            (["VAT:DE:123456789"], ["VAT:FR:987654321"], .exclusive, "missing"),
            (["VAT:DE:1", "VAT:FR:2"], ["VAT:FR:2", "VAT:DE:9"], .exclusive, "same"),
            (["salesforce:1"], ["salesforce:2"], .unique, "different"),
            (["salesforce:1", "zuora:7"], ["zuora:7"], .unique, "same"),
            (["123456789"], ["12-345-6789"], .exclusive, "same"),
            ([], ["x"], .exclusive, "missing"),
        ] as [([String], [String], IdentifierStrength, String)])
    func levels(left: [String], right: [String], strength: IdentifierStrength, expected: String) {
        let (a, b) = (left.compactMap({ IdentifierValue($0) }), right.compactMap({ IdentifierValue($0) }))
        let names = ComparisonKind.identifier.levels
        #expect(names[Int(IdentifierLevel.of(a, b, strength))] == expected)
        #expect(names[Int(IdentifierLevel.of(b, a, strength))] == expected)
    }
}
