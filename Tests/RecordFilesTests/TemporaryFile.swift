import Foundation

/// A file that goes away with the value that names it.
final class TemporaryFile: Sendable {
    let path: String

    init(_ text: String) async throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("record-files-\(UUID().uuidString)").path
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
