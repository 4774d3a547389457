import Foundation
import HTTPTesting
import MasterData
import Synchronization
import Testing

/// I3: whatever was acknowledged is there after the hub, or PostgreSQL itself, was killed in the middle of writes.
@Suite(.serialized) struct KilledHubTests {
    enum Victim: String, CaseIterable, Sendable { case hub, postgres }

    /// Names by native id.
    private final class Acknowledged: Sendable {
        let names = Mutex<[String: String]>([:])
        let isEnough = Atomic(false)
    }

    @Test(.timeLimit(.minutes(5)), arguments: Victim.allCases)
    func everyAcknowledgedWriteIsThere(victim: Victim) async throws {
        try await withFolder { folder in
            let mdm = MDM(folder: folder)
            var acknowledged: [String: String] = [:]
            for round in 1...3 {
                let hub = try mdm.start(["serve", "--listen", "127.0.0.1:0"])
                let line = try await hub.line(startingWith: "listening on ")
                let port = try #require(line.split(separator: ":").last.flatMap { Int($0) })
                let key = try #require(try await mdm.done("key", "create", "--role", "platform", "--platform", "sap", "--json").object()["key"]?.text)
                let taken = Acknowledged()
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for writer in 0..<8 {
                        group.addTask {
                            await Self.write(port, key, prefix: "\(round)\(writer)", taken)
                        }
                    }
                    // Not by the clock: a slow machine has writes to lose too.
                    while taken.names.withLock({ $0.count }) < 100 { try await Task.sleep(for: .milliseconds(5)) }
                    switch victim {
                    case .hub: hub.kill(SIGKILL)
                    case .postgres:
                        kill(try Self.postmaster(folder), SIGKILL)
                        // Any command starts the embedded PostgreSQL again, which recovers; the hub goes on by itself.
                        _ = try await mdm.done("migrate")
                        let before = taken.names.withLock { $0.count }
                        while taken.names.withLock({ $0.count }) < before + 100 { try await Task.sleep(for: .milliseconds(5)) }
                        taken.isEnough.store(true, ordering: .relaxed)
                    }
                    try await group.waitForAll()
                }
                hub.kill(SIGTERM)
                _ = try await hub.end()
                acknowledged.merge(taken.names.withLock { $0 }) { _, new in new }
            }
            let (status, report) = try await mdm.verify()
            #expect(status == 0, "\(report.jsonText.prefix(2_000))")
            var found: [String: String] = [:]
            for line in try await mdm.done("export", "customer").output.split(separator: "\n") {
                let record = try JSONParser.parseObject(Array(line.utf8))
                for id in record["ids"]?.elements ?? [] {
                    if let nativeId = id.members?["nativeId"]?.text { found[nativeId] = record["attributes"]?.members?["name"]?.text }
                }
            }
            let lost = acknowledged.filter { found[$0.key] != $0.value }
            #expect(lost.isEmpty, "\(lost.count) of \(acknowledged.count) acknowledged writes are lost or changed")
            try await Self.stopPostgres(folder)
        }
    }

    /// A load whose PostgreSQL is killed under it ends where an undisturbed one ends.
    @Test(.timeLimit(.minutes(5))) func aLoadOutlivesItsDatabase() async throws {
        try await withFolder { folder in
            let mdm = MDM(folder: folder)
            _ = try await mdm.done("sample", "--records", "2000", "--seed", "3", "--out", "sample")
            let arguments = ["load", "sample/salesforce.customer.ndjson", "--platform", "salesforce", "--entity", "customer", "--batch", "10", "--json"]
            _ = try await mdm.done("migrate")
            var killed = 0
            var end: MDM.Run?
            for attempt in 1...40 where end == nil {
                let load = try mdm.start(arguments)
                try await Task.sleep(for: .milliseconds(250 * attempt))
                if load.process.isRunning, let postmaster = try? Self.postmaster(folder) { kill(postmaster, SIGKILL) }
                let run = try await load.end()
                if run.status == 0 { end = run } else { killed += 1 }
            }
            let counts = try #require(end, "the load ends within 40 attempts").object()
            #expect(killed > 0, "at least one attempt lost its database")
            #expect(counts.number("read") == counts.number("accepted") + counts.number("rejected"))
            let lines = try String(contentsOf: folder.appending(path: "sample/salesforce.customer.ndjson"), encoding: .utf8).split(separator: "\n").count
            #expect(counts.number("read") == lines)
            let (status, report) = try await mdm.verify()
            #expect(status == 0, "\(report.jsonText.prefix(2_000))")
            try await Self.stopPostgres(folder)
        }
    }

    /// A killed hub leaves its server running for whoever comes next; here nobody does.
    private static func stopPostgres(_ folder: URL) async throws {
        guard let postmaster = try? postmaster(folder) else { return }
        kill(postmaster, SIGINT)
        while (try? Self.postmaster(folder)) == postmaster { try await Task.sleep(for: .milliseconds(20)) }
    }

    private static func postmaster(_ folder: URL) throws -> Int32 {
        let text = try String(contentsOf: folder.appending(path: "data/postgres/postmaster.pid"), encoding: .utf8)
        return try #require(text.split(separator: "\n").first.flatMap { Int32($0) })
    }

    /// Writes one record after the other, each until it is acknowledged, while there is a hub and it is not enough.
    private static func write(_ port: Int, _ key: String, prefix: String, _ taken: Acknowledged) async {
        guard let connection = try? RawConnection(port: port, patience: 30) else { return }
        var count = 0
        while !taken.isEnough.load(ordering: .relaxed) {
            let id = "\(prefix)\(100_000 + count)"
            let name = "Party \(id) Trading"
            let request = HTTPText.request(
                "PUT", "/v1/source-records/sap/customer/\(id)", key: key, fields: ["Content-Type": "application/json"],
                body: #"{"attributes":{"name":"\#(name)"}}"#)
            guard await connection.send(Array(request.utf8)), let answer = try? await connection.answer() else { return }
            switch answer.status {
            case 200, 201:
                taken.names.withLock { $0[id] = name }
                count += 1
            case 503: try? await Task.sleep(for: .milliseconds(50))
            default:
                Issue.record("a write is answered with \(answer)")
                return
            }
        }
    }
}
