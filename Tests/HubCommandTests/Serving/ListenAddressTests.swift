import HubServer
import Testing

@testable import HubCommand

@Suite struct ListenAddressTests {
    @Test(arguments: [
        ("127.0.0.1:8080", "127.0.0.1", 8080, "http://127.0.0.1:8080"), ("0.0.0.0:0", "0.0.0.0", 0, "http://0.0.0.0:0"),
        ("[::1]:80", "::1", 80, "http://[::1]:80"), ("9000", "127.0.0.1", 9000, "http://127.0.0.1:9000"), ("hub.example:443", "hub.example", 443, "http://hub.example:443"),
    ])
    func reads(text: String, host: String, port: Int, url: String) throws {
        let address = try #require(HubApplication.Address(text))
        #expect(address == HubApplication.Address(host: host, port: port))
        #expect(address.url == url)
    }

    @Test(arguments: ["", ":", ":8080", "localhost:", "localhost:x", "localhost:70000", "::1:80", "[::1:80", "http://localhost:80", "localhost:-1", "localhost:+1"])
    func refuses(text: String) {
        #expect(HubApplication.Address(text) == nil)
    }
}
