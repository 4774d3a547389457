/// How a file holds its records.
package enum RecordFormat: String, Sendable, Hashable, CaseIterable {
    /// A JSON object a line.
    case ndjson
    /// JSON documents that hold lists of records, or records themselves.
    case json
    /// RFC 4180, with a header.
    case csv

    /// The format that the first bytes of a file show; its name decides only between JSON of one and of many lines.
    static func detect(firstBytes: UnsafeRawBufferPointer, path: String) -> RecordFormat {
        guard let first = firstBytes.first(where: { !isWhiteSpace($0) }) else { return .ndjson }
        if first == UInt8(ascii: "[") { return .json }
        guard first == UInt8(ascii: "{") else { return .csv }
        if path.hasSuffix(".ndjson") || path.hasSuffix(".jsonl") { return .ndjson }
        return firstLineIsWhole(firstBytes) ? .ndjson : .json
    }

    private static func isWhiteSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    /// The object that starts in the first line ends there too.
    private static func firstLineIsWhole(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var depth = JSONDepth()
        var started = false
        for byte in bytes {
            if !started, isWhiteSpace(byte) { continue }
            started = true
            depth.take(byte)
            if depth.isOutside { return true }
            if byte == 0x0A { return false }
        }
        // No line ends in the bytes at hand: a long line.
        return true
    }
}
