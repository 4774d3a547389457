import Foundation
import FoundationNetworking
import MasterData
import Testing

/// I3: whatever was acknowledged is there after the hub, or PostgreSQL itself, was killed in the middle of writes.
@Suite(.serialized) struct KilledHubTests {
    @Test(.timeLimit(.minutes(10)), arguments: [Victim.hub, .postgres])
    func everyAcknowledgedWriteIsThere(victim: Victim) async throws {
        try await withFolder { folder in
            let mdm = MDM(folder: folder)
            var acknowledged: Set<String> = []
            for round in 1...3 {
                let hub = try mdm.start(["serve", "--listen", "127.0.0.1:0"])
                let url = String(try await hub.line(startingWith: "listening on ").dropFirst("listening on ".count))
                let key = try #require(try await mdm.done("key", "create", "--role", "platform", "--platform", "sap", "--json").object()["key"]?.text)
                let taken = await withTaskGroup(of: [String].self) { group in
                    for writer in 0..<8 {
                        group.addTask { await Self.write(url, key, prefix: "\(round)\(writer)") }
                    }
                    try? await Task.sleep(for: .milliseconds(1_500))
                    switch victim {
                    case .hub: hub.kill(SIGKILL)
                    case .postgres:
                        if let pid = try? String(contentsOf: folder.appending(path: "data/postgres/postmaster.pid"), encoding: .utf8).split(separator: "\n").first, let process = Int32(pid) {
                            kill(process, SIGKILL)
                        }
                    }
                    return await group.reduce(into: [String]()) { $0 += $1 }
                }
                acknowledged.formUnion(taken)
                #expect(taken.count > 0, "round \(round): some writes were acknowledged before the kill")
                hub.kill(SIGKILL)
                _ = try await hub.end()
            }
            // Commands start the embedded PostgreSQL again, which recovers.
            let report = try await mdm.run("verify", "--json")
            #expect(report.status == 0, "\(report.output.prefix(2_000)) \(report.notes.suffix(2_000))")
            let exported = try await mdm.done("export", "customer").output
            var found: Set<String> = []
            for line in exported.split(separator: "\n") {
                for id in try JSONParser.parseObject(Array(line.utf8))["ids"]?.elements ?? [] {
                    if let nativeId = id.members?["nativeId"]?.text { found.insert(nativeId) }
                }
            }
            #expect(acknowledged.subtracting(found).isEmpty, "\(acknowledged.count) acknowledged, \(found.count) found")
        }
    }

    enum Victim: String, CaseIterable, Sendable { case hub, postgres }

    /// Writes one record after the other until a write fails; answers what was acknowledged.
    private static func write(_ url: String, _ key: String, prefix: String) async -> [String] {
        var acknowledged: [String] = []
        let session = URLSession(configuration: .ephemeral)
        defer { session.invalidateAndCancel() }
        for count in 1...5_000 {
            let id = "\(prefix)\(100_000 + count)"
            guard let address = URL(string: "\(url)/v1/source-records/sap/customer/\(id)") else { return acknowledged }
            var request = URLRequest(url: address, timeoutInterval: 5)
            request.httpMethod = "PUT"
            request.setValue("Bearer \(key)", forHTTPHeaderField: "Authorization")
            request.httpBody = Data(#"{"attributes":{"name":"Party \#(id) Trading","duns":null}}"#.utf8)
            guard let (_, response) = try? await session.data(for: request), let status = (response as? HTTPURLResponse)?.statusCode,
                status == 200 || status == 201
            else { return acknowledged }
            acknowledged.append(id)
        }
        return acknowledged
    }
}
