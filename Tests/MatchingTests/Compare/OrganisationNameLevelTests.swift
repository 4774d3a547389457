import Testing

@testable import Matching

@Suite struct OrganisationNameLevelTests {
    @Test(arguments: [
        ("Müller Maschinenbau GmbH", "MUELLER MASCHINENBAU", "identical"),
        ("Müller Maschinenbau GmbH", "Muller Maschinenbau Gesellschaft mit beschränkter Haftung", "identical"),
        ("Acme Rocket Corporation", "The Acme Rocket Corp.", "identical"),
        ("Northwind Traders Inc", "Northwind Traders GmbH", "other legal form"),
        ("Northwind Traders Ltd", "Northwind Traders Limited", "identical"),
        ("Borealis", "Borealis Inc.", "identical"),
        ("Acme", "ACME Inc.", "identical, of common words"),
        ("Lindqvist Fastigheter AB", "Lindqvst Fastigheter", "close"),
        ("International Business Machines", "IBM", "acronym"),
        ("Keller Precision", "Keller Holding AG", "other unit"),
        ("Keller Precision", "Keller Roofing", "slightly"),
        ("Keller Precision", "Keller Precision Holding AG", "other unit"),
        ("Keller Precision Deutschland", "Keller Precision France", "other unit"),
        ("Bright Bakery 12", "Bright Bakery 14", "partly"),
        ("Data Works Analytics", "Dataworks Analytics", "identical"),
        ("Palace Court", "Palace Court Brasserie Montmartre", "contained"),
        ("Alpha Plumbing", "Zeta Roofing", "different"),
        ("株式会社東芝", "東芝", "identical, of common words"),
        ("Газпром нефть", "ООО Газпром нефть", "identical"),
    ])
    func levels(left: String, right: String, expected: String) throws {
        let a = try #require(OrganisationName(left))
        let b = try #require(OrganisationName(right))
        let names = ComparisonKind.organisationName.levels
        #expect(names[Int(OrganisationNameLevel.of(a, b))] == expected)
        #expect(names[Int(OrganisationNameLevel.of(b, a))] == expected)
    }

    @Test(arguments: ["", "  ", "n/a", "Unknown", "-", "..."]) func placeholdersAreNoName(text: String) {
        #expect(OrganisationName(text) == nil)
    }

    @Test func symmetryAndIdentity() {
        let seed = SeededRandom.fresh()
        var random = SeededRandom(seed: seed)
        let words = [
            "alpha", "holding", "gmbh", "inc", "alfa", "12", "14", "france", "services", "ab", "abc", "dataworks", "data", "works", "and", "the",
        ]
        func name() -> String { (0..<(1 + random.below(4))).map { _ in words[random.below(words.count)] }.joined(separator: " ") }
        for _ in 0..<800 {
            let (left, right) = (name(), name())
            guard let a = OrganisationName(left), let b = OrganisationName(right) else { continue }
            #expect(OrganisationNameLevel.of(a, b) == OrganisationNameLevel.of(b, a), "`\(left)` `\(right)`, seed \(seed)")
            #expect(OrganisationNameLevel.of(a, a) <= 2, "`\(left)`, seed \(seed)")
            #expect((1...11).contains(OrganisationNameLevel.of(a, b)))
        }
    }
}
