#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif
package import MasterData

/// The records of a file that were refused, and why: `FILE.rejected.ndjson`, a JSON object a line. Made at the first refusal.
///
/// It holds the records as they were, so it is as confidential as the file itself: only its owner may read it.
package final class RejectionFile {
    package let path: String
    package private(set) var count = 0
    private var descriptor: Int32 = -1
    private var buffer: [UInt8] = []

    private static let pieceSize = 65_536

    /// - Parameter path: of the file of records; `-` gives `stdin.rejected.ndjson` in the current folder.
    package init(besides path: String) {
        self.path = (path == "-" ? "stdin" : path) + ".rejected.ndjson"
    }

    deinit {
        if descriptor >= 0 { _ = close(descriptor) }
    }

    /// A line that is no record.
    package func append(_ error: LineError) throws(RecordFileError) {
        var members: [JSONObject.Member] = [
            .init(key: "code", value: .string(error.code.rawValue)), .init(key: "line", value: .number(String(error.line))),
            .init(key: "message", value: .string(error.message)), .init(key: "original", value: .string(Self.text(error.original))),
        ]
        if error.isTruncated { members.append(.init(key: "truncated", value: .bool(true))) }
        try append(JSONObject(members))
    }

    /// A record that was read and then refused, for the reasons in `violations` (`{attribute, message, …}`).
    package func append(_ record: RawRecord, line: Int, code: String, message: String, violations: [JSONValue] = []) throws(RecordFileError) {
        var members: [JSONObject.Member] = [
            .init(key: "code", value: .string(code)), .init(key: "line", value: .number(String(line))), .init(key: "message", value: .string(message)),
            .init(key: "nativeId", value: .string(record.nativeId)), .init(key: "attributes", value: .object(record.attributes)),
        ]
        if let updatedAt = record.updatedAt { members.append(.init(key: "updatedAt", value: .string(updatedAt))) }
        if let version = record.version { members.append(.init(key: "version", value: .string(version))) }
        if !violations.isEmpty { members.append(.init(key: "violations", value: .array(violations))) }
        try append(JSONObject(members))
    }

    /// Writes what is left. Without a refusal there is no file, and one of an earlier load is removed.
    package func finish() throws(RecordFileError) {
        if count == 0 {
            _ = unlink(path)
            return
        }
        try flush()
        let result = close(descriptor)
        descriptor = -1
        guard result == 0 else { throw unwritable() }
    }

    private func append(_ line: JSONObject) throws(RecordFileError) {
        if descriptor < 0 {
            descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
            guard descriptor >= 0 else { throw unwritable() }
        }
        count += 1
        line.append(to: &buffer)
        buffer.append(0x0A)
        if buffer.count >= Self.pieceSize { try flush() }
    }

    private func flush() throws(RecordFileError) {
        var written = 0
        while written < buffer.count {
            let piece = buffer.withUnsafeBytes { write(descriptor, $0.baseAddress?.advanced(by: written), $0.count - written) }
            if piece < 0 {
                if errno == EINTR { continue }
                throw unwritable()
            }
            written += piece
        }
        buffer.removeAll(keepingCapacity: true)
    }

    /// Bytes as text that a JSON string can hold: what is not UTF-8 shows as replacement characters, NUL too.
    private static func text(_ bytes: [UInt8]) -> String {
        String(String(decoding: bytes, as: UTF8.self).unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : Character($0) })
    }

    private func unwritable() -> RecordFileError {
        .unreadable(path: path, reason: String(cString: strerror(errno)))
    }
}
