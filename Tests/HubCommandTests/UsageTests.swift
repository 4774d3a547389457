import Foundation
import MasterData
import Testing

/// What the command line says to wrong usage and wrong files. No database is needed for any of it.
@Suite struct UsageTests {
    @Test(arguments: [
        ["lookup", "sap"], ["load", "x.ndjson", "--platform", "sap", "--entity", "custmer"], ["load"], ["serve", "--listen", "nowhere"],
        ["sample", "--records", "0", "--out", "x"], ["key", "create", "--role", "platform"], ["key", "create", "--role", "reader", "--platform", "sap"],
        ["explain"], ["explain", "12"], ["explain", "--pair", "sap:1"], ["export", "customer", "--as-of", "yesterday"], ["nonsense"],
        ["events", "tail", "--json", "--follow"], ["policy", "show", "--at", "tomorrow"], ["load", "x", "--platform", "sap", "--entity", "product", "--batch", "0"],
    ])
    func wrongUsageExitsWithTwo(arguments: [String]) async throws {
        try await withFolder { folder in
            let run = try await MDM(folder: folder).start(arguments).end()
            #expect(run.status == 2)
            #expect(run.output.isEmpty || arguments.contains("--json"))
            #expect(run.notes.contains("Error: "))
            let asJSON = try await MDM(folder: folder).start(arguments + ["--json"]).end()
            #expect(asJSON.status == 2)
            #expect(try asJSON.object()["error"]?.text?.isEmpty == false)
        }
    }

    @Test(arguments: [
        "serve", "migrate", "doctor", "load", "export", "lookup", "explain", "policy check", "policy show", "verify", "events tail",
        "key create", "key list", "key revoke", "sample", "match run", "match evaluate",
    ])
    func everyCommandHelpsWithAnExampleAndTakesJSON(command: String) async throws {
        try await withFolder { folder in
            let run = try await MDM(folder: folder).start(command.split(separator: " ").map(String.init) + ["--help"]).end()
            #expect(run.status == 0)
            #expect(run.output.contains("Example"))
            #expect(run.output.contains("mdm \(command)"))
            #expect(run.output.contains("--json"))
            #expect(run.notes.isEmpty)
        }
    }

    @Test(arguments: [
        (["load", "missing.ndjson", "--platform", "sap", "--entity", "customer"], "missing.ndjson"),
        (["load", "missing.ndjson", "--platform", "sapp", "--entity", "customer"], "did you mean `sap`?"),
        (["policy", "check", "--policies", "nowhere"], "nowhere"), (["verify", "--policies", "nowhere"], "nowhere"),
        (["sample", "--records", "10", "--out", "/proc/nowhere"], "/proc/nowhere"),
    ])
    func whatCannotBeDoneExitsWithOneAndSaysWhy(arguments: [String], word: String) async throws {
        try await withFolder { folder in
            let run = try await MDM(folder: folder).start(arguments).end()
            #expect(run.status == 1)
            #expect((run.notes + run.output).contains(word))
            let asJSON = try await MDM(folder: folder).start(arguments + ["--json"]).end()
            #expect(asJSON.status == 1)
            _ = try asJSON.object()
        }
    }

    @Test func aMistakenSettingsFileIsRefusedWithItsLine() async throws {
        try await withFolder { folder in
            try "listen: 127.0.0.1:8080\npolicys: elsewhere\n".write(to: folder.appending(path: "mdm.yaml"), atomically: true, encoding: .utf8)
            let run = try await MDM(folder: folder).run("policy", "show")
            #expect(run.status == 1)
            #expect(run.notes.contains("mdm.yaml:2: unknown key `policys`; did you mean `policies`?"))
        }
    }

    @Test func theSameSeedGivesTheSameBytes() async throws {
        try await withFolder { folder in
            let mdm = MDM(folder: folder)
            let first = try await mdm.done("sample", "--records", "500", "--seed", "11", "--out", "one", "--json").object()
            _ = try await mdm.done("sample", "--records", "500", "--seed", "11", "--out", "two")
            _ = try await mdm.done("sample", "--records", "500", "--seed", "12", "--out", "three")
            #expect(first.number("records") == 500)
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "one").path).sorted()
            #expect(names.count == 27)
            for name in names {
                let bytes = ["one", "two", "three"].map { FileManager.default.contents(atPath: folder.appending(path: "\($0)/\(name)").path) }
                #expect(bytes[0] == bytes[1], "\(name)")
                if name.hasPrefix("sap") { #expect(bytes[0] != bytes[2], "\(name)") }
            }
        }
    }
}
