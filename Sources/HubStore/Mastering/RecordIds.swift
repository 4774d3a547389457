package import PostgresClient

/// Hands out record ids from blocks that it reserves in the database (hi/lo), so that a batch knows its ids before it is written.
package actor RecordIds {
    private let client: PostgresClient
    private var next: Int64 = 0
    private var end: Int64 = 0

    /// Ids in a block of `mdm.record_block`.
    private static let blockSize: Int64 = 1_000

    package init(client: PostgresClient) {
        self.client = client
    }

    /// `count` ids, rising.
    package func take(_ count: Int) async throws -> [Int64] {
        var ids: [Int64] = []
        ids.reserveCapacity(count)
        while ids.count < count {
            if next == end {
                let block = try await client.query(Queries.reserveRecordBlock, []).only.int8(0)
                // Another caller may have come in while this one waited for its block.
                if next == end {
                    next = block * Self.blockSize
                    end = next + Self.blockSize
                }
            }
            let taken = min(Int64(count - ids.count), end - next)
            ids.append(contentsOf: next..<(next + taken))
            next += taken
        }
        return ids
    }
}
