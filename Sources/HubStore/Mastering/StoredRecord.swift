package import FoundationEssentials
package import MasterData
package import PostgresClient

/// A row of `source_record`, as mastering needs it.
package struct StoredRecord: Sendable {
    package var recordId: Int64
    package var key: SourceKey
    package var rawId: String
    package var goldenId: UUID
    package var status: RecordStatus
    package var method: LinkMethod
    package var updatedAt: Timestamp?
    package var version: String?
    /// Attributes as received, as JSON text.
    package var attributes: String
    package var matchKeys: [Int64]

    package init(_ row: Row, key: SourceKey) throws(PostgresError) {
        recordId = try row.int8("record_id")
        self.key = key
        rawId = try row.text("raw_id")
        goldenId = try row.uuid("golden_id")
        status = RecordStatus(rawValue: try row.text("status")) ?? .active
        method = LinkMethod(rawValue: try row.text("method")) ?? .created
        updatedAt = try row.timestampIfPresent("updated_at").map { Timestamp(microseconds: $0.unixMicroseconds) }
        version = try row.textIfPresent("version")
        attributes = try row.json("attributes")
        matchKeys = Self.unpack(try row.bytes("match_keys"))
    }

    package init(_ row: Row, entity: Entity) throws(PostgresError) {
        try self.init(row, key: SourceKey(entity: entity, platform: try row.text("platform"), nativeId: try row.text("native_id")))
    }

    /// Eight bytes a key, big-endian.
    static func pack(_ keys: [Int64]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(keys.count * 8)
        for key in keys {
            withUnsafeBytes(of: key.bigEndian) { bytes.append(contentsOf: $0) }
        }
        return bytes
    }

    static func unpack(_ bytes: [UInt8]) -> [Int64] {
        var keys: [Int64] = []
        keys.reserveCapacity(bytes.count / 8)
        var word: UInt64 = 0
        for (index, byte) in bytes.enumerated() {
            word = word << 8 | UInt64(byte)
            if index % 8 == 7 {
                keys.append(Int64(bitPattern: word))
                word = 0
            }
        }
        return keys
    }
}
