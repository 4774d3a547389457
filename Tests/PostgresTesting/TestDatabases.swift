import FoundationEssentials
import Glibc
import PostgresClient

/// Makes templates and clones of them on the test server.
actor TestDatabases {
    private static let starting = Once { TestDatabases(server: try await TestServer.shared.url()) }

    static func shared() async throws -> TestDatabases { try await starting.value() }

    private let server: String
    private let client: PostgresClient
    private var templates: [String: Task<String, any Error>] = [:]
    private var lastNumber = 0

    init(server: String) {
        self.server = server
        client = PostgresClient(Self.patient(server, poolSize: 4), logger: TestDatabase.quiet)
    }

    /// The server's connection string with another database name.
    nonisolated func url(of database: String) -> String {
        guard server.hasPrefix("postgres"), var parts = URLComponents(string: server) else {
            // In a keyword string the last mention counts.
            return server + " dbname=\(database)"
        }
        parts.path = "/" + database
        return parts.string ?? server
    }

    func clone(_ template: DatabaseTemplate) async throws -> String {
        let source = try await prepared(template)
        lastNumber += 1
        let name = "mdm_test_\(getpid())_\(lastNumber)"
        try await execute("CREATE DATABASE \(name) TEMPLATE \(source)")
        return name
    }

    func drop(_ name: String) async throws {
        try await execute("DROP DATABASE IF EXISTS \(name) WITH (FORCE)")
    }

    private func prepared(_ template: DatabaseTemplate) async throws -> String {
        if let task = templates[template.name] { return try await task.value }
        let task = Task { try await make(template) }
        templates[template.name] = task
        return try await task.value
    }

    private func make(_ template: DatabaseTemplate) async throws -> String {
        let name = "mdm_template_\(getpid())_\(template.name)"
        try await drop(name)
        try await execute("CREATE DATABASE \(name) TEMPLATE template0")
        let inside = PostgresClient(Self.patient(url(of: name), poolSize: 4), logger: TestDatabase.quiet)
        do {
            try await template.prepare(inside)
            await inside.close()
            // A template with open sessions cannot be cloned, and a closed session lingers for a moment on the server.
            try await execute("ALTER DATABASE \(name) ALLOW_CONNECTIONS false")
            try await execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '\(name)'")
        } catch {
            await inside.close()
            throw error
        }
        return name
    }

    /// Long timeouts: many suites start at once, on machines that build at the same time.
    private static func patient(_ url: String, poolSize: Int) -> PostgresConfiguration {
        var configuration = PostgresConfiguration(
            url: url, poolSize: poolSize, statementTimeout: .seconds(120), applicationName: "test databases")
        configuration.acquireTimeout = .seconds(120)
        return configuration
    }

    private func execute(_ sql: String) async throws {
        try await client.withConnection { try await $0.execute(script: sql) }
    }
}

/// One asynchronous start for many callers.
actor Once<Value: Sendable> {
    private let make: @Sendable () async throws -> Value
    private var task: Task<Value, any Error>?

    init(_ make: @escaping @Sendable () async throws -> Value) { self.make = make }

    func value() async throws -> Value {
        if let task { return try await task.value }
        let started = Task { try await make() }
        task = started
        return try await started.value
    }
}
