package import HubStore
package import PostgresClient
package import PostgresTesting

extension DatabaseTemplate {
    /// A migrated hub without data.
    package static let migratedHub = DatabaseTemplate(name: "migrated_hub") { client in _ = try await Migrator(client).migrate() }
}

/// Runs `body` with a store on a migrated database of its own, in the service's role: what works here, the service may do.
package func withStore<Result>(poolSize: Int = 8, _ body: (HubStore) async throws -> Result) async throws -> Result {
    try await withTestDatabase(template: .migratedHub) { url in
        let client = PostgresClient(
            PostgresConfiguration(url: url, poolSize: poolSize, applicationName: "test", role: "mdm_service"), logger: TestDatabase.quiet)
        do {
            let result = try await body(HubStore(client: client))
            await client.close()
            return result
        } catch {
            await client.close()
            throw error
        }
    }
}

extension HubStore {
    /// Runs a script as the owner of the schema.
    package func run(_ script: String) async throws {
        try await client.withConnection { connection in
            try await connection.execute(script: "SET ROLE NONE; \(script); SET ROLE mdm_service")
        }
    }

    /// The rows of a query of the test's own.
    package func rows(_ sql: String, _ parameters: [PostgresValue] = []) async throws -> Rows {
        try await client.query(Statement(name: "test \(sql.hashValue)", sql: sql), parameters)
    }

    /// The rows of a query that only the owner may ask, such as what other sessions wait for.
    package func ownerRows(_ sql: String) async throws -> Rows {
        try await client.withConnection { connection in
            try await connection.execute(script: "SET ROLE NONE")
            let rows = try await connection.query(Statement(name: "test \(sql.hashValue)", sql: sql))
            try await connection.execute(script: "SET ROLE mdm_service")
            return rows
        }
    }

    /// How many sessions of this database wait for a lock.
    package func sessionsWaitingForALock() async throws -> Int64 {
        try await ownerRows("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'").only.int8(0)
    }
}
