import HubStore
import HubStoreTesting
import MasterData
import Testing

@Suite struct SourceRecordsTests {
    @Test func aRecordAsReceivedAndItsGoldenRecordsMembers() async throws {
        try await withStore { store in
            let writer = GoldenWriter(store)
            let golden = TimeOrderedId.make()
            try await writer.link("zuora", "Z", to: golden, record: 1)
            try await writer.link("sap", "2", to: golden, record: 2, status: .retired, method: .score)
            let key = SourceKey(entity: .customer, platform: "sap", nativeId: "2")
            let record = try #require(try await store.sourceRecord(key))
            #expect((record.recordId, record.key, record.rawId, record.goldenId) == (2, key, "raw 2", golden))
            #expect((record.status, record.method, record.attributesJSON) == (.retired, .score, #"{"legalName":"Acme"}"#))
            #expect((record.updatedAt, record.version) == (nil, nil))
            #expect(record.receivedAt.text == "2026-11-02T10:00:00.000000Z")
            #expect(try await store.sourceRecord(SourceKey(entity: .product, platform: "sap", nativeId: "2")) == nil)
            #expect(try await store.members(of: golden).map(\.recordId) == [2, 1])
            #expect(try await store.members(of: golden, limit: 1).count == 1)
        }
    }
}
