import FoundationEssentials
import HubStore
import HubStoreTesting
import MasterData
@testable import Notifications
import Testing

@Suite(.timeLimit(.minutes(5))) struct FeedFoldTests {
    /// Seven events of three golden records, the last of them in no tick yet.
    private func fill(_ bench: FeedBench) async throws -> [UUID] {
        let writer = GoldenWriter(bench.store)
        let ids = (0..<3).map { _ in TimeOrderedId.make() }
        try await writer.write(ids)
        try await writer.write(ids, attributes: #"{"legalName":"é"}"#)
        try await bench.cut()
        try await writer.write([ids[0]], attributes: "{}", status: .merged, mergedInto: ids[1])
        return ids
    }

    @Test func theFoldIsTheGoldenTable() async throws {
        try await withBench { bench in
            #expect(try await bench.feed.fold() == FoldReport())
            _ = try await fill(bench)
            let report = try await bench.feed.fold()
            #expect((report.events, report.goldenRecords, report.mismatches) == (7, 3, 0))
            #expect(try await bench.feed.fold() == report)
        }
    }

    /// `$0` to `$2` stand for the ids.
    private static let tamperings = [
        // A decomposed é is another value than the composed one, though Swift calls the strings equal.
        "UPDATE mdm.golden_record SET attributes = '{\"legalName\":\"e\u{301}\"}' WHERE golden_id = '$1'",
        "UPDATE mdm.golden_record SET version = version + 1 WHERE golden_id = '$1'",
        "UPDATE mdm.golden_record SET status = 'retired' WHERE golden_id = '$1'",
        "UPDATE mdm.golden_record SET merged_into = '$2' WHERE golden_id = '$0'",
        "DELETE FROM mdm.golden_record WHERE golden_id = '$1'",
        "DELETE FROM mdm.outbox WHERE golden_id = '$1'",
        "DELETE FROM mdm.outbox WHERE golden_id = '$1' AND golden_version = 1",
        "DELETE FROM mdm.outbox WHERE golden_id = '$1' AND golden_version = 2",
        "DELETE FROM mdm.golden_version WHERE golden_id = '$1' AND version = 1",
        "INSERT INTO mdm.outbox SELECT * FROM mdm.outbox WHERE golden_id = '$1' AND golden_version = 2",
    ]

    @Test func whateverIsTamperedWithShows() async throws {
        try await withBench { bench in
            for (index, tampering) in Self.tamperings.enumerated() {
                let ids = try await fill(bench)
                #expect(try await bench.feed.fold().mismatches == Int64(index))
                let script = ids.enumerated().reduce(tampering) { $0.replacing("$\($1.offset)", with: $1.element.text) }
                try await bench.store.run(script)
                let report = try await bench.feed.fold()
                #expect(report.mismatches == Int64(index) + 1, "\(tampering)")
                #expect(report.examples.contains(tampering.contains("$0") ? ids[0] : ids[1]), "\(tampering)")
            }
        }
    }
}
