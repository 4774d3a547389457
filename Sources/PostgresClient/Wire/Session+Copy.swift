import CLibPQ
import Glibc

/// COPY in both directions. Between its start and its end the session serves nothing else.
extension Session {
    /// Starts `COPY … FROM STDIN`.
    func beginCopyIn(_ sql: String) async throws(PostgresError) {
        try await beginCopy(sql, .copyIn, PGRES_COPY_IN)
    }

    /// Starts `COPY … TO STDOUT`.
    func beginCopyOut(_ sql: String) async throws(PostgresError) {
        try await beginCopy(sql, .copyOut, PGRES_COPY_OUT)
    }

    private func beginCopy(_ sql: String, _ direction: Occupation, _ wanted: ExecStatusType) async throws(PostgresError) {
        if Task.isCancelled { throw PostgresError(.cancelled, "the task was cancelled before COPY ran") }
        try occupy(direction)
        do throws(PostgresError) {
            try leavePipelineMode()
            let outcome = await cancellable(false) { session in await session.start(sql, wanted) }
            guard case .failure = outcome else { return }
            try await end(outcome)
        } catch {
            occupation = .free
            throw error
        }
    }

    private func start(_ sql: String, _ wanted: ExecStatusType) async -> Result<Void, PostgresError> {
        do throws(PostgresError) {
            try await sendSimple(sql)
            guard let result = try await nextResult(nil) else { throw connectionLost(nil) }
            let status = PQresultStatus(result)
            if status == wanted {
                PQclear(result)
                return .success(())
            }
            let error = status == PGRES_FATAL_ERROR
                ? PostgresError(result: result, statement: nil)
                : PostgresError(.misuse, "the statement is not a COPY in the wanted direction")
            PQclear(result)
            if status == PGRES_COPY_IN || status == PGRES_COPY_OUT || error.kind == .connectionLost { throw lose(error) }
            _ = try await drain()
            throw error
        } catch {
            return .failure(error)
        }
    }

    // MARK: In

    /// Sends one chunk and waits until the socket has taken it, so that a slow server slows the source down.
    func putCopy(_ chunk: [UInt8]) async throws(PostgresError) {
        guard occupation == .copyIn else { throw PostgresError(.misuse, "no COPY is under way") }
        if Task.isCancelled { throw PostgresError(.cancelled, "the task was cancelled during COPY") }
        var rest = chunk[...]
        while !rest.isEmpty {
            let part = rest.prefix(1 << 20)
            let sent = part.withUnsafeBytes { bytes in
                PQputCopyData(connection, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(truncatingIfNeeded: bytes.count))
            }
            switch sent {
            case 1: rest = rest.dropFirst(part.count)
            case 0: break
            // The server has ended the COPY with an error; `endCopyIn` reads which.
            default: return
            }
            try await flush(nil)
        }
    }

    /// Ends the COPY; with `aborting`, the server discards it. Returns the number of rows.
    func endCopyIn(aborting: Bool) async throws(PostgresError) -> Int {
        guard occupation == .copyIn else { throw PostgresError(.misuse, "no COPY is under way") }
        defer { occupation = .free }
        let outcome = await withTaskCancellationHandler {
            await finishCopyIn(aborting)
        } onCancel: {
            if !aborting { canceller.request() }
        }
        return try await end(outcome)
    }

    private func finishCopyIn(_ aborting: Bool) async -> Result<Int, PostgresError> {
        do throws(PostgresError) {
            if failure != nil { throw connectionLost(nil) }
            // After an error from the server libpq is out of COPY already, and ending it again fails harmlessly.
            _ = aborting ? PQputCopyEnd(connection, "ended by the client") : PQputCopyEnd(connection, nil)
            try await flush(nil)
            return .success(try await drain())
        } catch {
            return .failure(error)
        }
    }

    // MARK: Out

    /// The next rows of a COPY, joined to about 64 KiB; nil at the end.
    func nextCopyChunk() async throws(PostgresError) -> [UInt8]? {
        guard occupation == .copyOut else { return nil }
        if Task.isCancelled {
            await abandonCopyOut()
            throw PostgresError(.cancelled, "the task was cancelled during COPY")
        }
        startCounting()
        let outcome = await withTaskCancellationHandler {
            await readCopy()
        } onCancel: {
            canceller.request()
        }
        if case .success(let chunk?) = outcome, !chunk.isEmpty { return chunk }
        occupation = .free
        return try await end(outcome)
    }

    /// Stops a COPY whose rest nobody reads.
    func abandonCopyOut() async {
        guard occupation == .copyOut else { return }
        canceller.request()
        while case .success(let chunk?) = await readCopy(), !chunk.isEmpty { startCounting() }
        occupation = .free
        _ = try? await end(Result<Void, PostgresError>.success(()))
    }

    private func readCopy() async -> Result<[UInt8]?, PostgresError> {
        var chunk: [UInt8] = []
        do throws(PostgresError) {
            while chunk.count < 65_536 {
                var row: UnsafeMutablePointer<CChar>?
                let length = PQgetCopyData(connection, &row, 1)
                if length > 0, let row {
                    chunk.append(contentsOf: UnsafeRawBufferPointer(start: row, count: Int(length)))
                    PQfreemem(row)
                } else if length == 0 {
                    if !chunk.isEmpty { break }
                    await waitForServer(.read)
                    try receive(nil)
                } else {
                    if !chunk.isEmpty { return .success(chunk) }
                    _ = try await drain()
                    return .success(nil)
                }
            }
            return .success(chunk)
        } catch {
            return .failure(error)
        }
    }
}
