import HubStoreTesting
import MasterData
import Testing

@testable import HubStore

@Suite struct NearestNativeIdsTests {
    @Test(arguments: [("", "", 0), ("abc", "", 3), ("kitten", "sitting", 3), ("100042", "100024", 2), ("a", "a", 0)])
    func editDistance(_ left: String, _ right: String, _ expected: Int) {
        #expect(EditDistance.between(Array(left.utf8), Array(right.utf8)) == expected)
    }

    @Test func theSameIdElsewhereComesFirstThenTheMostAlike() async throws {
        try await withStore { store in
            let writer = GoldenWriter(store)
            let golden = TimeOrderedId.make()
            for (record, (platform, id)) in [("zuora", "100042"), ("sap", "100041"), ("sap", "100099"), ("sap", "777"), ("zuora", "100043")].enumerated() {
                try await writer.link(platform, id, to: golden, record: Int64(record))
            }
            let near = try await store.nearestNativeIds(SourceKey(entity: .customer, platform: "sap", nativeId: "100042"))
            #expect(near.map { "\($0.platform):\($0.nativeId)" } == ["zuora:100042", "sap:100041", "sap:100099"])
            #expect(try await store.nearestNativeIds(SourceKey(entity: .customer, platform: "sap", nativeId: "xyz")).isEmpty)
        }
    }
}
