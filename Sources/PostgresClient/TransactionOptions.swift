/// How a transaction runs.
package struct TransactionOptions: Sendable {
    package enum Isolation: String, Sendable {
        case readCommitted = "READ COMMITTED"
        case repeatableRead = "REPEATABLE READ"
        case serializable = "SERIALIZABLE"
    }

    package var isolation: Isolation
    package var readOnly: Bool
    /// How many times the body runs again after a serialization failure, a deadlock, or a connection lost before COMMIT.
    /// The body must not have effects outside the transaction, or be idempotent.
    package var retries: Int

    package init(isolation: Isolation = .readCommitted, readOnly: Bool = false, retries: Int = 5) {
        self.isolation = isolation
        self.readOnly = readOnly
        self.retries = max(0, retries)
    }

    var begin: Statement {
        let access = readOnly ? "READ ONLY" : "READ WRITE"
        return Statement(name: "begin \(isolation.rawValue) \(access)", sql: "BEGIN ISOLATION LEVEL \(isolation.rawValue) \(access)")
    }

    static let commit = Statement(name: "commit", sql: "COMMIT")
    static let rollback = Statement(name: "rollback", sql: "ROLLBACK")
}
