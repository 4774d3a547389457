import HubStore
import HubStoreTesting
import MasterData
import Testing

@Suite struct ReviewsTests {
    @Test func theLikeliestFirstInPagesAndCounted() async throws {
        try await withStore { store in
            let writer = GoldenWriter(store)
            let together = TimeOrderedId.make()
            for record in 1...6 { try await writer.link("sap", "\(record)", to: record <= 2 ? together : TimeOrderedId.make(), record: Int64(record)) }
            try await store.run("""
                INSERT INTO mdm.match_edge (record_a, record_b, entity, kind, weight, opened_at) VALUES
                    (1, 2, 'customer', 'possibleMatch', 9000, '2026-01-01Z'), (1, 3, 'customer', 'possibleMatch', 5000, '2026-01-02Z'),
                    (3, 4, 'customer', 'possibleMatch', 5000, '2026-01-03Z'), (4, 5, 'product', 'possibleMatch', 7000, '2026-01-04Z'),
                    (5, 6, 'customer', 'cut', 9000, '2026-01-05Z')
                """)
            var seen: [String] = []
            var cursor: ReviewCursor?
            while case let page = try await store.reviews(after: cursor, limit: 1), let review = page.last {
                seen.append("\(review.first.nativeId) ? \(review.second.nativeId)")
                cursor = review.cursor
            }
            #expect(seen == ["raw 4 ? raw 5", "raw 1 ? raw 3", "raw 3 ? raw 4"], "what is together or cut apart needs no review")
            #expect(try await store.reviews(entity: .product, limit: 10).count == 1)
            let counts = try await store.reviewCounts()
            #expect(counts.map(\.entity) == [.customer, .product])
            #expect(counts.map(\.waiting) == [2, 1])
            #expect(counts[0].oldest.date == "2026-01-02")
        }
    }
}
