import HubStore
import LocalPostgres
import Logging
import PostgresClient

/// An open database: the embedded one, started if need be, or the one that a URL names.
struct Database: Sendable {
    /// For work as the service's own role, which owns nothing and cannot change history.
    let store: HubStore
    /// The migrations that opening it applied.
    let applied: [Migration]
    private let embedded: LocalPostgres?

    /// How a command uses the database.
    struct Use: Sendable {
        var connections = 4
        /// Longest statement; zero: no bound, for commands that read everything.
        var statementTimeout: Duration = .seconds(60)
        /// Migrate a database that a URL names, too. The embedded one is always migrated.
        var migrates = false
    }

    /// Opens the database and makes sure that its schema is this program's.
    static func open(_ place: DatabasePlace, _ use: Use = Use(), logger: Logger) async throws -> Database {
        let embedded: LocalPostgres?
        let url: String
        var migrates = use.migrates
        switch place {
        case .url(let given):
            embedded = nil
            url = given
        case .embedded(let folder):
            let server = try await LocalPostgres.start(data: folder, logger: logger)
            embedded = server
            url = server.url
            migrates = true
        }
        do {
            let applied = try await prepareSchema(url, place: place, migrates: migrates, logger: logger)
            let service = PostgresConfiguration(
                url: url, poolSize: use.connections, statementTimeout: use.statementTimeout, lockTimeout: use.statementTimeout, role: "mdm_service")
            return Database(store: HubStore(client: PostgresClient(service, logger: logger)), applied: applied, embedded: embedded)
        } catch {
            await embedded?.stop()
            throw error
        }
    }

    /// Closes the connections, and stops the embedded PostgreSQL if this process started it and nobody else uses it.
    func close() async {
        await store.client.close()
        await embedded?.stop()
    }

    /// As the role that owns the schema.
    private static func prepareSchema(_ url: String, place: DatabasePlace, migrates: Bool, logger: Logger) async throws -> [Migration] {
        let owner = PostgresClient(PostgresConfiguration(url: url, poolSize: 1, applicationName: "mdm migrate"), logger: logger)
        do {
            let migrator = Migrator(owner)
            let applied: [Migration]
            if migrates {
                applied = try await migrator.migrate()
            } else {
                applied = []
                let pending = try await migrator.pending()
                guard pending.isEmpty else {
                    throw CommandFailure(
                        "\(place.name) lacks \(pending.count) of this program's migrations (\(pending.map(\.name).joined(separator: ", "))): run `mdm migrate` as its owner")
                }
            }
            await owner.close()
            return applied
        } catch {
            await owner.close()
            throw error
        }
    }
}

/// Opens the database for `body` and closes it afterwards, whatever happens.
func withDatabase<Result>(
    _ options: DatabaseOptions, _ use: Database.Use = .init(), _ body: (HubStore) async throws -> Result
) async throws -> Result {
    let database = try await Database.open(Settings.current().database(options), use, logger: .command)
    do {
        let result = try await body(database.store)
        await database.close()
        return result
    } catch {
        await database.close()
        throw error
    }
}
