package import PostgresClient

/// How far a file load has come: written in the transaction of each batch, so that it resumes exactly there.
package struct LoadProgress: Sendable, Hashable {
    /// Names the file and what it is loaded as.
    package var fingerprint: String
    /// Bytes taken.
    package var position: Int64
    /// Lines taken.
    package var line: Int64
    /// A JSON object of counts so far.
    package var countsJSON: String

    package init(fingerprint: String, position: Int64, line: Int64, countsJSON: String) {
        self.fingerprint = fingerprint
        self.position = position
        self.line = line
        self.countsJSON = countsJSON
    }

    /// The statement that records it, for the batch's own transaction.
    package var recording: BoundStatement {
        BoundStatement(Queries.upsertLoadProgress, .text(fingerprint), .int8(position), .int8(line), .json(countsJSON))
    }

    /// The statement that forgets it, when the file is done.
    package static func forgetting(_ fingerprint: String) -> BoundStatement {
        BoundStatement(Queries.deleteLoadProgress, .text(fingerprint))
    }
}

extension HubStore {
    /// Where a load of this fingerprint stopped; nil where none did.
    package func loadProgress(_ fingerprint: String) async throws(PostgresError) -> LoadProgress? {
        guard let row = try await client.query(Queries.readLoadProgress, .text(fingerprint)).first else { return nil }
        return LoadProgress(fingerprint: try row.text(0), position: try row.int8(1), line: try row.int8(2), countsJSON: try row.json(3))
    }
}
