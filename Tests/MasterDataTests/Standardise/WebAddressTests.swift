import Testing

@testable import MasterData

@Suite struct WebAddressTests {
    @Test(arguments: [
        ("www.Acme.DE", "https://www.acme.de"), ("HTTP://Acme.de/", "http://acme.de"), ("https://acme.de/Shop/", "https://acme.de/Shop"),
        ("https://acme.de:443/a?B=/", "https://acme.de/a?B=/"), ("http://acme.de:8080", "http://acme.de:8080"), ("//acme.de", "https://acme.de"),
        ("acme.de./x#Y", "https://acme.de/x#Y"), ("https://müller.de", "https://müller.de"), ("acme.de:80", "https://acme.de:80"),
    ])
    func standardises(raw: String, address: String) throws {
        #expect(try WebAddress.standardise(raw) == address)
        #expect(try WebAddress.standardise(address) == address)
    }

    @Test(arguments: [
        "", "n/a", "none", "localhost", "ftp://acme.de", "javascript:alert(1)", "https://", "https://user:secret@acme.de", "info@acme.de", "http://a b.de", "acme.de/a b",
        "https://1.2.3.4", "acme.de:0", "acme.de:99999", "acme.de:x", "..", "https://acme..de",
    ])
    func refuses(raw: String) {
        #expect { try WebAddress.standardise(raw) } throws: { ($0 as? ValueRefusal)?.code == "url" }
    }
}
