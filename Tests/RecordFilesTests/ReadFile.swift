import Foundation
import MasterData

@testable import RecordFiles

/// What reading a file of these bytes gives.
struct ReadFile {
    var batches: [RecordBatch] = []

    var lines: [RecordLine] { batches.flatMap(\.lines) }
    var records: [RawRecord] { lines.compactMap { try? $0.result.get() } }
    var errors: [LineError] {
        lines.compactMap { line in
            if case .failure(let error) = line.result { error } else { nil }
        }
    }
    var notices: [String] { batches.flatMap(\.notices) }
    var skipped: Int { batches.last?.skipped ?? 0 }

    init(
        _ bytes: [UInt8], name: String = "records", format: RecordFormat? = nil, map: FieldMap? = nil, limits: RecordLimits = RecordLimits(),
        recordsToSkip: Int = 0
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("record-files-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent(name).path
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        for try await batch in RecordFile(path: path, format: format, map: map, limits: limits, recordsToSkip: recordsToSkip) {
            batches.append(batch)
        }
    }

    init(
        _ text: String, name: String = "records", format: RecordFormat? = nil, map: FieldMap? = nil, limits: RecordLimits = RecordLimits(),
        recordsToSkip: Int = 0
    ) async throws {
        try await self.init(Array(text.utf8), name: name, format: format, map: map, limits: limits, recordsToSkip: recordsToSkip)
    }
}

extension RawRecord {
    /// The attributes as JSON text, for comparing.
    var json: String { attributes.jsonText }
}

extension FieldSource {
    static func at(_ path: String) throws -> FieldSource { .path(try SourcePath(path)) }
}
