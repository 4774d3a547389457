import CLibPQ

/// Makes a connection the blocking way, for a thread of its own: libpq then keeps `connect_timeout` for each host and
/// goes through several hosts and `target_session_attrs` by itself.
struct ConnectionOpening: Sendable {
    let configuration: PostgresConfiguration

    func open() -> Result<ConnectionHandle, PostgresError> {
        if let refusal = refusalOfURL() { return .failure(refusal) }
        guard let connection = connect() else {
            return .failure(PostgresError(.connectionFailed, "libpq is out of memory", isTransient: true))
        }
        guard PQstatus(connection) == CONNECTION_OK else {
            defer { PQfinish(connection) }
            return .failure(ConnectionFailure.error(message: Self.message(connection), password: PQpass(connection).map { String(cString: $0) }))
        }
        _ = PQsetNoticeReceiver(connection, { _, _ in }, nil)
        if let refusal = setUp(connection) {
            PQfinish(connection)
            return .failure(refusal)
        }
        guard PQsetnonblocking(connection, 1) == 0, PQenterPipelineMode(connection) == 1 else {
            PQfinish(connection)
            return .failure(PostgresError(.connectionFailed, "libpq cannot use pipeline mode; libpq 14 or newer is needed"))
        }
        return .success(ConnectionHandle(connection))
    }

    /// Defaults come before the URL, which overrides them; what the client depends on comes after it.
    private func connect() -> OpaquePointer? {
        let seconds = max(2, (configuration.connectTimeout.wholeMilliseconds + 999) / 1_000)
        var parameters: [(String, String)] = [
            ("connect_timeout", "\(seconds)"),
            ("application_name", configuration.applicationName),
            ("keepalives_idle", "30"),
            ("keepalives_interval", "10"),
            ("keepalives_count", "3"),
        ]
        if !configuration.url.isEmpty { parameters.append(("dbname", configuration.url)) }
        parameters.append(("client_encoding", "UTF8"))
        return withCStrings(parameters.map(\.0)) { keywords in
            withCStrings(parameters.map(\.1)) { values in
                PQconnectdbParams(keywords, values, 1)
            }
        }
    }

    /// Timeouts and role, in one round trip. Not as start-up options, which connection poolers refuse.
    private func setUp(_ connection: OpaquePointer) -> PostgresError? {
        var script = """
            SET statement_timeout = \(configuration.statementTimeout.wholeMilliseconds);
            SET lock_timeout = \(configuration.lockTimeout.wholeMilliseconds);
            SET idle_in_transaction_session_timeout = \(max(60_000, configuration.statementTimeout.wholeMilliseconds * 2));
            """
        if let role = configuration.role { script += "SET ROLE \(Identifier.quoted(role));" }
        guard let result = PQexec(connection, script) else {
            return PostgresError(.connectionFailed, "the connection broke while it was set up", isTransient: true)
        }
        defer { PQclear(result) }
        guard PQresultStatus(result) != PGRES_COMMAND_OK else { return nil }
        var error = PostgresError(result: result, statement: nil)
        error.kind = .connectionFailed
        return error
    }

    /// libpq's own texts about a malformed URL quote it, password and all; so the URL is checked first and the reason
    /// stays general.
    private func refusalOfURL() -> PostgresError? {
        guard !configuration.url.isEmpty else { return nil }
        let looksLikeString = configuration.url.contains("=") || configuration.url.hasPrefix("postgres")
        guard looksLikeString, let options = PQconninfoParse(configuration.url, nil) else {
            return PostgresError(
                .connectionFailed,
                "the database URL is not a libpq connection string; write postgresql://user@host:5432/database "
                    + "or host=… dbname=…, and percent-encode special characters of a password in the first form")
        }
        defer { PQconninfoFree(options) }
        var option = options
        while let keyword = option.pointee.keyword {
            defer { option += 1 }
            guard String(cString: keyword) == "host", let value = option.pointee.val else { continue }
            // A host with an @ inside is the rest of a password that was not percent-encoded.
            if String(cString: value).dropFirst().contains("@") {
                return PostgresError(.connectionFailed, "the database URL has an @ within its password or host; write %40 for it")
            }
        }
        return nil
    }

    private static func message(_ connection: OpaquePointer) -> String {
        PQerrorMessage(connection).map { String(cString: $0) } ?? ""
    }

    private func withCStrings<Result>(
        _ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Result
    ) -> Result {
        let copies = strings.map { Array($0.utf8CString) }
        var pointers: [UnsafePointer<CChar>?] = []
        func descend(_ index: Int) -> Result {
            guard index < copies.count else {
                pointers.append(nil)
                return pointers.withUnsafeBufferPointer { buffer in
                    guard let start = buffer.baseAddress else { preconditionFailure("the list ends with nil, so it is not empty") }
                    return body(start)
                }
            }
            return copies[index].withUnsafeBufferPointer { copy in
                pointers.append(copy.baseAddress)
                return descend(index + 1)
            }
        }
        return descend(0)
    }
}
