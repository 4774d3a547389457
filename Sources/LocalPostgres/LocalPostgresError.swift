/// Why the embedded PostgreSQL cannot serve, and what to do about it.
package struct LocalPostgresError: Error, Sendable, CustomStringConvertible {
    package enum Kind: String, Sendable {
        /// No PostgreSQL server package, or not the version of this cluster.
        case serverMissing
        /// The folder holds something else, or belongs to somebody else.
        case folderTaken
        /// PostgreSQL's user may not reach or write the folder.
        case folderUnreachable
        /// Started by root on a machine without an unprivileged user for PostgreSQL.
        case accountMissing
        case diskFull
        /// Another process kept the folder locked for too long.
        case locked
        /// `initdb` failed.
        case creationFailed
        /// The server did not start; the message ends with the last lines of its log.
        case startFailed
    }

    package let kind: Kind
    package let message: String

    init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    package var description: String { message }
}
