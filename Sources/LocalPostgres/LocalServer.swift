import FoundationEssentials
import Glibc
import Logging
import PostgresClient

/// The steps of making, starting and stopping one cluster's server. The caller holds the folder's lock.
struct LocalServer: Sendable {
    let folders: ClusterFolders
    let account: ServerAccount
    let logger: Logger

    static let user = "mdm"
    /// PostgreSQL needs room for its write-ahead log; with less than this it is better not to start.
    static let leastFreeBytes = 256 << 20

    func url(database: String) -> String {
        func value(_ text: String) -> String { "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'" }
        return "host=\(value(folders.socket(account))) port=5432 dbname=\(database) user=\(Self.user) passfile=\(value(folders.passwordFile))"
    }

    // MARK: Making

    /// True when the cluster is new.
    func createIfMissing(isDurable: Bool) async throws(LocalPostgresError) -> Bool {
        let content = (try? FileManager.default.contentsOfDirectory(atPath: folders.cluster)) ?? []
        if FileManager.default.fileExists(atPath: folders.cluster) && !content.isEmpty {
            guard content.contains("PG_VERSION") else {
                throw LocalPostgresError(
                    .folderTaken,
                    "`\(folders.cluster)` is not empty and not a PostgreSQL cluster; move it away, or choose another folder with --data")
            }
            guard access(folders.passwordFile, R_OK) == 0 else {
                throw LocalPostgresError(
                    .folderTaken,
                    "the cluster `\(folders.cluster)` was not made by this user's hub: `\(folders.passwordFile)` is missing or unreadable; "
                        + "use the user that made it, or another folder with --data")
            }
            return false
        }
        try checkDisk()
        let programs = try ServerPrograms.find(version: nil)
        logger.info("making a PostgreSQL cluster", metadata: ["folder": "\(folders.cluster)", "version": "\(programs.majorVersion)"])
        // Left by an attempt that was killed: it never was a cluster in use.
        try? FileManager.default.removeItem(atPath: folders.unfinished)
        try ClusterFolders.makeFolder(folders.unfinished, mode: 0o700)
        account.own(folders.unfinished)
        let password = Self.randomPassword()
        let passwordInput = folders.home + "/postgres.initial"
        try write(password + "\n", to: passwordInput, ownedByServer: true)
        defer { unlink(passwordInput) }
        var arguments = [
            "--pgdata=\(folders.unfinished)", "--username=\(Self.user)", "--pwfile=\(passwordInput)", "--auth=scram-sha-256",
            "--encoding=UTF8", "--locale=C.UTF-8", "--data-checksums",
        ]
        if !isDurable { arguments.append("--no-sync") }
        let status = await ChildProcess(account: account, output: folders.output).run(programs.initdb, arguments)
        guard status == 0 else {
            throw LocalPostgresError(
                .creationFailed, "initdb failed with status \(status): \(lastLines(of: folders.output)); "
                    + "check the folder `\(folders.home)` and the user `\(account.name)`")
        }
        try appendInclude()
        // The password first: a cluster without its password would be lost.
        try write(passwordLine(password), to: folders.passwordFile, ownedByServer: false)
        guard rename(folders.unfinished, folders.cluster) == 0 else {
            throw LocalPostgresError(
                .creationFailed, "cannot rename `\(folders.unfinished)` to `\(folders.cluster)`: \(String(cString: strerror(errno)))")
        }
        return true
    }

    private func appendInclude() throws(LocalPostgresError) {
        let path = folders.unfinished + "/postgresql.conf"
        guard let file = fopen(path, "a") else { throw LocalPostgresError(.creationFailed, "cannot write `\(path)`") }
        fputs("\ninclude = 'mdm.conf'\n", file)
        fclose(file)
    }

    /// One line of libpq's password file: host, port, database, user and password, with `:` and `\` escaped.
    private func passwordLine(_ password: String) -> String {
        let host = folders.socket(account).replacing("\\", with: "\\\\").replacing(":", with: "\\:")
        return "\(host):5432:*:\(Self.user):\(password)\n"
    }

    /// 32 random bytes from the system's generator, in hexadecimal.
    private static func randomPassword() -> String {
        var generator = SystemRandomNumberGenerator()
        return (0..<32).map { _ in
            let byte = UInt8.random(in: .min ... .max, using: &generator)
            return (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }

    // MARK: Starting

    /// True when the server was not running.
    func startIfNeeded(_ settings: [String: String]) async throws(LocalPostgresError) -> Bool {
        let process = ServerProcess(cluster: folders.cluster)
        if process.postmaster != nil {
            if await isReady(process, within: .seconds(60)) { return false }
            // It may have been stopping while we looked.
            guard process.postmaster == nil else {
                throw LocalPostgresError(
                    .startFailed, "a PostgreSQL server runs in `\(folders.cluster)` but takes no connections: \(lastLines(of: folders.log))")
            }
        }
        try checkDisk()
        let version = try clusterVersion()
        let programs = try ServerPrograms.find(version: version)
        try await waitForRemains(process)
        let socket = folders.socket(account)
        try prepareSocketFolder(socket)
        // Nothing works in this folder, so these are stale; left alone they stop the start once their number is reused.
        for stale in [folders.cluster + "/postmaster.pid", socket + "/.s.PGSQL.5432.lock", socket + "/.s.PGSQL.5432"] { unlink(stale) }
        try write(ClusterSettings(socket: socket, version: version, overrides: settings).text, to: folders.cluster + "/mdm.conf", ownedByServer: true)
        try prepareLog()
        // The folder goes by the environment and the log as its output, because pg_ctl pastes `--pgdata` and `--log` into
        // a shell command, where a `$` or a quote in a path would mean something.
        var child = ChildProcess(account: account, output: folders.log)
        child.appends = true
        child.environment = ["PGDATA": folders.cluster]
        let status = await child.run(programs.pgCtl, ["start", "--wait", "--timeout=120", "--silent"])
        let isUp = status == 0 && process.postmaster != nil
        guard isUp else {
            throw LocalPostgresError(
                .startFailed, "PostgreSQL did not start in `\(folders.cluster)` (pg_ctl status \(status)): \(lastLines(of: folders.log)); "
                    + "the whole log is in `\(folders.log)`")
        }
        logger.info("started PostgreSQL", metadata: ["cluster": "\(folders.cluster)", "version": "\(version)"])
        return true
    }

    func stop() async {
        guard let version = try? clusterVersion(), let programs = try? ServerPrograms.find(version: version) else { return }
        let status = await ChildProcess(account: account, output: folders.output).run(
            programs.pgCtl, ["stop", "--pgdata=\(folders.cluster)", "--mode=fast", "--wait", "--timeout=60", "--silent"])
        rmdir(folders.socket(account))
        if status != 0 {
            logger.warning("PostgreSQL did not stop in time", metadata: ["cluster": "\(folders.cluster)", "status": "\(status)"])
        }
    }

    /// Makes the database `mdm` where it is missing.
    func makeDatabase() async throws(LocalPostgresError) {
        var configuration = PostgresConfiguration(url: url(database: "postgres"), poolSize: 1, applicationName: "mdm start")
        configuration.acquireTimeout = .seconds(30)
        let client = PostgresClient(configuration, logger: logger)
        do {
            let exists = Statement(name: "database exists", sql: "SELECT EXISTS (SELECT FROM pg_database WHERE datname = 'mdm')")
            if try await client.query(exists).only.bool(0) == false {
                try await client.withConnection { try await $0.execute(script: "CREATE DATABASE mdm") }
            }
            await client.close()
        } catch {
            await client.close()
            throw LocalPostgresError(.startFailed, "PostgreSQL is up but cannot make the database `mdm`: \(error)")
        }
    }

    /// Whether the running server takes connections, waiting while it starts up or recovers; false once it is gone.
    private func isReady(_ process: ServerProcess, within limit: Duration) async -> Bool {
        var configuration = PostgresConfiguration(url: url(database: "postgres"), poolSize: 1, applicationName: "mdm start")
        configuration.acquireTimeout = .seconds(2)
        let client = PostgresClient(configuration, logger: logger)
        let deadline = ContinuousClock.now.advanced(by: limit)
        var answers = false
        while !answers, process.postmaster != nil, ContinuousClock.now < deadline, !Task.isCancelled {
            answers = await (try? client.query(Statement(name: "ready", sql: "SELECT 1"))) != nil
        }
        await client.close()
        return answers
    }

    /// A killed server's children leave within moments; a new one refuses to start beside them.
    private func waitForRemains(_ process: ServerProcess) async throws(LocalPostgresError) {
        let deadline = ContinuousClock.now.advanced(by: .seconds(30))
        while let remaining = process.anyProcess {
            guard ContinuousClock.now < deadline else {
                throw LocalPostgresError(
                    .startFailed, "process \(remaining) of an earlier server still works in `\(folders.cluster)`; end it (kill \(remaining))")
            }
            try? await Task.sleep(for: .milliseconds(50))
        }
    }

    private func clusterVersion() throws(LocalPostgresError) -> Int {
        let path = folders.cluster + "/PG_VERSION"
        guard let text = try? String(contentsOfFile: path, encoding: .utf8),
            let version = Int(text.filter { $0.isNumber || $0 == "." }.split(separator: ".").first ?? "")
        else {
            throw LocalPostgresError(.folderTaken, "`\(path)` cannot be read; the folder belongs to another user or is damaged")
        }
        return version
    }

    // MARK: Files

    private func checkDisk() throws(LocalPostgresError) {
        var status = statvfs()
        guard statvfs(folders.home, &status) == 0 else { return }
        let free = Int(status.f_bavail) * Int(status.f_frsize)
        guard free >= Self.leastFreeBytes else {
            throw LocalPostgresError(
                .diskFull, "only \(free >> 20) MB are free at `\(folders.home)`, PostgreSQL needs \(Self.leastFreeBytes >> 20) MB; "
                    + "free some, or choose another disk with --data")
        }
    }

    private func prepareSocketFolder(_ socket: String) throws(LocalPostgresError) {
        if mkdir(socket, 0o700) == 0 { account.own(socket) }
        var status = stat()
        // Under /tmp anybody could have made it first: it must be a real folder of the server's user, closed to others.
        guard lstat(socket, &status) == 0, status.st_mode & S_IFMT == S_IFDIR, status.st_uid == account.user, status.st_mode & 0o077 == 0 else {
            throw LocalPostgresError(
                .folderTaken, "the socket folder `\(socket)` is not a private folder of user `\(account.name)`; remove it")
        }
    }

    private func prepareLog() throws(LocalPostgresError) {
        let descriptor = open(folders.log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw LocalPostgresError(.folderUnreachable, "cannot write `\(folders.log)`") }
        defer { close(descriptor) }
        var status = stat()
        // The log is short by its settings; this keeps years of starts within bounds.
        if fstat(descriptor, &status) == 0, status.st_size > 10 << 20 { ftruncate(descriptor, 0) }
        if account.isDropped { _ = fchown(descriptor, account.user, account.group) }
    }

    /// A file that only its owner can read.
    private func write(_ text: String, to path: String, ownedByServer: Bool) throws(LocalPostgresError) {
        unlink(path)
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw LocalPostgresError(.folderUnreachable, "cannot write `\(path)`: \(String(cString: strerror(errno)))")
        }
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else {
            throw LocalPostgresError(.diskFull, "cannot write `\(path)`: \(String(cString: strerror(errno)))")
        }
        if ownedByServer, account.isDropped { _ = fchown(descriptor, account.user, account.group) }
    }

    /// The end of a program's output or of the server's log, for an error text.
    private func lastLines(of path: String) -> String {
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").suffix(4).joined(separator: " | ")
    }
}
