import Testing

@testable import SampleData

@Suite struct SalesforceIdTests {
    @Test(arguments: [
        ("70130000001tcyI", "70130000001tcyIAAQ"), ("00558000001N0Ke", "00558000001N0KeAAK"), ("003G000001SUbc4", "003G000001SUbc4IAD"),
        ("a0D30000001n7Pi", "a0D30000001n7PiEAI"),
    ])
    func `published ids get their suffix`(short: String, long: String) {
        #expect(SalesforceId.extended(Array(short.utf8)) == long)
    }

    @Test func `no two serials share an id`() {
        var seen: Set<String> = []
        for serial in 0..<50_000 { seen.insert(SalesforceId.id(prefix: "0015g0000", serial: serial)) }
        #expect(seen.count == 50_000)
        #expect(seen.allSatisfy { $0.utf8.count == 18 })
    }
}
