import Testing

@testable import Matching

@Suite struct EmailLevelTests {
    @Test(arguments: [
        ("Anna.Weber@Keller.de", "anna.weber@keller.de", "same"),
        ("anna+crm@keller.de", "anna@mail.keller.de", "same"),
        ("info@keller.de", "info@keller.de", "same shared mailbox"),
        ("info@gmail.com", "info@gmail.com", "same"),
        ("annaweber@keller.de", "annawebr@keller.de", "close"),
        ("anna.weber@keller.de", "anna.weber@kelller.de", "close"),
        ("anna@keller.de", "peter@keller.de", "same domain"),
        ("anna@gmail.com", "peter@gmail.com", "different"),
        ("anna.weber@keller.de", "anna.weber@gmail.com", "same mailbox elsewhere"),
        ("anna@keller.co.uk", "anna@huber.co.uk", "different"),
    ])
    func levels(left: String, right: String, expected: String) throws {
        let a = try #require(EmailAddress(left))
        let b = try #require(EmailAddress(right))
        let names = ComparisonKind.email.levels
        #expect(names[Int(EmailLevel.of(a, b))] == expected)
        #expect(names[Int(EmailLevel.of(b, a))] == expected)
        #expect(EmailLevel.of(a, a) <= 2)
    }

    @Test(arguments: ["", "keller.de", "@keller.de", "anna@", "noreply@keller.de", "someone@example.com"])
    func noAddress(text: String) {
        #expect(EmailAddress(text) == nil)
    }
}
