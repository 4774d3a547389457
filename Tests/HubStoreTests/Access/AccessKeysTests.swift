import HubStore
import HubStoreTesting
import PostgresClient
import Synchronization
import Testing

@Suite struct AccessKeysTests {
    /// A clock that the test moves.
    private final class Hand: Sendable {
        private let moment = Mutex(ContinuousClock.now)
        var now: ContinuousClock.Instant { moment.withLock { $0 } }
        func move(_ duration: Duration) { moment.withLock { $0 = $0.advanced(by: duration) } }
    }

    @Test func aKeyWorksAtOnceAndOnlyItsHashIsStored() async throws {
        try await withStore { store in
            let cache = AccessKeyCache(store: store)
            #expect(try await cache.verify("mdm_nonsense") == nil)
            for (role, platform) in [(AccessRole.admin, nil), (.platform, "sap"), (.reader, nil)] {
                let issued = try await store.createKey(role: role, platform: platform, label: "for \(role)")
                let found = try #require(try await cache.verify(issued.text))
                #expect((found.id, found.role, found.platform, found.label) == (issued.key.id, role, platform, "for \(role)"))
                let stored = try await store.rows("SELECT to_jsonb(k)::text FROM mdm.access_key k WHERE key_id = $1", [.text(found.id)]).only.text(0)
                #expect(!stored.contains(issued.text.suffix(43)))
            }
            #expect(try await store.listKeys().map(\.role) == [.admin, .platform, .reader])
        }
    }

    @Test func wrongSecretsAreRefused() async throws {
        try await withStore { store in
            let cache = AccessKeyCache(store: store)
            let issued = try await store.createKey(role: .admin, platform: nil)
            let last = issued.text.last == "a" ? "b" : "a"
            for wrong in [
                String(issued.text.dropLast()) + last, String(issued.text.dropLast()), issued.text + "a", issued.text.uppercased(), "",
                "mdm_\(issued.key.id)_" + String(repeating: "a", count: 43), " " + issued.text,
            ] {
                #expect(try await cache.verify(wrong) == nil)
            }
            #expect(try await cache.verify(issued.text) != nil)
        }
    }

    @Test func aRevokedKeyEndsWithinTwoSeconds() async throws {
        try await withStore { store in
            let hand = Hand()
            let cache = AccessKeyCache(store: store, now: { hand.now })
            let issued = try await store.createKey(role: .reader, platform: nil)
            #expect(try await cache.verify(issued.text) != nil)
            #expect(try await store.revokeKey(id: issued.key.id))
            #expect(try await store.revokeKey(id: issued.key.id) == false)
            hand.move(.milliseconds(500))
            #expect(try await cache.verify(issued.text) != nil, "what is known is young enough to be believed without a query")
            hand.move(AccessKeyCache.maximumAge)
            #expect(try await cache.verify(issued.text) == nil)
            #expect(try await store.listKeys().first?.revokedAt != nil)
        }
    }

    @Test func withoutADatabaseOnlyYoungKnowledgeCounts() async throws {
        try await withStore { store in
            let hand = Hand()
            let cache = AccessKeyCache(store: store, now: { hand.now })
            let issued = try await store.createKey(role: .reader, platform: nil)
            _ = try await cache.verify(issued.text)
            try await store.run("ALTER TABLE mdm.access_key RENAME TO gone")
            #expect(try await cache.verify(issued.text) != nil)
            hand.move(.seconds(3))
            await #expect(throws: PostgresError.self) { try await cache.verify(issued.text) }
            try await store.run("ALTER TABLE mdm.gone RENAME TO access_key")
            #expect(try await cache.verify(issued.text) != nil)
        }
    }

    @Test func aPlatformKeyNeedsItsPlatformAndOthersHaveNone() async throws {
        try await withStore { store in
            await #expect(throws: PostgresError.self) { try await store.createKey(role: .platform, platform: nil) }
            await #expect(throws: PostgresError.self) { try await store.createKey(role: .admin, platform: "sap") }
        }
    }
}
