import Crypto
package import MasterData

/// Everything of a source record that a report can change.
package struct RecordState: Sendable {
    /// Canonical JSON of the attributes as received.
    package var attributes: String
    package var version: String?
    package var updatedAt: Timestamp?
    package var status: RecordStatus

    package init(attributes: String, version: String?, updatedAt: Timestamp?, status: RecordStatus) {
        self.attributes = attributes
        self.version = version
        self.updatedAt = updatedAt
        self.status = status
    }

    package var tag: String { RecordTag.of(attributes: attributes, version: version, updatedAt: updatedAt, status: status) }
}

/// Entity tags of source records and golden records.
package enum RecordTag {
    /// A strong tag: 16 hex digits over everything that a report can change.
    package static func of(attributes: String, version: String?, updatedAt: Timestamp?, status: RecordStatus) -> String {
        var hash = SHA256()
        hash.update(data: Array(attributes.utf8))
        hash.update(data: Array("|\(version ?? "")|\(updatedAt?.microseconds ?? 0)|\(status.rawValue)".utf8))
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in hash.finalize().prefix(8) {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return "\"" + String(decoding: text, as: UTF8.self) + "\""
    }

    /// The tag of a golden record is its version.
    package static func of(goldenVersion: Int64) -> String { "\"v\(goldenVersion)\"" }
}
