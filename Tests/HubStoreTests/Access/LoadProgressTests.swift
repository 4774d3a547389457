import HubStore
import HubStoreTesting
import PostgresClient
import Testing

@Suite struct LoadProgressTests {
    private struct Stop: Error {}

    @Test func itMovesOnlyWithItsTransaction() async throws {
        try await withStore { store in
            var progress = LoadProgress(fingerprint: "f", position: 100, line: 3, countsJSON: #"{"read":3}"#)
            #expect(try await store.loadProgress("f") == nil)
            try await store.client.withTransaction { transaction in _ = try await transaction.commit(after: [progress.recording]) }
            #expect(try await store.loadProgress("f") == progress)
            let before = progress
            progress.position = 200
            let next = progress.recording
            await #expect(throws: Stop.self) {
                try await store.client.withTransaction { transaction in
                    _ = try await transaction.pipeline([next])
                    throw Stop()
                }
            }
            #expect(try await store.loadProgress("f") == before)
            try await store.client.withTransaction { transaction in _ = try await transaction.commit(after: [LoadProgress.forgetting("f")]) }
            #expect(try await store.loadProgress("f") == nil)
        }
    }
}
