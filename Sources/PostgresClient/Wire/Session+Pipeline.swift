import CLibPQ

/// Running statements: all of them in one round trip.
extension Session {
    /// What one entry of libpq's pipeline answers.
    private enum Step {
        case prepare(index: Int, serverName: String)
        case run(index: Int)

        var index: Int {
            switch self {
            case .prepare(let index, _), .run(let index): index
            }
        }
    }

    /// A parameter's place in the writer.
    private struct Span {
        var offset: Int
        var length: Int32
        var isNull: Bool
    }

    /// Runs statements in order and returns the rows of each. After the first failure none of the following runs, and
    /// without an open transaction none of the earlier ones has taken effect either.
    ///
    /// Cancelling the task cancels the running statement on the server. A shielded call ignores cancellation: rolling
    /// back must happen.
    func run(_ bound: [BoundStatement], shielded: Bool = false) async throws(PostgresError) -> [Rows] {
        if !shielded && Task.isCancelled { throw PostgresError(.cancelled, "the task was cancelled before the statement ran") }
        try occupy(.command)
        defer { occupation = .free }
        let spans = try encode(bound)
        startCounting()
        canceller.begin()
        let outcome = await shielded ? perform(bound, spans) : withTaskCancellationHandler {
            await perform(bound, spans)
        } onCancel: {
            canceller.request()
        }
        if await canceller.finish(), failure == nil { try await absorbLateCancel() }
        switch outcome {
        case .success(let rows): return rows
        case .failure(var error):
            if error.sqlState == .queryCanceled, !shielded, Task.isCancelled {
                error.kind = .cancelled
                error.message = "the task was cancelled, and the statement with it"
            }
            throw error
        }
    }

    /// Encodes everything before anything is sent, so that a refused value leaves the connection untouched.
    private func encode(_ bound: [BoundStatement]) throws(PostgresError) -> [[Span]] {
        writer.removeAll()
        let encoder = ParameterEncoder(writer: writer)
        var spans: [[Span]] = []
        spans.reserveCapacity(bound.count)
        for entry in bound {
            guard entry.parameters.count <= 65_535 else {
                throw PostgresError(
                    .invalidParameter, "\(entry.parameters.count) parameters, at most 65535 are possible; pass arrays instead",
                    statement: entry.statement.name)
            }
            var row: [Span] = []
            row.reserveCapacity(entry.parameters.count)
            for (index, parameter) in entry.parameters.enumerated() {
                let offset = writer.count
                do throws(EncodingRefusal) {
                    try encoder.encode(parameter)
                } catch {
                    let reason = switch error {
                    case .zeroByteInText: "holds a zero byte (U+0000), which PostgreSQL cannot store; remove it"
                    case .tooLarge: "takes a gigabyte or more, PostgreSQL's bound; send it in parts"
                    }
                    throw PostgresError(.invalidParameter, "parameter $\(index + 1) \(reason)", statement: entry.statement.name)
                }
                row.append(Span(
                    offset: offset, length: Int32(truncatingIfNeeded: writer.count - offset), isNull: parameter == .null))
            }
            spans.append(row)
        }
        return spans
    }

    private func perform(_ bound: [BoundStatement], _ spans: [[Span]]) async -> Result<[Rows], PostgresError> {
        do throws(PostgresError) {
            let steps = try send(bound, spans)
            return try await collect(bound, steps)
        } catch {
            return .failure(error)
        }
    }

    /// Queues everything in libpq's buffer; libpq sends what the socket takes.
    private func send(_ bound: [BoundStatement], _ spans: [[Span]]) throws(PostgresError) -> [Step] {
        // A name clash is the program's mistake: find it before anything is queued.
        for entry in bound { _ = try prepared.find(entry) }
        var steps: [Step] = []
        steps.reserveCapacity(bound.count + 2)
        for (index, entry) in bound.enumerated() {
            let name = entry.statement.name
            let variant: PreparedStatements.Variant
            if let known = try prepared.find(entry) {
                variant = known
            } else {
                variant = prepared.add(entry)
                let types = variant.types.map { Oid($0.rawValue) }
                guard PQsendPrepare(connection, variant.serverName, entry.statement.sql, Int32(types.count), types) == 1 else {
                    throw connectionLost(name)
                }
                steps.append(.prepare(index: index, serverName: variant.serverName))
            }
            guard send(variant.serverName, spans[index]) else { throw connectionLost(name) }
            steps.append(.run(index: index))
        }
        guard PQpipelineSync(connection) == 1 else { throw connectionLost(bound.first?.statement.name) }
        return steps
    }

    private func send(_ serverName: String, _ spans: [Span]) -> Bool {
        let count = Int32(spans.count)
        guard count > 0 else { return PQsendQueryPrepared(connection, serverName, 0, nil, nil, nil, 1) == 1 }
        let start = writer.start
        return withUnsafeTemporaryAllocation(of: UnsafePointer<CChar>?.self, capacity: spans.count) { values in
            withUnsafeTemporaryAllocation(of: Int32.self, capacity: spans.count * 2) { numbers in
                for (index, span) in spans.enumerated() {
                    values.initializeElement(at: index, to: span.isNull ? nil : start.map { $0 + span.offset })
                    numbers.initializeElement(at: index, to: span.length)
                    numbers.initializeElement(at: spans.count + index, to: 1)
                }
                let lengths = numbers.baseAddress
                return PQsendQueryPrepared(
                    connection, serverName, count, values.baseAddress, lengths, lengths.map { $0 + spans.count }, 1) == 1
            }
        }
    }

    /// Reads to the end of the pipeline, whatever fails in between.
    private func collect(_ bound: [BoundStatement], _ steps: [Step]) async throws(PostgresError) -> Result<[Rows], PostgresError> {
        var rows: [Rows] = []
        rows.reserveCapacity(bound.count)
        var bytes = 0
        var firstError: PostgresError?
        var unprepared: [(Statement, String)] = []
        var position = 0
        var isOver = false
        while !isOver {
            let name = position < steps.count ? bound[steps[position].index].statement.name : bound.last?.statement.name
            guard let result = try await nextResult(name) else {
                // The end of one step's results; after a broken connection libpq says this for ever.
                guard PQstatus(connection) == CONNECTION_OK, position < steps.count else { throw connectionLost(name) }
                position += 1
                continue
            }
            switch PQresultStatus(result) {
            case PGRES_PIPELINE_SYNC:
                PQclear(result)
                isOver = true
            case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY:
                bytes += PQresultMemorySize(result)
                if case .run = steps[position] { rows.append(Rows(ResultHandle(result))) } else { PQclear(result) }
                if bytes > resultBytesLimit { throw tooLarge(name) }
            case PGRES_PIPELINE_ABORTED:
                PQclear(result)
                if case .prepare(let index, let serverName) = steps[position] {
                    unprepared.append((bound[index].statement, serverName))
                }
            case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH:
                PQclear(result)
                throw lose(PostgresError(.misuse, "COPY cannot run as a statement; use copyIn or copyOut", statement: name))
            default:
                let error = PostgresError(result: result, statement: name)
                PQclear(result)
                switch steps[position] {
                case .prepare(let index, let serverName): unprepared.append((bound[index].statement, serverName))
                case .run(let index):
                    // DEALLOCATE, or a changed schema: the next run prepares it anew.
                    if ["26000", "0A000"].contains(error.sqlState) { prepared.removeAll(bound[index].statement) }
                }
                if firstError == nil { firstError = error }
                if error.kind == .connectionLost { throw lose(error) }
            }
        }
        for (statement, serverName) in unprepared { prepared.remove(statement, serverName) }
        if let firstError { return .failure(firstError) }
        return .success(rows)
    }

    /// After a cancel request: one empty round trip, during which a signal that comes late finds the server idle, where
    /// it has no effect.
    private func absorbLateCancel() async throws(PostgresError) {
        guard PQpipelineSync(connection) == 1 else { throw connectionLost(nil) }
        try await flush(nil)
        while true {
            let result = try await nextResult(nil)
            guard PQstatus(connection) == CONNECTION_OK else { throw connectionLost(nil) }
            guard let result else { continue }
            let status = PQresultStatus(result)
            PQclear(result)
            if status == PGRES_PIPELINE_SYNC { return }
        }
    }
}

extension Session {
    /// Prepares a statement without running it, and forgets it: for the check of all statements against a schema.
    func check(_ statement: Statement) async throws(PostgresError) {
        try occupy(.command)
        defer { occupation = .free }
        startCounting()
        // The unnamed statement; the next unnamed one replaces it.
        guard PQsendPrepare(connection, "", statement.sql, 0, nil) == 1, PQpipelineSync(connection) == 1 else {
            throw connectionLost(statement.name)
        }
        var failed: PostgresError?
        while true {
            let result = try await nextResult(statement.name)
            guard PQstatus(connection) == CONNECTION_OK else { throw connectionLost(statement.name) }
            guard let result else { continue }
            defer { PQclear(result) }
            switch PQresultStatus(result) {
            case PGRES_PIPELINE_SYNC:
                if let failed { throw failed }
                return
            case PGRES_COMMAND_OK: break
            default: failed = PostgresError(result: result, statement: statement.name)
            }
        }
    }
}
