import Foundation
import LocalPostgres
import Logging
import MasterData
import PostgresClient
import Testing

/// `mdm verify` finds what somebody has changed behind the hub's back, each kind by its own count.
@Suite(.serialized) struct VerifyCommandTests {
    @Test(.timeLimit(.minutes(10))) func everyKindOfDamageIsFound() async throws {
        try await withHub { mdm, _ in
            _ = try await mdm.done("sample", "--records", "300", "--seed", "5", "--out", "sample")
            _ = try await mdm.loadAll("sample")
            #expect(try await mdm.verify().status == 0)
            // Training on the same records writes a model and changes nothing.
            let trained = try await mdm.done("match", "train", "--entity", "customer", "--out", "learned.yaml", "--json").object()
            #expect(trained["records"] != nil && trained["merges"] != nil && trained["splits"] != nil)
            #expect(try await mdm.run("match", "train", "--entity", "customer", "--out", "learned.yaml").status == 1, "an existing model is left alone")
            #expect(try await mdm.verify().status == 0)
            // Each damage with the count that must show it, and what undoes it.
            let damages: [(name: String, script: String, undo: String, key: String)] = [
                (
                    "a golden value", "UPDATE mdm.golden_record SET attributes = '{}' WHERE golden_id = (SELECT golden_id FROM mdm.golden_record WHERE status = 'active' ORDER BY golden_id LIMIT 1)",
                    "UPDATE mdm.golden_record g SET attributes = v.attributes FROM mdm.golden_version v WHERE v.golden_id = g.golden_id AND v.version = g.version", "mismatches"
                ),
                (
                    "a crosswalk row",
                    "UPDATE mdm.source_record SET version = golden_id::text, golden_id = gen_random_uuid() WHERE record_id = (SELECT min(record_id) FROM mdm.source_record)",
                    "UPDATE mdm.source_record SET golden_id = version::uuid, version = NULL WHERE record_id = (SELECT min(record_id) FROM mdm.source_record)", "mismatches"
                ),
                (
                    "a match key", "CREATE TABLE public.kept AS SELECT * FROM mdm.match_key LIMIT 1; DELETE FROM mdm.match_key m USING public.kept k WHERE m.key = k.key AND m.record_id = k.record_id",
                    "INSERT INTO mdm.match_key SELECT * FROM public.kept; DROP TABLE public.kept", "mismatches"
                ),
                (
                    "an audit entry", "UPDATE mdm.audit_entry SET actor = actor || 'x' WHERE seq = 7", "UPDATE mdm.audit_entry SET actor = left(actor, -1) WHERE seq = 7",
                    "auditBreaks"
                ),
                (
                    "a missing event", "CREATE TABLE public.kept AS SELECT * FROM mdm.outbox ORDER BY seq DESC LIMIT 1; DELETE FROM mdm.outbox o USING public.kept k WHERE o.seq = k.seq",
                    "INSERT INTO mdm.outbox SELECT * FROM public.kept; DROP TABLE public.kept", "feedMismatches"
                ),
            ]
            for damage in damages {
                try await execute(damage.script, in: mdm)
                let (status, report) = try await mdm.verify()
                #expect(status == 1, "\(damage.name)")
                #expect(report.number(damage.key) > 0, "\(damage.name)")
                for key in ["mismatches", "feedMismatches", "auditBreaks"] where key != damage.key && damage.name != "a golden value" {
                    #expect(report.number(key) == 0, "\(damage.name) shows as \(key)")
                }
                #expect(report["findings"]?.elements?.isEmpty == false, "\(damage.name)")
                try await execute(damage.undo, in: mdm)
                #expect(try await mdm.verify().status == 0, "\(damage.name) is undone")
            }
        }
    }

    private func execute(_ script: String, in mdm: MDM) async throws {
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let server = try await LocalPostgres.start(data: mdm.folder.appending(path: "data").path, logger: logger)
        let client = PostgresClient(PostgresConfiguration(url: server.url, poolSize: 1), logger: logger)
        try await client.withConnection { try await $0.execute(script: script) }
        await client.close()
    }
}
