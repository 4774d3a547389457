import Foundation
import HubStoreTesting
import PostgresTesting
import Testing

@Suite struct SchemaDriftTests {
    /// `sql/schema.sql` is what the migrations add up to.
    @Test func theDumpedSchemaIsCurrent() async throws {
        try await withTestDatabase(template: .migratedHub) { url in
            let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent()
            let process = Process()
            process.executableURL = root.appending(path: "tools/dump-schema")
            process.arguments = ["--check", url]
            let output = Pipe()
            process.standardOutput = output
            process.standardError = output
            try process.run()
            let text = try output.fileHandleForReading.readToEnd() ?? Data()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0, "\(String(decoding: text, as: UTF8.self))")
        }
    }
}
