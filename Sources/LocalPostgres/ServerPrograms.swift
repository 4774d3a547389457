import FoundationEssentials
import Glibc

/// PostgreSQL's server programs: Debian keeps them per major version, outside PATH.
struct ServerPrograms: Sendable {
    let folder: String
    let majorVersion: Int

    var initdb: String { folder + "/initdb" }
    var pgCtl: String { folder + "/pg_ctl" }

    /// Those of the wanted version, or the newest ones.
    static func find(version: Int?) throws(LocalPostgresError) -> ServerPrograms {
        let found = installed()
        if let version {
            if let match = found.first(where: { $0.majorVersion == version }) { return match }
            let others = found.map { "\($0.majorVersion)" }.joined(separator: ", ")
            throw LocalPostgresError(
                .serverMissing,
                "the data folder was made by PostgreSQL \(version), which is not installed"
                    + (others.isEmpty ? "" : " (installed: \(others))")
                    + "; install it (apt-get install postgresql-\(version)), or use another data folder")
        }
        guard let newest = found.max(by: { $0.majorVersion < $1.majorVersion }) else {
            throw LocalPostgresError(
                .serverMissing,
                "no PostgreSQL server found in /usr/lib/postgresql/*/bin or PATH; install it (apt-get install postgresql-15), "
                    + "or name a database with --database-url")
        }
        return newest
    }

    private static func installed() -> [ServerPrograms] {
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib/postgresql")) ?? []
        var found: [ServerPrograms] = []
        for version in versions.compactMap({ Int($0) }).sorted() {
            let programs = ServerPrograms(folder: "/usr/lib/postgresql/\(version)/bin", majorVersion: version)
            if programs.isComplete { found.append(programs) }
        }
        for folder in (getenv("PATH").map { String(cString: $0) } ?? "").split(separator: ":").map(String.init) {
            // Its version stands in the share folder's control file of every installation made by `make install`.
            guard let version = versionOfShare(beside: folder), !found.contains(where: { $0.majorVersion == version }) else { continue }
            let programs = ServerPrograms(folder: folder, majorVersion: version)
            if programs.isComplete { found.append(programs) }
        }
        return found
    }

    private var isComplete: Bool {
        ["initdb", "pg_ctl", "postgres"].allSatisfy { access(folder + "/" + $0, X_OK) == 0 }
    }

    /// The first line of postgres.bki is `# PostgreSQL 15`.
    private static func versionOfShare(beside folder: String) -> Int? {
        for path in ["/../share/postgresql/postgres.bki", "/../share/postgres.bki"] {
            guard let file = fopen(folder + path, "r") else { continue }
            defer { fclose(file) }
            var line = [CChar](repeating: 0, count: 64)
            guard fgets(&line, Int32(line.count), file) != nil else { continue }
            let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            return text.split(whereSeparator: { $0 == " " || $0 == "\n" }).last.flatMap { Int($0) }
        }
        return nil
    }
}
