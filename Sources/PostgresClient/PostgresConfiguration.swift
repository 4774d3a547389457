/// Where the database is and how the client behaves towards it.
package struct PostgresConfiguration: Sendable {
    /// A libpq URI (`postgresql://…`) or keyword string (`host=… dbname=…`), passed to libpq as it is: several hosts,
    /// `target_session_attrs` and all TLS settings work. Empty: libpq's own `PG*` environment decides.
    package var url: String
    /// Most connections that are open at one time.
    package var poolSize: Int
    /// How long libpq tries each host; whole seconds, at least two, because libpq counts so.
    package var connectTimeout: Duration
    /// PostgreSQL cancels a statement that takes longer (`statement_timeout`); zero means never.
    package var statementTimeout: Duration
    /// PostgreSQL gives up a statement that waits longer for one lock (`lock_timeout`); zero means never.
    package var lockTimeout: Duration
    /// What `pg_stat_activity` shows.
    package var applicationName: String
    /// The role that every session takes on after connecting (`SET ROLE`), with fewer rights than the login role.
    package var role: String?
    /// How long a caller waits for a connection, connecting and its repetitions included, before it is refused.
    package var acquireTimeout: Duration = .seconds(10)
    /// Most callers that wait for a connection at one time; the next one is refused at once.
    package var waitingLimit: Int = 10_000
    /// Most bytes that the result of one round trip may take; a larger one is refused and its connection closed.
    package var resultBytesLimit: Int = 256 << 20
    /// An idle connection is closed after this time, except the last one, which stays warm.
    package var idleTimeout: Duration = .seconds(600)

    package init(
        url: String,
        poolSize: Int = 8,
        connectTimeout: Duration = .seconds(5),
        statementTimeout: Duration = .seconds(30),
        lockTimeout: Duration = .seconds(10),
        applicationName: String = "mdm",
        role: String? = nil
    ) {
        self.url = url
        self.poolSize = max(1, poolSize)
        self.connectTimeout = connectTimeout
        self.statementTimeout = statementTimeout
        self.lockTimeout = lockTimeout
        self.applicationName = applicationName
        self.role = role
    }
}

extension Duration {
    /// Whole milliseconds, rounded up, so that a short timeout never becomes zero, which PostgreSQL reads as "never".
    var wholeMilliseconds: Int64 {
        let (seconds, attoseconds) = components
        let part = attoseconds / 1_000_000_000_000_000
        let rest: Int64 = attoseconds % 1_000_000_000_000_000 > 0 ? 1 : 0
        return seconds * 1_000 + part + rest
    }
}
