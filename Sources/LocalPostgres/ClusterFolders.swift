import FoundationEssentials
import Glibc

/// Where everything of one embedded cluster lies.
///
/// In the data folder: `postgres/` (the cluster, PostgreSQL's own user only), `postgres-socket/`, `postgres.log`,
/// `postgres.pass` (this user only), `postgres.lock`, `postgres.users`. When root starts the hub in a folder that
/// PostgreSQL's user may not enter (`/root/…`), the cluster lies under `/var/lib/mdm-hub/` instead, and
/// `postgres.location` says where.
struct ClusterFolders: Sendable {
    let data: String
    /// The folder that holds cluster, log and socket: `data`, or its stand-in.
    let home: String

    var cluster: String { home + "/postgres" }
    /// A cluster in the making; it gets its name once `initdb` has finished.
    var unfinished: String { home + "/postgres.unfinished" }
    var log: String { home + "/postgres.log" }
    var passwordFile: String { data + "/postgres.pass" }
    var output: String { home + "/postgres.out" }
    var lock: String { data + "/postgres.lock" }
    var users: String { data + "/postgres.users" }

    /// A socket's path has room for 107 bytes; a longer one goes under /tmp, named for the data folder.
    func socket(_ account: ServerAccount) -> String {
        let near = home + "/postgres-socket"
        let file = "/.s.PGSQL.5432"
        if near.utf8.count + file.utf8.count <= 107 { return near }
        return "/tmp/mdm-\(account.user)-\(Self.hash(home))"
    }

    /// Makes the data folder and finds the cluster's home.
    static func prepare(_ data: String, _ account: ServerAccount) throws(LocalPostgresError) -> ClusterFolders {
        let data = absolute(data)
        try makeFolder(data, mode: 0o755)
        let pointer = data + "/postgres.location"
        if let home = try? String(contentsOfFile: pointer, encoding: .utf8).split(separator: "\n").first.map(String.init) {
            return ClusterFolders(data: data, home: home)
        }
        guard account.isDropped, let closed = account.firstClosedFolder(onTheWayTo: data) else {
            return ClusterFolders(data: data, home: data)
        }
        let home = "/var/lib/mdm-hub/" + UUID().uuidString.lowercased()
        guard account.firstClosedFolder(onTheWayTo: "/var/lib") == nil else {
            throw LocalPostgresError(
                .folderUnreachable,
                "PostgreSQL runs as `\(account.name)`, which may not enter `\(closed)`; "
                    + "choose a data folder elsewhere (--data /srv/mdm), or allow it: chmod o+x \(closed)")
        }
        try makeFolder(home, mode: 0o755)
        guard (try? Data((home + "\n").utf8).write(to: URL(filePath: pointer))) != nil else {
            throw LocalPostgresError(.folderUnreachable, "cannot write `\(pointer)`; check that its folder is writable")
        }
        return ClusterFolders(data: data, home: home)
    }

    static func makeFolder(_ path: String, mode: mode_t) throws(LocalPostgresError) {
        var isFolder = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
            guard isFolder else { throw LocalPostgresError(.folderTaken, "`\(path)` is a file; name a folder") }
            return
        }
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            // Whatever the umask says: PostgreSQL's user must get through an open folder, and nobody else into a private one.
            chmod(path, mode)
        } catch {
            throw LocalPostgresError(
                .folderUnreachable, "cannot make the folder `\(path)`; make it yourself, or choose another with --data")
        }
    }

    static func absolute(_ path: String) -> String {
        let full = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
        return URL(filePath: full).standardizedFileURL.path.trimmingSuffix("/")
    }

    /// FNV-1a, 64 bits (Fowler, Noll, Vo): a short name that is the same in every run, no secret.
    private static func hash(_ text: String) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return String(hash, radix: 16)
    }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: String) -> String {
        count > suffix.count && hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
    }
}
