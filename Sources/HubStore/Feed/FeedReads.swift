package import FoundationEssentials
package import MasterData
package import PostgresClient

/// What the ledger held right after events were read from it.
package struct FeedBounds: Sendable, Hashable {
    /// The oldest tick that is kept.
    package var first: Int64
    package var last: Int64
    package var lastEpoch: Int64
    /// The epoch of the tick asked about; nil where it is not in the ledger.
    package var epoch: Int64?

    init(_ row: Row) throws(PostgresError) {
        first = try row.int8(0)
        last = try row.int8(1)
        lastEpoch = try row.int8(2)
        epoch = try row.int8IfPresent(3)
    }
}

/// A golden record as the golden table has it.
package struct GoldenState: Sendable {
    package var goldenId: UUID
    package var version: Int64
    package var status: GoldenStatus
    package var mergedInto: UUID?
    package var attributesJSON: String
}

extension HubStore {
    /// The events behind a position, in the order of the feed, and the ledger's bounds: read after the events, so that an expiry
    /// meanwhile shows. One round trip.
    package func feed(after position: FeedPosition, limit: Int) async throws(PostgresError) -> (events: [ChangeEvent], bounds: FeedBounds) {
        let answers = try await client.pipeline(Self.reading(position, limit))
        return (try ChangeEvent.events(answers[1]), try FeedBounds(answers[2].only))
    }

    /// The same, and whether there were events, right before, that no tick held yet.
    package func feedAndBacklog(
        after position: FeedPosition, limit: Int
    ) async throws(PostgresError) -> (events: [ChangeEvent], bounds: FeedBounds, hasUnticked: Bool) {
        var statements = Self.reading(position, limit)
        statements.insert(BoundStatement(Queries.hasUntickedEvents, []), at: 1)
        let answers = try await client.pipeline(statements)
        return (try ChangeEvent.events(answers[2]), try FeedBounds(answers[3].only), try answers[1].only.bool(0))
    }

    private static func reading(_ position: FeedPosition, _ limit: Int) -> [BoundStatement] {
        [
            BoundStatement(Queries.preferIndexes, []),
            BoundStatement(Queries.readFeed, [.int8(position.tick), .int8(position.seq), .int4(Int32(clamping: limit))]),
            BoundStatement(Queries.readFeedBounds, [.int8(position.tick)]),
        ]
    }

    /// Lends one moment's view of the feed and of the golden table.
    package func withFeedSnapshot<Result>(_ body: (FeedSnapshot) async throws -> Result) async throws -> Result {
        try await client.withTransaction(.init(isolation: .repeatableRead, readOnly: true, retries: 0)) { transaction in
            _ = try await transaction.query(Queries.preferIndexes)
            return try await body(FeedSnapshot(transaction: transaction))
        }
    }
}

/// The feed and the golden table as of one moment.
package struct FeedSnapshot {
    fileprivate let transaction: Transaction

    package func bounds() async throws(PostgresError) -> FeedBounds {
        try FeedBounds(await transaction.query(Queries.readFeedBounds, .int8(0)).only)
    }

    /// Events that ticks hold, behind a position.
    package func events(after position: FeedPosition, limit: Int) async throws(PostgresError) -> [ChangeEvent] {
        try ChangeEvent.events(await transaction.query(Queries.readFeed, .int8(position.tick), .int8(position.seq), .int4(Int32(clamping: limit))))
    }

    /// Events that no tick holds yet, behind a sequence number.
    package func untickedEvents(afterSeq seq: Int64, limit: Int) async throws(PostgresError) -> [ChangeEvent] {
        try ChangeEvent.events(await transaction.query(Queries.readFeedTail, .int8(seq), .int4(Int32(clamping: limit))))
    }

    /// A page of the golden table in the order of ids.
    package func goldenStates(after goldenId: UUID?, limit: Int) async throws(PostgresError) -> [GoldenState] {
        var states: [GoldenState] = []
        for row in try await transaction.query(Queries.listGoldenStates, .uuid(goldenId ?? .beforeAll), .int4(Int32(clamping: limit))) {
            states.append(GoldenState(
                goldenId: try row.uuid(0), version: try row.int8(1), status: GoldenStatus(stored: try row.text(2)),
                mergedInto: try row.uuidIfPresent(3), attributesJSON: try row.json(4)))
        }
        return states
    }
}
