import HubStore
import HubStoreTesting
import PostgresClient
import Testing

@Suite struct QueriesTests {
    /// The server knows every table, column and type that any query names.
    @Test func everyQueryPrepares() async throws {
        #expect(Queries.all.count > 40)
        try await withStore { store in
            try await store.client.withConnection { connection in
                for query in Queries.all {
                    await #expect(throws: Never.self, "\(query.name)") { try await connection.prepare(query) }
                }
            }
        }
    }
}
