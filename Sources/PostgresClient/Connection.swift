/// One connection, lent to the body of `withConnection`, for what needs a session of its own: scripts, COPY, LISTEN,
/// session-level advisory locks. Not Sendable, and not to be used after the body.
package final class Connection {
    let session: Session
    private var isFinished = false

    init(_ session: Session) { self.session = session }

    /// Runs one statement, which commits by itself.
    package func query(_ statement: Statement, _ parameters: [PostgresValue]) async throws(PostgresError) -> Rows {
        try await pipeline([BoundStatement(statement, parameters)])[0]
    }

    package func query(_ statement: Statement, _ parameters: PostgresValue...) async throws(PostgresError) -> Rows {
        try await pipeline([BoundStatement(statement, parameters)])[0]
    }

    /// Runs statements in one round trip; together they are one transaction.
    package func pipeline(_ bound: [BoundStatement]) async throws(PostgresError) -> [Rows] {
        checkUsable()
        return bound.isEmpty ? [] : try await session.run(bound)
    }

    /// Runs a script of several statements, unprepared and without parameters; one transaction, unless it says BEGIN.
    package func execute(script: String) async throws(PostgresError) {
        checkUsable()
        try await session.execute(script: script)
    }

    /// Prepares a statement without running it: the server checks its syntax, its names and its types.
    package func prepare(_ statement: Statement) async throws(PostgresError) {
        checkUsable()
        try await session.check(statement)
    }

    package func copyIn<Chunks: Sequence>(_ sql: String, _ chunks: Chunks) async throws(PostgresError) -> Int where Chunks.Element == [UInt8] {
        checkUsable()
        return try await CopyIn(session).run(sql, chunks)
    }

    package func copyIn<Chunks: AsyncSequence>(_ sql: String, _ chunks: Chunks) async throws -> Int where Chunks.Element == [UInt8] {
        checkUsable()
        return try await CopyIn(session).run(sql, chunks)
    }

    /// Starts `COPY … TO STDOUT`.
    package func copyOut(_ sql: String) async throws(PostgresError) -> CopyOut {
        checkUsable()
        try await session.beginCopyOut(sql)
        return CopyOut(session: session)
    }

    /// Listens on a channel from now on, and returns what comes there. While a task waits for the next notification,
    /// the connection serves nothing else.
    package func notifications(on channel: String) async throws(PostgresError) -> Notifications {
        checkUsable()
        try await session.listen(on: channel)
        return Notifications(session: session, channel: channel)
    }

    func finish() { isFinished = true }

    private func checkUsable() {
        precondition(!isFinished, "a Connection is used after its withConnection has ended; do not store it")
    }
}
