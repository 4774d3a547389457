/// Why the feed cannot be sequenced. Says what to do.
package enum SequencerError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The ledger has seen later transactions than the server has.
    case restoredFromDump
    /// Another process holds the sequencer's lock and does not cut.
    case stuck

    package var description: String {
        switch self {
        case .restoredFromDump:
            """
            the change feed's tick ledger knows transactions that this PostgreSQL server has not reached: the database was restored from \
            a dump, and new events would look like old ones; stop the server, move its transaction counter beyond the ledger's newest \
            snapshot with `pg_resetwal --next-transaction-id` and `--epoch`, and start the hub again
            """
        case .stuck:
            """
            another process holds the change feed's sequencer lock but has cut no tick for 10 seconds; find it in pg_locks \
            (advisory lock 7233803) and end it, or try again when it has caught up
            """
        }
    }
}
