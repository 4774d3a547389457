import FoundationEssentials
import HubStore
import HubStoreTesting
import MasterData
import Testing

@Suite struct GoldenRecordsTests {
    @Test func theCurrentStateAndTheOnesKnownBefore() async throws {
        try await withStore { store in
            let writer = GoldenWriter(store)
            let id = TimeOrderedId.make()
            #expect(try await store.goldenRecord(id) == nil)
            try await writer.write([id], attributes: #"{"legalName":"Acme"}"#)
            let first = try #require(try await store.goldenRecord(id))
            try await writer.write([id], attributes: #"{"legalName":"Acme Inc"}"#)
            let second = try #require(try await store.goldenRecord(id))
            #expect((first.version, first.attributesJSON) == (1, #"{"legalName":"Acme"}"#))
            #expect((second.version, second.attributesJSON, second.number) == (2, #"{"legalName":"Acme Inc"}"#, first.number))
            #expect(first.number == "C0000000001")
            #expect(try await store.goldenRecord(id, knownAt: first.recordedAt) == first)
            #expect(try await store.goldenRecord(id, knownAt: second.recordedAt) == second)
            #expect(try await store.goldenRecord(id, knownAt: Timestamp(microseconds: first.recordedAt.microseconds - 1)) == nil)
        }
    }

    @Test func redirectsLeadToTheSurvivor() async throws {
        try await withStore { store in
            let writer = GoldenWriter(store)
            let ids = (0..<5).map { _ in TimeOrderedId.make() }
            try await writer.write(ids)
            for (id, next) in zip(ids, ids.dropFirst()) { try await writer.write([id], attributes: "{}", status: .merged, mergedInto: next) }
            for id in ids { #expect(try await store.survivor(of: id)?.goldenId == ids[4]) }
            #expect(try await store.survivor(of: TimeOrderedId.make()) == nil)
            // What must never be: the end redirects to the start. It is found, and it ends.
            try await writer.write([ids[4]], attributes: "{}", status: .merged, mergedInto: ids[0])
            #expect(try await store.survivor(of: ids[2])?.status == .merged)
        }
    }

    @Test func pagesCoverEverythingOnce() async throws {
        try await withStore { store in
            let writer = GoldenWriter(store)
            var ids = (0..<7).map { _ in TimeOrderedId.make() }
            try await writer.write(ids)
            try await writer.write([TimeOrderedId.make()], entity: .product)
            try await writer.write([ids.remove(at: 3)], attributes: "{}", status: .retired)
            var seen: [UUID] = []
            while case let page = try await store.goldenRecords(entity: .customer, after: seen.last, limit: 2), !page.isEmpty {
                #expect(page.count <= 2)
                seen += page.map(\.goldenId)
            }
            #expect(seen == ids.sorted(by: UUID.older))
            #expect(try await store.goldenRecords(entity: .customer, limit: 10, status: nil).count == 7)
        }
    }
}
