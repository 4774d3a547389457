import Testing

@testable import MasterData

@Suite struct SalesforceIdTests {
    /// Published pairs.
    @Test(arguments: [
        ("70130000001tcyI", "70130000001tcyIAAQ"), ("00558000001N0Ke", "00558000001N0KeAAK"), ("003G000001SUbc4", "003G000001SUbc4IAD"), ("a0D30000001n7Pi", "a0D30000001n7PiEAI"),
    ])
    func fifteenBecomeEighteen(short: String, long: String) throws {
        #expect(try SalesforceId.standardise(short) == long)
        #expect(try SalesforceId.standardise(long) == long)
        #expect(SalesforceId.suffix(of: short) == String(long.suffix(3)))
        // A tool that lost the case.
        #expect(try SalesforceId.standardise(long.lowercased()) == long)
        #expect(try SalesforceId.standardise(long.uppercased()) == long)
        #expect(try SalesforceId.standardise(short + long.suffix(3).lowercased()) == long)
    }

    /// From a public gist: mixed case that does not fit its suffix. Either part may be wrong.
    @Test(arguments: ["a0D30000001n7PiEAC", "a0D30000001n7PiEA6", "a0d30000001n7pi555"])
    func aSuffixThatDoesNotFitIsRefused(id: String) {
        #expect(throws: ValueRefusal.self) { try SalesforceId.standardise(id) }
    }

    @Test(arguments: ["SF-0001", "001", "a0D30000001n7P", "a0D30000001n7PiEAIX", "a0D30000001n7P-"])
    func externalIdsStay(id: String) throws {
        #expect(try SalesforceId.standardise(id) == id)
    }

    /// Two ids that differ, if only in case, stay two.
    @Test func differentIdsStayDifferent() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SplitMix(seed: seed)
        for _ in 0..<5_000 {
            let first = String((0..<15).map { _ in "aAbB0".randomElement(using: &random) ?? "a" })
            let second = String((0..<15).map { _ in "aAbB0".randomElement(using: &random) ?? "a" })
            #expect((try SalesforceId.standardise(first) == SalesforceId.standardise(second)) == (first == second), "seed \(seed)")
        }
    }
}
