package import FoundationEssentials
package import MasterData
package import PostgresClient

/// Two source records that may be the same party; a steward says.
package struct Review: Sendable, Hashable {
    package struct Side: Sendable, Hashable {
        package var recordId: Int64
        package var goldenId: UUID
        package var platform: String
        /// As the platform writes it.
        package var nativeId: String
    }

    package var entity: Entity
    /// Match weight in thousandths of a bit.
    package var weight: Int32
    /// Why it waits.
    package var cause: StoredEdge.Kind
    package var openedAt: Timestamp
    package var first: Side
    package var second: Side

    /// Where the next page of the list starts.
    package var cursor: ReviewCursor { ReviewCursor(weight: weight, first: first.recordId, second: second.recordId) }

    init(_ row: Row) throws(PostgresError) {
        entity = Entity(stored: try row.text(2))
        weight = try row.int4(3)
        cause = StoredEdge.Kind(rawValue: try row.text("kind")) ?? .possibleMatch
        openedAt = Timestamp(try row.timestamp(4))
        first = Side(recordId: try row.int8(0), goldenId: try row.uuid(5), platform: try row.text(6), nativeId: try row.text(7))
        second = Side(recordId: try row.int8(1), goldenId: try row.uuid(8), platform: try row.text(9), nativeId: try row.text(10))
    }
}

/// A place in the list of reviews.
package struct ReviewCursor: Sendable, Hashable {
    package var weight: Int32
    package var first: Int64
    package var second: Int64

    package init(weight: Int32, first: Int64, second: Int64) {
        self.weight = weight
        self.first = first
        self.second = second
    }
}

/// How many reviews of an entity wait, and since when the oldest.
package struct ReviewCount: Sendable, Hashable {
    package var entity: Entity
    package var waiting: Int64
    package var oldest: Timestamp
}

extension HubStore {
    /// Possible matches between golden records, the likeliest first.
    package func reviews(entity: Entity? = nil, after: ReviewCursor? = nil, limit: Int) async throws(PostgresError) -> [Review] {
        var reviews: [Review] = []
        let rows = try await client.query(
            Queries.listReviews, .text(ifPresent: entity?.rawValue), after.map { .int4($0.weight) } ?? .null,
            .int8(ifPresent: after?.first), .int8(ifPresent: after?.second), .int4(Int32(clamping: limit)))
        for row in rows { reviews.append(try Review(row)) }
        return reviews
    }

    /// One count for each entity with reviews.
    package func reviewCounts() async throws(PostgresError) -> [ReviewCount] {
        var counts: [ReviewCount] = []
        for row in try await client.query(Queries.countReviews) {
            counts.append(ReviewCount(
                entity: Entity(stored: try row.text(0)), waiting: try row.int8(1), oldest: Timestamp(try row.timestamp(2))))
        }
        return counts
    }
}
