import FoundationEssentials
import Glibc
package import Logging
package import PostgresClient
package import Testing

/// What a test database looks like at first: migrated once per test process, then cloned for each suite or test.
package struct DatabaseTemplate: Sendable {
    /// Lowercase letters, digits and `_`; one name stands for one content.
    package let name: String
    package let prepare: @Sendable (PostgresClient) async throws -> Void

    package init(name: String, prepare: @escaping @Sendable (PostgresClient) async throws -> Void) {
        self.name = name
        self.prepare = prepare
    }

    package static let empty = DatabaseTemplate(name: "empty") { _ in }
}

/// The database of the current suite or test.
package enum TestDatabase {
    /// Set by the `.database` trait.
    @TaskLocal package static var current: String?

    /// The connection string of the current database.
    package static var url: String {
        get throws {
            guard let current else { throw TestDatabaseMissing() }
            return current
        }
    }

    /// A client for the current database; the test closes it.
    package static func client(poolSize: Int = 8) throws -> PostgresClient {
        var configuration = PostgresConfiguration(url: try url, poolSize: poolSize, applicationName: "test")
        // A machine busy with builds must not fail a test.
        configuration.acquireTimeout = .seconds(60)
        return PostgresClient(configuration, logger: quiet)
    }

    package static var quiet: Logger { Logger(label: "test") { _ in SwiftLogNoOpLogHandler() } }
}

package struct TestDatabaseMissing: Error, CustomStringConvertible {
    package var description: String { "the suite or test has no `.database` trait" }
}

/// Runs `body` with a database of its own, a clone of the template, which is dropped afterwards.
package func withTestDatabase<Result>(
    template: DatabaseTemplate = .empty, _ body: (_ url: String) async throws -> Result
) async throws -> Result {
    let databases = try await TestDatabases.shared()
    let name = try await databases.clone(template)
    do {
        let result = try await body(databases.url(of: name))
        try? await databases.drop(name)
        return result
    } catch {
        try? await databases.drop(name)
        throw error
    }
}

/// Gives each suite (or each test that carries it) a database of its own under `TestDatabase.url`.
package struct DatabaseTrait: SuiteTrait, TestTrait, TestScoping {
    let template: DatabaseTemplate

    package func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @concurrent @Sendable () async throws -> Void
    ) async throws {
        try await withTestDatabase(template: template) { url in
            try await TestDatabase.$current.withValue(url) { try await function() }
        }
    }
}

extension Trait where Self == DatabaseTrait {
    package static var database: Self { DatabaseTrait(template: .empty) }
    package static func database(_ template: DatabaseTemplate) -> Self { DatabaseTrait(template: template) }
}
