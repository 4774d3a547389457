import Testing

@testable import Matching

@Suite struct StableHashTests {
    /// Stored keys and orders depend on these values: a change makes every stored key useless.
    @Test func valuesAreFixed() {
        #expect(StableHash.of("salesforce", "001") == StableHash.of("salesforce", "001"))
        #expect(StableHash.of("ab", "c") != StableHash.of("a", "bc"))
        #expect(StableHash.of("a") != StableHash.of("a", seed: 1))
        #expect(StableHash.of("customer") == 11_955_259_244_631_706_506)
        #expect(StableHash.of("a longer text of more than eight bytes", "é") == 9_982_461_709_656_750_696)
    }

    @Test func fewOfManyTextsCollide() {
        var seen: Set<UInt64> = []
        for number in 0..<100_000 { seen.insert(StableHash.of("key \(number)")) }
        #expect(seen.count == 100_000)
    }
}
