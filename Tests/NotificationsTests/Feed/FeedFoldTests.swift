import FoundationEssentials
import HubStore
import HubStoreTesting
import MasterData
@testable import Notifications
import Testing

@Suite(.timeLimit(.minutes(1))) struct FeedFoldTests {
    private static let ids = (0..<3).map { _ in TimeOrderedId.make() }

    private func fill(_ bench: FeedBench) async throws {
        let writer = GoldenWriter(bench.store)
        try await writer.write(Self.ids)
        try await writer.write(Self.ids, attributes: #"{"legalName":"é"}"#)
        try await bench.cut()
        try await writer.write([Self.ids[0]], attributes: "{}", status: .merged, mergedInto: Self.ids[1])
    }

    @Test func theFoldIsTheGoldenTableTickedOrNot() async throws {
        try await withBench { bench in
            #expect(try await bench.feed.fold() == FoldReport())
            try await fill(bench)
            let report = try await bench.feed.fold()
            #expect((report.events, report.goldenRecords, report.mismatches) == (7, 3, 0))
            try await bench.cut()
            #expect(try await bench.feed.fold() == report)
        }
    }

    @Test(arguments: [
        // A decomposed é is another value than the composed one, though Swift calls the strings equal.
        #"UPDATE mdm.golden_record SET attributes = '{"legalName":"e\#u{301}"}' WHERE golden_id = '\#(ids[1])'"#,
        "UPDATE mdm.golden_record SET version = version + 1 WHERE golden_id = '\(ids[1])'",
        "UPDATE mdm.golden_record SET status = 'retired' WHERE golden_id = '\(ids[1])'",
        "UPDATE mdm.golden_record SET merged_into = '\(ids[2])' WHERE golden_id = '\(ids[0])'",
        "DELETE FROM mdm.golden_record WHERE golden_id = '\(ids[1])'",
        "DELETE FROM mdm.outbox WHERE golden_id = '\(ids[1])'",
        "DELETE FROM mdm.outbox WHERE golden_id = '\(ids[1])' AND golden_version = 1",
        "DELETE FROM mdm.outbox WHERE golden_id = '\(ids[1])' AND golden_version = 2",
        "DELETE FROM mdm.golden_version WHERE golden_id = '\(ids[1])' AND version = 1",
        "INSERT INTO mdm.outbox SELECT * FROM mdm.outbox WHERE golden_id = '\(ids[1])' AND golden_version = 2",
    ])
    func whateverIsTamperedWithShows(_ tampering: String) async throws {
        try await withBench { bench in
            try await fill(bench)
            try await bench.store.run(tampering)
            let report = try await bench.feed.fold()
            #expect(report.mismatches == 1)
            #expect(report.examples.count == 1)
        }
    }
}
