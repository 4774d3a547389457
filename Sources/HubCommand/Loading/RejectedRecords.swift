import Glibc
import MasterData
import Mastering
import RecordFiles

/// `FILE.rejected.ndjson`: each record that was not taken, with the reason. Made when the first one comes.
///
/// Its lines are written before their batch commits, and the commit notes the file's size: what a killed load has written beyond
/// that is cut off when the load goes on, so each rejected record stands there once.
final class RejectedRecords {
    let path: String
    private var descriptor: Int32 = -1
    private(set) var bytes: Int

    /// - Parameter bytes: what of an earlier part of this load stands in the file; zero removes a file of an earlier load.
    init(path: String, keeping bytes: Int) throws(CommandFailure) {
        self.path = path
        self.bytes = bytes
        if bytes == 0 {
            _ = unlink(path)
        } else {
            try open()
            guard ftruncate(descriptor, off_t(bytes)) == 0, lseek(descriptor, 0, SEEK_END) >= 0 else { throw failure() }
        }
    }

    deinit {
        if descriptor >= 0 { _ = close(descriptor) }
    }

    func write(_ lines: [UInt8]) throws(CommandFailure) {
        if lines.isEmpty { return }
        if descriptor < 0 { try open() }
        var start = 0
        while start < lines.count {
            let written = lines[start...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0 {
                if errno == EINTR { continue }
                throw failure()
            }
            start += written
        }
        bytes += lines.count
    }

    /// Readable by the owner only: the records hold values.
    private func open() throws(CommandFailure) {
        descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        if descriptor < 0 { throw failure() }
    }

    private func failure() -> CommandFailure {
        CommandFailure("cannot write `\(path)`: \(String(cString: strerror(errno))); make its folder writable, then run the same command to go on")
    }
}

extension RejectedRecords {
    /// The line of a record that could not be read.
    static func line(_ error: LineError) -> JSONObject {
        let original = String(decoding: error.original, as: UTF8.self)
        var object: JSONObject = [
            "line": JSONValue(error.line), "code": .string(error.code.rawValue), "message": .string(error.message), "record": .string(original),
        ]
        if error.isTruncated { object["truncated"] = true }
        return object
    }

    /// The line of a record that the hub refuses.
    static func line(_ refusal: Refusal, record: RawRecord, line: Int) -> JSONObject {
        var own: JSONObject = ["nativeId": .string(record.nativeId), "attributes": .object(record.attributes)]
        if let updatedAt = record.updatedAt { own["updatedAt"] = .string(updatedAt) }
        if let version = record.version { own["version"] = .string(version) }
        var object: JSONObject = [
            "line": JSONValue(line), "code": .string(refusal.code.rawValue), "message": .string(refusal.message), "record": .object(own),
        ]
        if !refusal.violations.isEmpty {
            object["violations"] = .array(refusal.violations.map { violation in
                .object([
                    "attribute": .string(violation.attribute), "verdict": .string(violation.verdict.rawValue), "owner": JSONValue(violation.owner),
                    "rule": .string(violation.rule), "message": JSONValue(violation.message),
                ])
            })
        }
        return object
    }
}
