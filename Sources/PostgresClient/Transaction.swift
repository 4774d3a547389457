/// A transaction, lent to the body of `withTransaction`: holding it is the permission to write.
///
/// Not Sendable: it cannot be captured by a child task or returned from another isolation. Stashing it beyond its body
/// is caught when it is used. BEGIN travels with the first statements, so it costs no round trip.
package final class Transaction {
    enum Progress {
        case notBegun, begun, committed
    }

    let session: Session
    private let options: TransactionOptions
    private(set) var progress = Progress.notBegun
    private(set) var isFinished = false
    /// Why BEGIN failed, if it did.
    private(set) var beginError: PostgresError?
    /// The first error of a statement, which decides whether running the body again can help.
    private(set) var firstError: PostgresError?
    private(set) var commitError: TransactionError?

    init(_ session: Session, _ options: TransactionOptions) {
        self.session = session
        self.options = options
    }

    /// Runs one statement.
    package func query(_ statement: Statement, _ parameters: [PostgresValue]) async throws(PostgresError) -> Rows {
        try await pipeline([BoundStatement(statement, parameters)])[0]
    }

    package func query(_ statement: Statement, _ parameters: PostgresValue...) async throws(PostgresError) -> Rows {
        try await pipeline([BoundStatement(statement, parameters)])[0]
    }

    /// Runs statements in order in one round trip and returns the rows of each. The first failure ends the transaction.
    package func pipeline(_ bound: [BoundStatement]) async throws(PostgresError) -> [Rows] {
        try checkUsable()
        if bound.isEmpty { return [] }
        return try await run(bound)
    }

    /// Runs the last statements and COMMIT in one round trip. Afterwards nothing more can run in this transaction.
    package func commit(after bound: [BoundStatement] = []) async throws(PostgresError) -> [Rows] {
        try checkUsable()
        if bound.isEmpty && progress == .notBegun {
            progress = .committed
            return []
        }
        do throws(PostgresError) {
            var rows = try await run(bound + [BoundStatement(TransactionOptions.commit)])
            guard let tag = rows.popLast()?.tag, tag == "COMMIT" else {
                throw PostgresError(
                    .server, "a statement of the transaction had failed, so COMMIT rolled back", statement: "commit",
                    sqlState: firstError?.sqlState ?? "25P02")
            }
            progress = .committed
            return rows
        } catch {
            // Rows of an earlier statement or COMMIT itself: both mean that nothing is stored, unless the connection broke.
            if error.kind == .connectionLost {
                commitError = TransactionError(phase: .commitUnknown, cause: error, bodyError: nil)
            } else if error.statement == "commit" {
                commitError = TransactionError(phase: .commit, cause: error, bodyError: nil)
            }
            note(error)
            throw error
        }
    }

    /// `COPY … FROM STDIN` with chunks in the format that the statement names. Returns the number of rows.
    package func copyIn<Chunks: AsyncSequence>(_ sql: String, _ chunks: Chunks) async throws -> Int where Chunks.Element == [UInt8] {
        try await beginNow()
        return try await noting { try await CopyIn(session).run(sql, chunks) }
    }

    package func copyIn<Chunks: Sequence>(_ sql: String, _ chunks: Chunks) async throws(PostgresError) -> Int where Chunks.Element == [UInt8] {
        try await beginNow()
        do throws(PostgresError) {
            return try await CopyIn(session).run(sql, chunks)
        } catch {
            note(error)
            throw error
        }
    }

    /// Runs a script of several statements, unprepared.
    package func execute(script: String) async throws(PostgresError) {
        try await beginNow()
        do throws(PostgresError) {
            try await session.execute(script: script)
        } catch {
            note(error)
            throw error
        }
    }

    // MARK: How

    /// No use after the body has ended.
    func finish() { isFinished = true }

    private func checkUsable() throws(PostgresError) {
        precondition(!isFinished, "a Transaction is used after its withTransaction has ended; do not store it")
        if progress == .committed { throw PostgresError(.misuse, "the transaction is committed; nothing more can run in it") }
    }

    private func beginNow() async throws(PostgresError) {
        try checkUsable()
        if progress == .notBegun { _ = try await run([]) }
    }

    private func run(_ bound: [BoundStatement]) async throws(PostgresError) -> [Rows] {
        let begin = progress == .notBegun ? options.begin : nil
        do throws(PostgresError) {
            guard let begin else { return try await session.run(bound) }
            var rows = try await session.run([BoundStatement(begin)] + bound)
            rows.removeFirst()
            progress = .begun
            return rows
        } catch {
            if let begin {
                if error.statement == begin.name { beginError = error }
                // Refused before anything was sent: the next call begins. Otherwise BEGIN went out.
                if await session.transactionState != .none { progress = .begun }
            }
            note(error)
            throw error
        }
    }

    private func noting<Value>(_ body: () async throws -> Value) async throws -> Value {
        do {
            return try await body()
        } catch {
            if let error = error as? PostgresError { note(error) }
            throw error
        }
    }

    private func note(_ error: PostgresError) {
        if firstError == nil { firstError = error }
    }
}
