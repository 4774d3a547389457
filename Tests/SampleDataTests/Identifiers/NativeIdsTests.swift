import Testing

@testable import SampleData

@Suite struct NativeIdsTests {
    let ids = NativeIds(seed: 4, largestSerial: 40_000)

    @Test(arguments: SamplePlatform.allCases)
    func `no two customers, products or contracts of a platform share an id`(platform: SamplePlatform) {
        #expect(Set((0..<20_000).map { ids.customer(platform, $0) }).count == 20_000)
        #expect(Set((0..<20_000).map { ids.product(platform, $0, sku: "SKU-\($0)") }).count == 20_000)
        #expect(Set((0..<20_000).map { ids.contract(platform, $0) }).count == 20_000)
    }

    /// The number space grows with the sample, so that a large one has no collisions either.
    @Test func `numbers stay apart at the edge of their space`() {
        let large = NativeIds(seed: 4, largestSerial: 9_000_000)
        #expect(large.customer(.sap, 8_999_999).utf8.count == 8)
        #expect(large.customer(.sap, 0) != large.customer(.sap, 9_000_000))
        #expect(NativeIds(seed: 4, largestSerial: 8_999_999).customer(.sap, 5).utf8.count == 7)
    }

    @Test func `shapes are those of the platforms`() throws {
        #expect(ids.customer(.zuora, 7).wholeMatch(of: /8ad0[0-9a-f]{28}/) != nil)
        #expect(ids.customer(.dynamics, 7).wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-b[0-9a-f]{3}-[0-9a-f]{12}/) != nil)
        #expect(ids.customer(.sap, 7).wholeMatch(of: /[1-9][0-9]{6}/) != nil)
        #expect(ids.product(.sap, 3, sku: "X").wholeMatch(of: /0{11}[1-9][0-9]{6}/) != nil)
        #expect(ids.contract(.zuora, 7).wholeMatch(of: /A-S[0-9]{7}/) != nil)
        #expect(ids.customer(.stripe, 7).wholeMatch(of: /cus_[0-9A-Za-z]{14}/) != nil)
    }
}
