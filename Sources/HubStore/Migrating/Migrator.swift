package import PostgresClient

/// Brings the schema up to date: each migration in one transaction of its own, one process at a time.
/// Needs a client whose role may create schemas; the service's own role may only ask `pending()`.
package struct Migrator: Sendable {
    private let client: PostgresClient
    private let migrations: [Migration]

    package init(_ client: PostgresClient, migrations: [Migration] = Migrations.all) {
        self.client = client
        self.migrations = migrations
    }

    /// Applies what is missing and makes the partitions of the coming weeks. Idempotent; safe to call from several processes at once.
    /// - Returns: the migrations that this call applied, in order.
    /// - Throws: `MigrationError` where the database and the program disagree (nothing is applied then), `PostgresError` otherwise.
    package func migrate() async throws -> [Migration] {
        try checkNumbering()
        var applied: [Migration] = []
        for migration in migrations where try await apply(migration) {
            applied.append(migration)
        }
        _ = try await client.query(Queries.makePartitions)
        return applied
    }

    /// The migrations that this database still lacks. Changes nothing.
    /// - Throws: `MigrationError` where the database and the program disagree, `PostgresError` otherwise.
    package func pending() async throws -> [Migration] {
        try checkNumbering()
        guard let ledger = try await client.query(Queries.readMigrationLedger).first, try ledger.bool("exists") else { return numbered }
        return try missing(from: await client.query(Queries.readAppliedMigrations))
    }

    /// All but the ledger, which is always there or about to be.
    private var numbered: [Migration] { migrations.filter { $0.number > 0 } }

    /// - Returns: whether this call applied it, rather than finding it applied.
    private func apply(_ migration: Migration) async throws -> Bool {
        try await client.withTransaction { transaction in
            _ = try await transaction.query(Queries.lockMigrations)
            guard migration.number > 0 else {
                try await transaction.execute(script: migration.script)
                return false
            }
            let missing = try missing(from: await transaction.query(Queries.readAppliedMigrations))
            guard missing.contains(migration) else { return false }
            try await transaction.execute(script: migration.script)
            _ = try await transaction.query(
                Queries.insertAppliedMigration, .int4(Int32(migration.number)), .text(migration.name), .bytes(migration.checksum))
            return true
        }
    }

    /// Compares the database's ledger with the program's migrations.
    private func missing(from ledger: Rows) throws -> [Migration] {
        var missing = numbered
        for row in ledger {
            let number = Int(try row.int4("number"))
            let name = try row.text("name")
            guard let known = numbered.first(where: { $0.number == number }) else { throw MigrationError.unknown(name: name) }
            guard try row.bytes("checksum") == known.checksum else { throw MigrationError.changed(name: name) }
            missing.removeAll { $0.number == number }
        }
        return missing
    }

    private func checkNumbering() throws(MigrationError) {
        for (place, migration) in migrations.enumerated() where migration.number != place {
            throw .numbering(name: migration.name)
        }
    }
}
