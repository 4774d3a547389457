import Crypto
package import PostgresClient

/// How far the load of one file has come. Commits with each batch, so that an interrupted load goes on exactly where it stopped.
package struct LoadProgress: Sendable, Equatable {
    /// Names the file, by its contents, and what it is loaded as.
    package var fingerprint: String
    /// Bytes of the file that are done.
    package var position: Int64
    /// Records of the file that are done.
    package var records: Int64
    /// What came of them so far: a JSON object of the loader's own.
    package var counts: String

    package init(fingerprint: String, position: Int64, records: Int64, counts: String) {
        self.fingerprint = fingerprint
        self.position = position
        self.records = records
        self.counts = counts
    }

    /// SHA-256 over the parts, each with its length in front, as hex digits.
    package static func fingerprint(of parts: [[UInt8]]) -> String {
        var hash = SHA256()
        for part in parts {
            withUnsafeBytes(of: UInt64(part.count).bigEndian) { hash.update(bufferPointer: $0) }
            hash.update(data: part)
        }
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: hash.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// The statement that notes it, to commit with the batch.
    package var statement: BoundStatement {
        BoundStatement(Queries.writeLoadProgress, .text(fingerprint), .int8(position), .int8(records), .json(counts))
    }
}

extension HubStore {
    /// Where an interrupted load stopped; nil where there is none.
    package func loadProgress(_ fingerprint: String) async throws(PostgresError) -> LoadProgress? {
        guard let row = try await client.query(Queries.readLoadProgress, .text(fingerprint)).first else { return nil }
        return LoadProgress(
            fingerprint: fingerprint, position: try row.int8("position"), records: try row.int8("line"), counts: try row.json("counts"))
    }

    /// Forgets a load that came to its end: loading the file again starts from its beginning.
    package func forgetLoad(_ fingerprint: String) async throws(PostgresError) {
        _ = try await client.query(Queries.deleteLoadProgress, .text(fingerprint))
    }
}
