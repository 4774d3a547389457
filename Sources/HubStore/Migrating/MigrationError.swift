/// Why the schema cannot be brought up to date. Says what, where and what to do.
package enum MigrationError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The database holds another text under this number than the program carries.
    case changed(name: String)
    /// The database is ahead of this program.
    case unknown(name: String)
    /// The program's own migrations are not numbered 0, 1, 2, ….
    case numbering(name: String)

    package var description: String {
        switch self {
        case .changed(let name):
            """
            migration `\(name)` was applied to this database with another text than this program carries; \
            applied migrations never change: run the program that applied it, or restore the file and add a new migration
            """
        case .unknown(let name):
            "this database has migration `\(name)`, which this program does not know: it is older than the database; run the newer program"
        case .numbering(let name):
            "migration `\(name)` is out of order: migrations are numbered 0, 1, 2, … without a gap"
        }
    }
}
