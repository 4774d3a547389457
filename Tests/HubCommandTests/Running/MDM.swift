import Foundation
import MasterData
import Testing

/// The built `mdm`, run as users run it: as a process of its own.
struct MDM {
    /// What a run printed, and how it ended.
    struct Run {
        var status: Int32
        var output: String
        var notes: String

        /// The one object on standard output.
        func object() throws -> JSONObject {
            let lines = output.split(separator: "\n", omittingEmptySubsequences: true)
            #expect(lines.count == 1, "one JSON object, nothing else: \(output.prefix(400))")
            return try JSONParser.parseObject(Array(output.utf8))
        }
    }

    var folder: URL
    var environment: [String: String] = [:]

    /// Beside the test program, where the build puts both.
    static let program: URL = {
        let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        return tests.deletingLastPathComponent().appending(path: "mdm")
    }()

    /// The repository's policies.
    static let policies = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../policies").standardizedFileURL.path

    func start(_ arguments: [String]) throws -> Running {
        let process = Process()
        let name = UUID().uuidString
        let output = folder.appending(path: "\(name).out")
        let notes = folder.appending(path: "\(name).err")
        for file in [output, notes] { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
        process.executableURL = Self.program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        var variables = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("PG") && !$0.key.hasPrefix("MDM_") }
        variables["MDM_POLICIES"] = Self.policies
        variables["MDM_DATA"] = folder.appending(path: "data").path
        variables.merge(environment) { _, own in own }
        process.environment = variables
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: notes)
        try process.run()
        return Running(process: process, output: output, notes: notes)
    }

    func run(_ arguments: String...) async throws -> Run { try await start(arguments).end() }

    /// Runs, and requires that it went well.
    func done(_ arguments: String..., sourceLocation: SourceLocation = #_sourceLocation) async throws -> Run {
        let run = try await start(arguments).end()
        try #require(run.status == 0, "mdm \(arguments.joined(separator: " ")): \(run.notes)", sourceLocation: sourceLocation)
        return run
    }
}

/// A run under way.
struct Running {
    let process: Process
    let output: URL
    let notes: URL

    func kill(_ signal: Int32) { _ = Foundation.kill(process.processIdentifier, signal) }

    func end() async throws -> MDM.Run {
        while process.isRunning { try await Task.sleep(for: .milliseconds(10)) }
        return MDM.Run(status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8), notes: try String(contentsOf: notes, encoding: .utf8))
    }

    /// Waits until a line that starts so stands on standard output.
    func line(startingWith start: String, within limit: Duration = .seconds(60)) async throws -> String {
        let end = ContinuousClock.now.advanced(by: limit)
        while ContinuousClock.now < end {
            let text = try String(contentsOf: output, encoding: .utf8)
            if let line = text.split(separator: "\n").first(where: { $0.hasPrefix(start) }), text.hasSuffix("\n") { return String(line) }
            if !process.isRunning { break }
            try await Task.sleep(for: .milliseconds(20))
        }
        throw Missing(description: "no line `\(start)…`; standard error: \(try String(contentsOf: notes, encoding: .utf8))")
    }

    struct Missing: Error, CustomStringConvertible { let description: String }
}

/// A folder that PostgreSQL's user may enter too, gone after the test.
func withFolder<Result>(_ body: (URL) async throws -> Result) async throws -> Result {
    let folder = URL(filePath: "/tmp/mdm-command-\(UUID().uuidString.prefix(8).lowercased())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder)
}

/// A hub on its own embedded PostgreSQL in a folder of its own; commands beside it use the same database.
func withHub<Result>(_ body: (MDM, _ url: String) async throws -> Result) async throws -> Result {
    try await withFolder { folder in
        let mdm = MDM(folder: folder)
        let hub = try mdm.start(["serve", "--listen", "127.0.0.1:0"])
        do {
            let line = try await hub.line(startingWith: "listening on ")
            let result = try await body(mdm, String(line.dropFirst("listening on ".count)))
            hub.kill(SIGTERM)
            let end = try await hub.end()
            #expect(end.status == 0, "the hub ends well on SIGTERM: \(end.notes)")
            return result
        } catch {
            hub.kill(SIGTERM)
            _ = try? await hub.end()
            throw error
        }
    }
}

extension JSONObject {
    /// A whole number; -1 where there is none.
    func number(_ key: String) -> Int { if case .number(let digits)? = self[key] { Int(digits) ?? -1 } else { -1 } }
}
