package import PostgresClient

/// The answer that a request with an `Idempotency-Key` got, kept for 48 hours.
package struct KeptAnswer: Sendable, Hashable {
    /// SHA-256 of method, path and body: another hash under the same key is another request.
    package var requestHash: [UInt8]
    package var status: Int
    /// A JSON object, name -> value.
    package var headersJSON: String
    package var body: [UInt8]

    package init(requestHash: [UInt8], status: Int, headersJSON: String, body: [UInt8]) {
        self.requestHash = requestHash
        self.status = status
        self.headersJSON = headersJSON
        self.body = body
    }
}

extension HubStore {
    /// The answer kept for a caller's idempotency key; nil where there is none or it is older than 48 hours.
    package func keptAnswer(keyId: String, idempotencyKey: String) async throws(PostgresError) -> KeptAnswer? {
        guard let row = try await client.query(Queries.readIdempotentRequest, .text(keyId), .text(idempotencyKey)).first else { return nil }
        return KeptAnswer(
            requestHash: try row.bytes(0), status: Int(try row.int4(1)), headersJSON: try row.json(2), body: try row.bytes(3))
    }

    /// The statement that keeps an answer, to commit with what it answers. The first answer stays.
    package static func keepingAnswer(_ answer: KeptAnswer, keyId: String, idempotencyKey: String) -> BoundStatement {
        BoundStatement(
            Queries.insertIdempotentRequest, .text(keyId), .text(idempotencyKey), .bytes(answer.requestHash), .int4(Int32(clamping: answer.status)),
            .json(answer.headersJSON), .bytes(answer.body))
    }

    /// Keeps an answer by itself.
    /// - Returns: false where another answer is kept already.
    package func keepAnswer(_ answer: KeptAnswer, keyId: String, idempotencyKey: String) async throws(PostgresError) -> Bool {
        let statement = Self.keepingAnswer(answer, keyId: keyId, idempotencyKey: idempotencyKey)
        return try await !client.query(statement.statement, statement.parameters).isEmpty
    }

    /// Deletes expired answers, at most `limit`.
    /// - Returns: how many; fewer than `limit` means that none is left.
    package func expireAnswers(limit: Int = 1_000) async throws(PostgresError) -> Int {
        try await client.query(Queries.deleteExpiredIdempotentRequests, .int4(Int32(clamping: limit))).count
    }
}
