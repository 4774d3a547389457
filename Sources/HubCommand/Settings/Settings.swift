import FoundationEssentials
import Logging

/// Settings from their four sources: flag, environment, `mdm.yaml`, default, in this order.
struct Settings {
    let environment: [String: String]
    let file: SettingsFile

    /// Of this process and its working folder.
    static func current() throws(SettingsError) -> Settings {
        Settings(environment: ProcessInfo.processInfo.environment, file: try SettingsFile(path: SettingsFile.name))
    }

    /// Where the database is. A flag beats every variable, and a named database beats a folder of the same source.
    func database(_ options: DatabaseOptions) -> DatabasePlace {
        if let url = options.databaseUrl { return .url(url) }
        if let data = options.data { return .embedded(folder: data) }
        if let url = variable("MDM_DATABASE_URL") { return .url(url) }
        if let data = variable("MDM_DATA") { return .embedded(folder: data) }
        // An empty connection string leaves everything to libpq, which reads these variables itself.
        if ["PGHOST", "PGHOSTADDR", "PGSERVICE", "PGDATABASE"].contains(where: { variable($0) != nil }) { return .url("") }
        if let url = file.values["databaseUrl"] { return .url(url) }
        return .embedded(folder: file.values["data"] ?? ".mdm")
    }

    /// The policy folder.
    func policies(_ options: PolicyOptions) -> String {
        options.policies ?? variable("MDM_POLICIES") ?? file.values["policies"] ?? "policies"
    }

    /// `host:port` to listen on.
    func listen(_ flag: String?) -> String {
        flag ?? variable("MDM_LISTEN") ?? file.values["listen"] ?? "127.0.0.1:8080"
    }

    /// The least level that a hub logs (environment only).
    var logLevel: Logger.Level {
        variable("MDM_LOG").flatMap { Logger.Level(rawValue: $0.lowercased()) } ?? .info
    }

    /// An empty variable counts as not set.
    private func variable(_ name: String) -> String? {
        environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }
}

/// The database that a command works on.
enum DatabasePlace: Equatable {
    /// The hub's own PostgreSQL in this data folder.
    case embedded(folder: String)
    /// A libpq connection string; empty: libpq's own environment.
    case url(String)

    /// For people; never holds a password.
    var name: String {
        switch self {
        case .embedded(let folder): "the embedded PostgreSQL in \(folder)"
        case .url(""): "the database that the PG* variables name"
        case .url: "the database of --database-url"
        }
    }
}
