/// A transaction failed outside its body. What the body itself throws is passed on as it is once the transaction is
/// rolled back.
package struct TransactionError: Error, Sendable, CustomStringConvertible {
    package enum Phase: String, Sendable {
        /// It could not start; the body's statements did not run.
        case begin
        /// The body failed, and rolling back failed too; the connection is closed, which rolls back as well.
        case rollback
        /// COMMIT was refused: nothing was stored.
        case commit
        /// The connection broke while COMMIT was under way: it may or may not be stored. Not retried.
        case commitUnknown
    }

    package let phase: Phase
    package let cause: PostgresError
    /// What the body threw, where `phase` is `rollback`.
    package let bodyError: (any Error)?

    package var description: String {
        switch phase {
        case .begin: "the transaction could not start: \(cause)"
        case .rollback: "the transaction failed and could not be rolled back: \(cause)"
        case .commit: "the transaction was not committed: \(cause)"
        case .commitUnknown: "it is not known whether the transaction was committed; read before writing again: \(cause)"
        }
    }
}
