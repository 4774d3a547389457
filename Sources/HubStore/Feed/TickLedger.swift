package import PostgresClient

/// The tick ledger on one connection: what a sequencer asks and appends. Decides nothing.
package struct TickLedger {
    /// What the next tick would be.
    package struct Probe: Sendable {
        /// The newest tick.
        package var tick: Int64
        /// The snapshot to append; nil where nothing is new.
        package var snapshot: String?
        /// The ledger knows later transactions than the server: the database came from a dump.
        package var isBehind: Bool
    }

    private let connection: Connection

    package init(_ connection: Connection) {
        self.connection = connection
    }

    /// Tries to become the one sequencer of the database, as long as this connection lasts. Also tells the newest tick.
    package func tryToLead() async throws(PostgresError) -> (leads: Bool, tick: Int64) {
        let row = try await connection.query(Queries.trySequencerLock).only
        return (try row.bool(0), try row.int8(1))
    }

    /// Fences whoever led before.
    /// - Returns: the new epoch.
    package func raiseEpoch() async throws(PostgresError) -> Int32 {
        try await connection.query(Queries.raiseTickEpoch).only.int4(0)
    }

    /// - Parameter events: how many events a tick should hold; it holds more where one transaction wrote more.
    package func probe(events: Int) async throws(PostgresError) -> Probe {
        let rows = try await connection.pipeline([
            BoundStatement(Queries.preferIndexes, []), BoundStatement(Queries.probeTick, [.int8(Int64(events))]),
        ])
        let row = try rows[1].only
        return Probe(tick: try row.int8(0), snapshot: try row.textIfPresent(1), isBehind: try row.bool(2))
    }

    /// Appends the tick behind `tick`.
    /// - Returns: false where a later sequencer has taken over.
    package func append(after tick: Int64, snapshot: String, epoch: Int32) async throws(PostgresError) -> Bool {
        do throws(PostgresError) {
            return try await !connection.query(Queries.appendTick, .int4(epoch), .int8(tick), .text(snapshot)).isEmpty
        } catch {
            // Another has appended a tick of this number: it leads.
            if error.sqlState == .uniqueViolation { return false }
            throw error
        }
    }
}
