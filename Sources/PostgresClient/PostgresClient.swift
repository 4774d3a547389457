package import Logging

/// A pool of connections to one database, and the ways to use them.
///
/// No call blocks Swift's cooperative pool, and cancelling a task cancels the statement that it waits for.
package final class PostgresClient: Sendable {
    package let configuration: PostgresConfiguration
    private let pool: ConnectionPool
    private let logger: Logger
    private let maintenance: Task<Void, Never>

    /// Starts to open a first connection at once, and returns without waiting for it.
    package init(_ configuration: PostgresConfiguration, logger: Logger) {
        self.configuration = configuration
        self.logger = logger
        let pool = ConnectionPool(configuration, logger: logger)
        self.pool = pool
        maintenance = Task {
            while !Task.isCancelled {
                pool.maintain()
                try? await Task.sleep(for: .seconds(15))
            }
        }
    }

    deinit {
        maintenance.cancel()
    }

    /// Runs one statement, which commits by itself.
    package func query(_ statement: Statement, _ parameters: PostgresValue...) async throws(PostgresError) -> Rows {
        try await pipeline([BoundStatement(statement, parameters)])[0]
    }

    package func query(_ statement: Statement, _ parameters: [PostgresValue]) async throws(PostgresError) -> Rows {
        try await pipeline([BoundStatement(statement, parameters)])[0]
    }

    /// Runs statements in one round trip; together they are one transaction.
    package func pipeline(_ bound: [BoundStatement]) async throws(PostgresError) -> [Rows] {
        if bound.isEmpty { return [] }
        let session = try await pool.acquire()
        do throws(PostgresError) {
            let rows = try await session.run(bound)
            await pool.giveBack(session, needsReset: false)
            return rows
        } catch {
            await pool.giveBack(session, needsReset: true)
            throw error
        }
    }

    /// Lends one connection to `body`. What the body leaves open, a transaction or a COPY, is rolled back afterwards;
    /// settings of the session stay as it leaves them.
    package func withConnection<Result>(_ body: (Connection) async throws -> Result) async throws -> Result {
        let session = try await pool.acquire()
        let connection = Connection(session)
        do {
            let result = try await body(connection)
            connection.finish()
            await pool.giveBack(session, needsReset: true)
            return result
        } catch {
            connection.finish()
            await pool.giveBack(session, needsReset: true)
            throw error
        }
    }

    /// Runs `body` in a transaction and commits it when it returns; when it throws, rolls back and passes the error on.
    ///
    /// After a serialization failure, a deadlock, or a connection that broke before COMMIT, the body runs again, at most
    /// `options.retries` times after a short random pause, whatever error the body made of it.
    /// Throws what the body throws, or `TransactionError` when begin, rollback or commit failed.
    package func withTransaction<Result>(
        _ options: TransactionOptions = .init(), _ body: (Transaction) async throws -> Result
    ) async throws -> Result {
        var attempt = 0
        while true {
            let session = try await pool.acquire()
            let transaction = Transaction(session, options)
            do {
                let result = try await body(transaction)
                if transaction.progress == .begun { _ = try await transaction.commit() }
                transaction.finish()
                await pool.giveBack(session, needsReset: false)
                return result
            } catch {
                transaction.finish()
                let rollbackError = await rollBack(session)
                await pool.giveBack(session, needsReset: true)
                guard attempt < options.retries, Self.mayRunAgain(transaction), !Task.isCancelled else {
                    throw Self.outcome(of: transaction, bodyError: error, rollbackError: rollbackError)
                }
                logger.debug("a transaction runs again", metadata: [
                    "attempt": "\(attempt + 1)", "reason": "\(transaction.firstError?.sqlState?.code ?? "connection lost")",
                ])
                attempt += 1
                try await Task.sleep(for: Self.pause(attempt))
            }
        }
    }

    /// Refuses new work, waits for what runs, and closes all connections.
    package func close() async {
        maintenance.cancel()
        await pool.close()
    }

    // MARK: How

    private func rollBack(_ session: Session) async -> PostgresError? {
        switch await session.transactionState {
        case .none, .unknown: return nil
        case .open, .failed:
            do throws(PostgresError) {
                _ = try await session.run([BoundStatement(TransactionOptions.rollback)], shielded: true)
                return nil
            } catch {
                return error
            }
        }
    }

    private static func mayRunAgain(_ transaction: Transaction) -> Bool {
        guard let error = transaction.firstError, transaction.progress != .committed else { return false }
        if error.isRetryable { return true }
        return error.kind == .connectionLost && transaction.commitError?.phase != .commitUnknown
    }

    private static func outcome(of transaction: Transaction, bodyError: any Error, rollbackError: PostgresError?) -> any Error {
        if let error = transaction.commitError { return error }
        if let error = transaction.beginError { return TransactionError(phase: .begin, cause: error, bodyError: nil) }
        if let error = rollbackError { return TransactionError(phase: .rollback, cause: error, bodyError: bodyError) }
        return bodyError
    }

    /// Up to 10 ms after the first failure, twice as much after each further one, at most a second, at random.
    private static func pause(_ attempt: Int) -> Duration {
        .microseconds(Int64.random(in: 0...(min(1_000_000, 10_000 << min(attempt - 1, 7)))))
    }
}
