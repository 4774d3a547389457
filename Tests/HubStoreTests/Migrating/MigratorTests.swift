import HubStore
import HubStoreTesting
import PostgresClient
import PostgresTesting
import Testing

@Suite struct MigratorTests {
    private static let ledger = Migrations.all[0]

    private func withEmptyDatabase(_ body: (PostgresClient) async throws -> Void) async throws {
        try await withTestDatabase { url in
            let client = PostgresClient(PostgresConfiguration(url: url, applicationName: "test"), logger: TestDatabase.quiet)
            try await body(client)
            await client.close()
        }
    }

    @Test func aFreshDatabaseLacksEverythingAndThenNothing() async throws {
        try await withEmptyDatabase { client in
            let migrator = Migrator(client)
            let all = Migrations.all.filter { $0.number > 0 }
            let pending = try await migrator.pending()
            #expect(pending == all)
            #expect(try await migrator.migrate() == all)
            #expect(try await migrator.pending().isEmpty)
            #expect(try await migrator.migrate().isEmpty)
            let made = Statement(name: "t", sql: "SELECT count(*) FROM pg_class WHERE relname ~ '^outbox_2'")
            #expect(try await client.query(made).only.int8(0) >= 15)
        }
    }

    @Test func severalProcessesAtOnceApplyEachMigrationOnce() async throws {
        try await withEmptyDatabase { client in
            let applied = try await withThrowingTaskGroup { group in
                for _ in 0..<6 { group.addTask { try await Migrator(client).migrate().map(\.number) } }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(applied.sorted() == Migrations.all.map(\.number).filter { $0 > 0 })
        }
    }

    @Test func anAppliedMigrationMustNotChange() async throws {
        try await withEmptyDatabase { client in
            let first = Migration(number: 1, name: "0001_a", script: "CREATE TABLE a (x int); CREATE SCHEMA mdm; CREATE FUNCTION mdm.make_partitions(timestamptz) RETURNS int LANGUAGE sql AS 'SELECT 1'")
            _ = try await Migrator(client, migrations: [Self.ledger, first]).migrate()
            let edited = Migration(number: 1, name: "0001_a", script: first.script + "; -- edited")
            await #expect(throws: MigrationError.changed(name: "0001_a")) { try await Migrator(client, migrations: [Self.ledger, edited]).migrate() }
            await #expect(throws: MigrationError.unknown(name: "0001_a")) { try await Migrator(client, migrations: [Self.ledger]).pending() }
        }
    }

    @Test func aFailedMigrationLeavesNothingBehind() async throws {
        try await withEmptyDatabase { client in
            let broken = Migration(number: 1, name: "0001_broken", script: "CREATE TABLE half (x int); SELECT 1 / 0")
            await #expect(throws: (any Error).self) { try await Migrator(client, migrations: [Self.ledger, broken]).migrate() }
            let half = Statement(name: "t", sql: "SELECT to_regclass('half') IS NULL")
            let isGone = try await client.query(half).only.bool(0)
            #expect(isGone)
            #expect(try await Migrator(client, migrations: [Self.ledger, broken]).pending() == [broken])
        }
    }

    @Test func aGapInTheNumbersIsRefused() async throws {
        try await withEmptyDatabase { client in
            let second = Migration(number: 2, name: "0002_b", script: "SELECT 1")
            await #expect(throws: MigrationError.numbering(name: "0002_b")) { try await Migrator(client, migrations: [Self.ledger, second]).migrate() }
        }
    }
}
