import FoundationEssentials
import Glibc
import LocalPostgres
import Logging

/// The PostgreSQL server of this test process: the one of `MDM_TEST_POSTGRES` (a libpq connection string of a role that
/// may create databases), or a private one in a temporary folder, which a watchdog removes when this process ends,
/// however it ends.
package actor TestServer {
    package static let shared = TestServer()

    private var starting: Task<String, any Error>?

    /// A connection string for the server's maintenance database.
    package func url() async throws -> String {
        if let starting { return try await starting.value }
        let task = Task { try await Self.start() }
        starting = task
        return try await task.value
    }

    private static let parent = "/tmp/mdm-tests"

    private static func start() async throws -> String {
        if let given = getenv("MDM_TEST_POSTGRES"), given.pointee != 0 { return String(cString: given) }
        removeLeftovers()
        let folder = "\(parent)/\(getpid())"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for path in [parent, folder] { chmod(path, 0o755) }
        Watchdog.watch(getpid(), folder: folder)
        // Tests lose nothing with the machine, so nothing is forced to disk.
        let server = try await LocalPostgres.start(
            data: folder, logger: Logger(label: "test.postgres") { _ in SwiftLogNoOpLogHandler() },
            settings: [
                "fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "shared_buffers": "128MB",
                "max_connections": "200", "autovacuum": "off", "max_wal_size": "1GB",
            ])
        return server.url
    }

    /// Servers whose test process is gone and whose watchdog was killed with it.
    private static func removeLeftovers() {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? [] {
            guard let process = pid_t(name), process != getpid(), kill(process, 0) != 0, errno == ESRCH else { continue }
            Watchdog.remove("\(parent)/\(name)")
        }
    }
}
