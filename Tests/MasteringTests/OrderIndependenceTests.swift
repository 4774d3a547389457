import Foundation
import MasterData
import Mastering
import PostgresClient
import PostgresTesting
import SampleData
import Testing

/// I2 and I8: the end state is a function of the set of records.
@Suite(.serialized) struct OrderIndependenceTests {
    @Test(arguments: 0..<10)
    func anyPermutationAndBatchingEndsInTheSameClustersAndValues(round: Int) async throws {
        let seed = SeededRandom.printedSeed("permutation \(round)")
        var random = SeededRandom(seed: seed &+ UInt64(round))
        let reports = try Self.sample(records: 160, seed: 11)
        try await TestHub.run { hub in
            let reference = try await Self.end(reports, batches: [reports.count], hub)
            #expect(reference.count > 50)
            for _ in 0..<10 {
                try await hub.empty()
                let shuffled = reports.shuffled(using: &random)
                var batches: [Int] = []
                while batches.reduce(0, +) < shuffled.count { batches.append(Int.random(in: 1...40, using: &random)) }
                let end = try await Self.end(shuffled, batches: batches, hub)
                for (cluster, values) in reference where end[cluster] != values {
                    Issue.record("seed \(seed): \(cluster)\n one order:   \(values)\n other order: \(end[cluster] ?? "no such cluster")")
                    break
                }
                #expect(end == reference, "seed \(seed)")
            }
        }
    }

    @Test func eightConcurrentWritersMakeAsManyGoldenRecordsAsOne() async throws {
        let seed = SeededRandom.printedSeed("concurrent writers")
        let reports = try Self.sample(records: 800, seed: 5).filter { $0.entity == .customer }
        try await TestHub.run(poolSize: 16) { hub in
            _ = try await Self.end(reports, batches: [100, 1, 300], hub)
            let alone = try await hub.picture()
            try await hub.empty()
            let queue = WriteQueue(pipeline: hub.pipeline, batchSize: 64)
            let other = WriteQueue(pipeline: hub.pipeline, batchSize: 7)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 0..<8 {
                    var random = SeededRandom(seed: seed &+ UInt64(writer))
                    let own = reports.shuffled(using: &random)
                    group.addTask {
                        for report in own { _ = try await (writer % 2 == 0 ? queue : other).submit(report).get() }
                    }
                }
                try await group.waitForAll()
            }
            let together = try await hub.picture()
            #expect(together == alone)
            #expect(try await hub.count("SELECT count(*) FROM mdm.source_record") == Int64(reports.count))
        }
    }

    @Test func aReportThatComesAgainOrLateChangesNothing() async throws {
        try await TestHub.run { hub in
            let new: JSONObject = ["name": "Acme Power GmbH", "legalName": "Acme Power GmbH"]
            let old: JSONObject = ["name": "Acme GmbH", "legalName": "Acme GmbH"]
            let first = try await hub.report(.customer, "sap", "1000140", new, updatedAt: "2026-05-02T10:00:00Z").receipt
            let before = try await hub.picture()
            let events = try await hub.count("SELECT count(*) FROM mdm.outbox")
            let again = try await hub.report(.customer, "sap", "0001000140", new, updatedAt: "2026-05-02T10:00:00Z").receipt
            let late = try await hub.report(.customer, "sap", "1000140", old, updatedAt: "2026-05-01T10:00:00Z").receipt
            #expect(first.outcome == .created)
            #expect(late.outcome == .unchanged && late.isStale)
            #expect(again.goldenId == first.goldenId && late.goldenVersion == first.goldenVersion)
            #expect(try await hub.picture() == before)
            #expect(try await hub.count("SELECT count(*) FROM mdm.outbox") == events)
        }
    }

    static func end(_ reports: [SourceReport], batches: [Int], _ hub: TestHub) async throws -> [String: String] {
        var rest = reports[...]
        var sizes = batches.makeIterator()
        while !rest.isEmpty {
            let size = sizes.next() ?? rest.count
            for reception in try await hub.pipeline.receive(Array(rest.prefix(size))) { _ = try reception.get() }
            rest = rest.dropFirst(size)
        }
        return try await hub.picture()
    }

    /// Realistic records over all platforms and entities.
    static func sample(records: Int, seed: UInt64) throws -> [SourceReport] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("mdm-sample-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        _ = try SampleGenerator(records: records, seed: seed).write(to: folder)
        var reports: [SourceReport] = []
        for file in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() where file.hasSuffix(".ndjson") {
            let parts = file.split(separator: ".")
            let entity = try #require(Entity(rawValue: String(parts[1])))
            for line in try Data(contentsOf: URL(fileURLWithPath: folder + "/" + file)).split(separator: 10) {
                let record = try #require(try JSONParser.parse(Array(line)).members)
                reports.append(TestHub.sourceReport(
                    entity, String(parts[0]), try #require(record["nativeId"]?.text), try #require(record["attributes"]?.members),
                    updatedAt: record["updatedAt"]?.text))
            }
        }
        return reports
    }
}

extension TestHub {
    /// Back to an empty hub, between two runs on one database.
    func empty() async throws {
        try await client.withConnection { connection in
            try await connection.execute(script: """
                TRUNCATE mdm.source_record, mdm.source_reference, mdm.match_key, mdm.generic_key, mdm.match_edge, mdm.golden_record,
                         mdm.golden_version, mdm.outbox, mdm.audit_entry
                """)
        }
    }
}
