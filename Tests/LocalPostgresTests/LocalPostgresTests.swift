import FoundationEssentials
import Glibc
import LocalPostgres
import PostgresClient
import PostgresTesting
import Testing

/// The embedded server on real folders. One after the other: each starts a server.
@Suite(.serialized, .timeLimit(.minutes(5))) struct LocalPostgresTests {
    static let quick = ["fsync": "off", "shared_buffers": "32MB", "max_connections": "20"]
    static let one = Statement(name: "one", sql: "SELECT 1")

    private func client(_ server: LocalPostgres) -> PostgresClient {
        var configuration = PostgresConfiguration(url: server.url, poolSize: 2)
        configuration.acquireTimeout = .seconds(60)
        return PostgresClient(configuration, logger: TestDatabase.quiet)
    }

    private func postmaster(_ server: LocalPostgres) throws -> pid_t {
        let text = try String(contentsOfFile: server.cluster + "/postmaster.pid", encoding: .utf8)
        return try #require(pid_t(text.split(separator: "\n")[0]))
    }

    @Test func makesStartsReusesAndStops() async throws {
        try await withTemporaryFolder { folder in
            let first = try await LocalPostgres.start(data: folder, logger: TestDatabase.quiet, settings: Self.quick)
            #expect(first.startedByUs)
            #expect(!first.url.contains("password="))
            let client = client(first)
            try await client.withConnection { try await $0.execute(script: "CREATE TABLE kept (n int); INSERT INTO kept VALUES (7)") }
            let settings = try await client.query(Statement(name: "settings", sql: """
                SELECT current_setting('listen_addresses'), current_setting('data_checksums'), current_setting('server_encoding'),
                       current_setting('jit'), current_setting('synchronous_commit'), current_database()::text
                """)).only
            #expect(try (0..<6).map(Column.position).map { try settings.text($0) } == ["", "on", "UTF8", "off", "on", "mdm"])

            let second = try await LocalPostgres.start(data: folder, logger: TestDatabase.quiet, settings: Self.quick)
            #expect(!second.startedByUs)
            // What it did not start it does not stop, and what others use stays up.
            await second.stop()
            #expect(try await client.query(Self.one).only.int8(0) == 1)
            await first.stop()
            #expect(try await client.query(Self.one).only.int8(0) == 1, "the second user is still there")
            withExtendedLifetime(second) {}
            await client.close()
        }
    }

    @Test func theServerSurvivesKillsAndStalePidFiles() async throws {
        try await withTemporaryFolder { folder in
            let first = try await LocalPostgres.start(data: folder, logger: TestDatabase.quiet, settings: Self.quick)
            let client = client(first)
            try await client.withConnection { try await $0.execute(script: "CREATE TABLE kept (n int); INSERT INTO kept VALUES (7)") }
            let process = try postmaster(first)
            kill(process, SIGKILL)
            let again = try await LocalPostgres.start(data: folder, logger: TestDatabase.quiet, settings: Self.quick)
            #expect(again.startedByUs)
            #expect(try postmaster(again) != process)
            // The client, which knew the old server, finds the new one by itself.
            #expect(try await client.query(Statement(name: "kept", sql: "SELECT n FROM kept")).only.int4(0) == 7)

            // A pid file whose number belongs to another program by now.
            await again.stop()
            kill(try #require(try? postmaster(again)), SIGKILL)
            try await Task.sleep(for: .milliseconds(200))
            try "\(getpid())\n\(again.cluster)\n".write(toFile: again.cluster + "/postmaster.pid", atomically: true, encoding: .utf8)
            let third = try await LocalPostgres.start(data: folder, logger: TestDatabase.quiet, settings: Self.quick)
            #expect(third.startedByUs)
            #expect(try await client.query(Statement(name: "kept", sql: "SELECT n FROM kept")).only.int4(0) == 7)
            await client.close()
        }
    }

    @Test func runningStatementsWaitForTheServerToComeBack() async throws {
        try await withTemporaryFolder { folder in
            let first = try await LocalPostgres.start(data: folder, logger: TestDatabase.quiet, settings: Self.quick)
            let client = client(first)
            let process = try postmaster(first)
            let interrupted = Task { try await client.query(Statement(name: "long", sql: "SELECT pg_sleep(60)")) }
            try await Task.sleep(for: .milliseconds(300))
            kill(process, SIGKILL)
            // The statement that ran is lost; whoever asks meanwhile waits for the new server.
            async let meanwhile = client.query(Self.one)
            let again = try await LocalPostgres.start(data: folder, logger: TestDatabase.quiet, settings: Self.quick)
            let error = await #expect(throws: PostgresError.self) { try await interrupted.value }
            #expect(error?.kind == .connectionLost)
            #expect(try await meanwhile.only.int8(0) == 1)
            withExtendedLifetime(again) {}
            await client.close()
        }
    }

    @Test func simultaneousStartsMakeOneServer() async throws {
        try await withTemporaryFolder { folder in
            let servers = try await withThrowingTaskGroup(of: LocalPostgres.self) { group in
                for _ in 0..<4 {
                    group.addTask { try await LocalPostgres.start(data: folder, logger: TestDatabase.quiet, settings: Self.quick) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(servers.filter(\.startedByUs).count == 1)
            #expect(Set(servers.map(\.url)).count == 1)
        }
    }

    @Test func takenFoldersAndOtherVersionsAreRefused() async throws {
        try await withTemporaryFolder { folder in
            let cluster = folder + "/postgres"
            try FileManager.default.createDirectory(atPath: cluster, withIntermediateDirectories: true)
            try "mine".write(toFile: cluster + "/letter.txt", atomically: true, encoding: .utf8)
            let taken = await #expect(throws: LocalPostgresError.self) { try await LocalPostgres.start(data: folder, logger: TestDatabase.quiet) }
            #expect(taken?.kind == .folderTaken)
            #expect(taken?.message.contains("--data") == true)
            #expect(try String(contentsOfFile: cluster + "/letter.txt", encoding: .utf8) == "mine")

            try "9\n".write(toFile: cluster + "/PG_VERSION", atomically: true, encoding: .utf8)
            try "x".write(toFile: folder + "/postgres.pass", atomically: true, encoding: .utf8)
            let other = await #expect(throws: LocalPostgresError.self) { try await LocalPostgres.start(data: folder, logger: TestDatabase.quiet) }
            #expect(other?.kind == .serverMissing)
            #expect(other?.message.contains("apt-get install postgresql-9") == true)

            let file = folder + "/file"
            try "x".write(toFile: file, atomically: true, encoding: .utf8)
            let notAFolder = await #expect(throws: LocalPostgresError.self) { try await LocalPostgres.start(data: file, logger: TestDatabase.quiet) }
            #expect(notAFolder?.kind == .folderTaken)
        }
    }

    @Test func longPathsWithOddNamesWork() async throws {
        try await withTemporaryFolder { folder in
            let deep = folder + "/it's a \"long\" name: \\ ü " + String(repeating: "x", count: 100)
            let server = try await LocalPostgres.start(data: deep, logger: TestDatabase.quiet, settings: Self.quick)
            let client = client(server)
            #expect(try await client.query(Self.one).only.int8(0) == 1)
            await client.close()
            await server.stop()
        }
    }

    /// Root's own folders are closed to PostgreSQL's user; the cluster then lies elsewhere and the data folder says where.
    @Test(.enabled(if: geteuid() == 0)) func foldersClosedToThePostgresUserWork() async throws {
        try await withTemporaryFolder { folder in
            let closed = folder + "/closed"
            try FileManager.default.createDirectory(atPath: closed, withIntermediateDirectories: true)
            chmod(closed, 0o700)
            let data = closed + "/.mdm"
            let server = try await LocalPostgres.start(data: data, logger: TestDatabase.quiet, settings: Self.quick)
            #expect(server.cluster.hasPrefix("/var/lib/mdm-hub/"))
            let home = String(server.cluster.dropLast("/postgres".count))
            defer { try? FileManager.default.removeItem(atPath: home) }
            let client = client(server)
            #expect(try await client.query(Self.one).only.int8(0) == 1)
            await client.close()
            await server.stop()
            let again = try await LocalPostgres.start(data: data, logger: TestDatabase.quiet, settings: Self.quick)
            #expect(again.cluster == server.cluster)
            await again.stop()
        }
    }

    /// TLS records are larger than what libpq reads at once; rows of every size must come through, and cancelling works.
    @Test(.enabled(if: access("/usr/bin/openssl", X_OK) == 0)) func tlsCarriesLargeResults() async throws {
        try await withTemporaryFolder { folder in
            let settings = Self.quick.merging(["listen_addresses": "127.0.0.77"]) { $1 }
            let server = try await LocalPostgres.start(data: folder, logger: TestDatabase.quiet, settings: settings)
            let local = client(server)
            try makeCertificate(server.cluster)
            try append("hostssl all all 127.0.0.0/8 scram-sha-256\n", to: server.cluster + "/pg_hba.conf")
            try await local.withConnection { try await $0.execute(script: "ALTER SYSTEM SET ssl = on") }
            try await local.withConnection { try await $0.execute(script: "SELECT pg_reload_conf()") }
            let line = try String(contentsOfFile: folder + "/postgres.pass", encoding: .utf8)
            let password = try #require(line.split(separator: "\n").first?.split(separator: ":").last)
            var configuration = PostgresConfiguration(
                url: "postgresql://mdm:\(password)@127.0.0.77:5432/mdm?sslmode=require", poolSize: 1, statementTimeout: .seconds(20))
            configuration.acquireTimeout = .seconds(30)
            let client = PostgresClient(configuration, logger: TestDatabase.quiet)
            try await Task.sleep(for: .seconds(1))
            let inUse = Statement(name: "tls", sql: "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
            #expect(try await client.query(inUse).only.bool(0))
            for size in [1, 4_000, 8_191, 8_192, 8_193, 12_000, 16_383, 16_384, 20_000, 24_576, 32_000, 65_536, 1_000_000] {
                let text = String(repeating: "x", count: size)
                let rows = try await client.query(Statement(name: "echo", sql: "SELECT $1 FROM generate_series(1, 5)"), .text(text))
                #expect(try rows.count == 5 && rows[4].text(0).utf8.count == size, "\(size)")
            }
            let sleeping = Task { try await client.query(Statement(name: "sleep", sql: "SELECT pg_sleep(15)")) }
            try await Task.sleep(for: .milliseconds(300))
            sleeping.cancel()
            let error = await #expect(throws: PostgresError.self) { try await sleeping.value }
            #expect(error?.kind == .cancelled)
            await client.close()
            await local.close()
            await server.stop()
        }
    }

    private func append(_ text: String, to path: String) throws {
        let file = try #require(fopen(path, "a"))
        defer { fclose(file) }
        fputs(text, file)
    }

    /// A self-signed certificate where the server looks for it, owned by the cluster's owner.
    private func makeCertificate(_ cluster: String) throws {
        let script = """
            openssl req -new -x509 -days 2 -nodes -subj /CN=test -out "$0/server.crt" -keyout "$0/server.key" 2>/dev/null
            chmod 600 "$0/server.key"; chown --reference="$0/PG_VERSION" "$0/server.crt" "$0/server.key"
            """
        var arguments: [UnsafeMutablePointer<CChar>?] = ["sh", "-c", script, cluster].map { $0.withCString { strdup($0) } } + [nil]
        defer { for argument in arguments { free(argument) } }
        var child = pid_t()
        try #require(posix_spawn(&child, "/bin/sh", nil, nil, &arguments, environ) == 0)
        var status: Int32 = 0
        waitpid(child, &status, 0)
    }

    @Test func valuesStayOutOfTheServersLog() async throws {
        try await withTemporaryFolder { folder in
            let server = try await LocalPostgres.start(data: folder, logger: TestDatabase.quiet, settings: Self.quick)
            let client = client(server)
            try await client.withConnection { try await $0.execute(script: "CREATE TABLE held (name text PRIMARY KEY)") }
            let insert = Statement(name: "insert", sql: "INSERT INTO held VALUES ($1)")
            _ = try await client.query(insert, .text("canary-1234"))
            await #expect(throws: PostgresError.self) { try await client.query(insert, .text("canary-1234")) }
            await #expect(throws: PostgresError.self) { try await client.query(Statement(name: "cast", sql: "SELECT $1::text::int"), .text("canary-1234")) }
            await client.close()
            let log = try String(contentsOfFile: folder + "/postgres.log", encoding: .utf8)
            #expect(log.contains("ready to accept connections"))
            #expect(!log.contains("canary"))
            await server.stop()
        }
    }
}

/// A folder that is removed afterwards, with whatever server still runs in it stopped.
func withTemporaryFolder(_ body: (String) async throws -> Void) async throws {
    let folder = "/tmp/mdm-local-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    chmod(folder, 0o755)
    defer {
        // Every process of a server works in its cluster's folder.
        for process in (try? FileManager.default.contentsOfDirectory(atPath: "/proc"))?.compactMap({ pid_t($0) }) ?? [] {
            let works = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(process)/cwd")
            if works?.hasPrefix(folder + "/") == true { kill(process, SIGQUIT) }
        }
        usleep(300_000)
        try? FileManager.default.removeItem(atPath: folder)
    }
    try await body(folder)
}
