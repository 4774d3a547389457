import CLibPQ

/// Commands outside pipeline mode: scripts of several statements, and the start of COPY.
extension Session {
    /// Runs a script of any number of statements by the simple protocol, unprepared and without parameters. Without
    /// its own BEGIN the whole script is one transaction.
    func execute(script: String, shielded: Bool = false) async throws(PostgresError) {
        if !shielded && Task.isCancelled { throw PostgresError(.cancelled, "the task was cancelled before the script ran") }
        try occupy(.command)
        defer { occupation = .free }
        try leavePipelineMode()
        let outcome = await cancellable(shielded) { session in await session.simple(script) }
        try await end(outcome)
    }

    /// Runs `operation` so that cancelling the task cancels it on the server.
    func cancellable<Value: Sendable>(
        _ shielded: Bool, _ operation: (isolated Session) async -> Result<Value, PostgresError>
    ) async -> Result<Value, PostgresError> {
        startCounting()
        canceller.begin()
        if shielded { return await operation(self) }
        return await withTaskCancellationHandler {
            await operation(self)
        } onCancel: {
            canceller.request()
        }
    }

    /// Ends a command outside pipeline mode and returns to it.
    @discardableResult
    func end<Value: Sendable>(_ outcome: Result<Value, PostgresError>) async throws(PostgresError) -> Value {
        let wasCancelled = await canceller.finish()
        if failure == nil {
            // A cancel that came late must not hit the next statement: this empty one takes it.
            if wasCancelled { _ = await simple("") }
            if failure == nil, PQenterPipelineMode(connection) != 1 { _ = connectionLost(nil) }
        }
        switch outcome {
        case .success(let value): return value
        case .failure(var error):
            if wasCancelled, error.sqlState == .queryCanceled, Task.isCancelled {
                error.kind = .cancelled
                error.message = "the task was cancelled, and the statement with it"
            }
            throw error
        }
    }

    func leavePipelineMode() throws(PostgresError) {
        guard PQexitPipelineMode(connection) == 1 else { throw connectionLost(nil) }
    }

    func sendSimple(_ sql: String) async throws(PostgresError) {
        guard PQsendQuery(connection, sql) == 1 else { throw connectionLost(nil) }
        try await flush(nil)
    }

    private func simple(_ script: String) async -> Result<Void, PostgresError> {
        do throws(PostgresError) {
            try await sendSimple(script)
            _ = try await drain()
            return .success(())
        } catch {
            return .failure(error)
        }
    }

    /// Reads results until the command is over; returns the number of rows that the last one changed.
    func drain() async throws(PostgresError) -> Int {
        var firstError: PostgresError?
        var affected = 0
        while let result = try await nextResult(nil) {
            let status = PQresultStatus(result)
            switch status {
            case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY:
                affected = PQcmdTuples(result).flatMap { Int(String(cString: $0)) } ?? 0
            case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH:
                PQclear(result)
                throw lose(PostgresError(.misuse, "COPY cannot run within a script; use copyIn or copyOut"))
            default:
                let error = PostgresError(result: result, statement: nil)
                if firstError == nil { firstError = error }
                if error.kind == .connectionLost {
                    PQclear(result)
                    throw lose(error)
                }
            }
            PQclear(result)
        }
        guard PQstatus(connection) == CONNECTION_OK else { throw connectionLost(nil) }
        if let firstError { throw firstError }
        return affected
    }
}
