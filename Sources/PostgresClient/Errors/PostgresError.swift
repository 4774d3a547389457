/// What went wrong between the hub and the database. Never holds a value, a password or the text of a statement.
package struct PostgresError: Error, Sendable, Equatable {
    package enum Kind: String, Sendable {
        /// The server refused a statement; `sqlState` says why.
        case server
        /// No connection could be made.
        case connectionFailed
        /// The connection broke; whether the last statement took effect is not known.
        case connectionLost
        /// No connection was free in time, or too many callers wait already.
        case poolExhausted
        /// The client was closed.
        case closed
        /// A parameter cannot be sent.
        case invalidParameter
        /// A column is not there, is null, or is not of the type that was asked for.
        case decoding
        /// The result is larger than the configured bound.
        case resultTooLarge
        /// The task was cancelled, and the running statement with it.
        case cancelled
        /// The program used the client against its rules.
        case misuse
    }

    package var kind: Kind
    /// What happened, and what to do about it where that is known.
    package var message: String
    /// The name of the statement, where one was running.
    package var statement: String?
    /// The fields below come from the server and only with `kind == .server`, except a failed connection's state.
    package var sqlState: SQLState?
    package var severity: String?
    package var schema: String?
    package var table: String?
    package var column: String?
    package var constraint: String?
    /// Whether trying the same again later can work: the server was away, not "the password is wrong".
    package var isTransient: Bool

    package init(
        _ kind: Kind, _ message: String, statement: String? = nil, sqlState: SQLState? = nil, isTransient: Bool = false
    ) {
        self.kind = kind
        self.message = message
        self.statement = statement
        self.sqlState = sqlState
        self.isTransient = isTransient
    }

    /// A serialization failure or a deadlock: the transaction may succeed when it runs again.
    package var isRetryable: Bool { sqlState?.isRetryable ?? false }
}

extension PostgresError: CustomStringConvertible {
    package var description: String {
        var text = message
        if let sqlState { text += " (SQLSTATE \(sqlState)" + (constraint.map { ", constraint \($0)" } ?? "") + ")" }
        if let statement { text += " in statement `\(statement)`" }
        return text
    }
}
