package import Logging

/// The embedded default: a private PostgreSQL cluster in a data folder, reached over a Unix socket only.
///
/// The server runs in a session of its own: killing the hub leaves it alive, and the next hub finds it running.
/// Programs that use one data folder share its server; whoever started it stops it, unless others still use it.
///
/// Why a password on a private socket: the hub and PostgreSQL may run as different users, so `peer` authentication
/// cannot work, and `trust` would open the database to whoever gets to the socket. A random password in a file that
/// only the hub's user can read (`postgres.pass`, named to libpq as `passfile`) needs neither, and never shows in a URL.
package struct LocalPostgres: Sendable {
    /// A libpq connection string for the database `mdm`, without a password in it.
    package let url: String
    /// Whether this call started the server, so that `stop` ends it.
    package let startedByUs: Bool
    /// The cluster's folder (`PGDATA`).
    package let cluster: String
    private let server: LocalServer
    /// Held while this process uses the server.
    private let use: FolderLock

    /// Makes the cluster if there is none, starts its server unless it runs, and returns when it takes connections.
    ///
    /// Processes that start at the same time take turns. `settings` override the server's settings, for tests.
    package static func start(
        data: String, logger: Logger, settings: [String: String] = [:]
    ) async throws(LocalPostgresError) -> LocalPostgres {
        let account = try ServerAccount.choose()
        let folders = try ClusterFolders.prepare(data, account)
        let lock = try await FolderLock.wait(folders.lock, .exclusive, limit: .seconds(120))
        defer { withExtendedLifetime(lock) {} }
        let server = LocalServer(folders: folders, account: account, logger: logger)
        let isNew = try await server.createIfMissing(isDurable: settings["fsync"] != "off")
        let startedByUs = try await server.startIfNeeded(settings)
        let use = try await FolderLock.wait(folders.users, .shared, limit: .seconds(10))
        if isNew || startedByUs { try await server.makeDatabase() }
        return LocalPostgres(
            url: server.url(database: "mdm"), startedByUs: startedByUs, cluster: folders.cluster, server: server, use: use)
    }

    /// Ends the server if this value started it and no other process uses it. Afterwards this value is of no use.
    package func stop() async {
        guard startedByUs else { return }
        // Other users hold the lock too, so it can only become exclusive when there are none.
        guard use.change(to: .exclusive) else {
            _ = use.change(to: .shared)
            return server.logger.notice("another process uses the embedded PostgreSQL, so it stays up", metadata: ["cluster": "\(cluster)"])
        }
        await server.stop()
        use.release()
    }
}
