import Testing

@testable import MasterData

@Suite struct EmailAddressTests {
    @Test(arguments: [
        ("John.Doe@Example.COM", "john.doe@example.com"), ("mailto:info@acme.de", "info@acme.de"), ("Info <INFO@acme.de>", "info@acme.de"),
        ("a+b@x.co", "a+b@x.co"), ("o'neil@sub.example.ie", "o'neil@sub.example.ie"), ("info@müller.de", "info@müller.de"), ("x@xn--mller-kva.de", "x@xn--mller-kva.de"),
    ])
    func standardises(raw: String, address: String) throws {
        #expect(try EmailAddress.standardise(raw) == address)
        #expect(try EmailAddress.standardise(address) == address)
    }

    @Test(arguments: [
        "expressl&t.net", "a@b", "@b.de", "a@", "a@@b.de", "a b@c.de", "a@b c.de", ".a@b.de", "a.@b.de", "a..b@c.de", "a@-b.de", "a@b-.de", "a@b..de", "a@.de",
        "a@b.de, c@d.de", "a@b.de;c@d.de", "a@1.2.3.4", "a@b.d", "n/a", "<a@b.de", "a@b.de>", "\"a\"@b.de", "a@b_c.de",
    ])
    func refuses(raw: String) {
        #expect { try EmailAddress.standardise(raw) } throws: { ($0 as? ValueRefusal)?.code == "email" }
    }

    @Test func boundsOfRFC5321() {
        let label = String(repeating: "a", count: 63)
        #expect(throws: Never.self) { try EmailAddress.standardise("\(label)a@\(label).de") }
        #expect(throws: ValueRefusal.self) { try EmailAddress.standardise("\(label)aa@b.de") }
        #expect(throws: ValueRefusal.self) { try EmailAddress.standardise("a@\(label)a.de") }
        #expect(throws: ValueRefusal.self) { try EmailAddress.standardise("a@\(label).\(label).\(label).\(label).de") }
    }
}
