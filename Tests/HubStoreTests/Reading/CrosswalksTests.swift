import FoundationEssentials
import HubStore
import HubStoreTesting
import MasterData
import Testing

@Suite struct CrosswalksTests {
    private static func key(_ platform: String, _ id: String, _ entity: Entity = .customer) -> SourceKey {
        SourceKey(entity: entity, platform: platform, nativeId: id)
    }

    @Test func answersComeInTheOrderOfTheKeys() async throws {
        try await withStore { store in
            let writer = GoldenWriter(store)
            let acme = TimeOrderedId.make()
            let other = TimeOrderedId.make()
            try await writer.link("zuora", "Z1", to: acme, record: 1, status: .retired)
            try await writer.link("sap", "42", to: acme, record: 2, method: .created)
            try await writer.link("sap", "41", to: acme, record: 3)
            try await writer.link("sap", "99", to: other, record: 4, status: .retired)
            let keys = [Self.key("sap", "99"), Self.key("sap", "nobody"), Self.key("zuora", "Z1"), Self.key("sap", "42", .product), Self.key("zuora", "Z1")]
            let entries = try await store.crosswalks(keys)
            #expect(entries.map { $0?.goldenId } == [other, nil, acme, nil, acme])
            #expect(entries[0]?.status == .retired)
            let entry = try #require(entries[2])
            #expect(entry.status == .active)
            #expect(entry.ids.map { "\($0.platform):\($0.nativeId)" } == ["sap:raw 41", "sap:raw 42", "zuora:raw Z1"])
            #expect(entry.ids.map(\.method) == [.identifier, .created, .identifier])
            #expect(entry.ids.map(\.status) == [.active, .active, .retired])
            #expect(entry.ids[0].since.text == "2026-11-01T10:00:00.000000Z")
            let onlyZuora = try #require(try await store.crosswalks([Self.key("sap", "42")], targets: ["zuora", "netsuite"])[0])
            #expect(onlyZuora.ids.map(\.platform) == ["zuora"])
            #expect(onlyZuora.status == .active, "the status is of the golden record, not of the ids asked for")
        }
    }

    @Test func tenThousandKeysAreOneCall() async throws {
        try await withStore { store in
            try await store.run("""
                INSERT INTO mdm.source_record (record_id, entity, platform, native_id, raw_id, golden_id, status, method, linked_at, received_at, attributes, match_keys)
                SELECT i, 'customer', 'sap', i::text, i::text, gen_random_uuid(), 'active', 'created', now(), now(), '{}', '' FROM generate_series(1, 10000) i
                """)
            let keys = (1...HubStore.crosswalkLimit).reversed().map { Self.key("sap", String($0)) }
            let entries = try await store.crosswalks(keys)
            #expect(entries.map { $0?.ids.map(\.nativeId) } == keys.map { [$0.nativeId] })
        }
    }

    @Test func idsAreDataNotSyntax() async throws {
        try await withStore { store in
            let id = #"a'b"c\{d},%_é😀 NULL"#
            let golden = TimeOrderedId.make()
            try await GoldenWriter(store).link("sap", id, to: golden, record: 1)
            #expect(try await store.crosswalks([Self.key("sap", id), Self.key("sap", "NULL")]).map { $0?.goldenId } == [golden, nil])
        }
    }
}
