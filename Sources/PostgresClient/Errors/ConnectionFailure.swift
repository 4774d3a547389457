/// Tells apart, from libpq's text, failures to connect that pass by themselves from those that somebody must repair.
///
/// libpq 15 gives no SQLSTATE for a failed connection. Anything not listed counts as transient: trying again within the
/// caller's deadline does little harm, giving up on a server that restarts does.
enum ConnectionFailure {
    /// Parts of messages that stay true until a person changes something.
    private static let permanent = [
        "password authentication failed", "no password supplied", "Peer authentication failed", "authentication failed",
        "no pg_hba.conf entry", "pg_hba.conf rejects", "is not permitted to log in",
        "certificate", "SSL was required", "server does not support SSL", "sslmode value", "invalid port number",
        "invalid connection option", "invalid integer value", "permission denied for database",
    ]

    static func error(message: String, password: String?) -> PostgresError {
        var text = message.split(separator: "\n").map { $0.trimmingPrefix { $0 == " " || $0 == "\t" } }.joined(separator: "; ")
        if let password, !password.isEmpty { text = text.replacing(password, with: "***") }
        let isPermanent = permanent.contains { text.contains($0) } || namesMissingObject(text)
        return PostgresError(.connectionFailed, "cannot connect to the database: \(text)", isTransient: !isPermanent)
    }

    /// `database "x" does not exist` and `role "x" does not exist`; a missing socket file is neither.
    private static func namesMissingObject(_ text: String) -> Bool {
        text.contains("\" does not exist") && (text.contains("database \"") || text.contains("role \""))
    }
}
