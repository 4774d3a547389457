/// Why a text is not JSON that the hub takes, and where. Never holds any part of the text: attribute values must not reach logs.
package struct JSONError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Byte offset from the start of the text, from 0.
    package var offset: Int
    /// From 1; lines end with a line feed.
    package var line: Int
    /// Bytes from the start of the line, from 1.
    package var column: Int
    package var message: String

    package var description: String { "line \(line), column \(column): \(message)" }

    /// - Parameter bytes: The whole text, to count lines in.
    init(at offset: Int, in bytes: UnsafeRawBufferPointer, message: String) {
        var line = 1
        var lineStart = 0
        for index in 0..<min(offset, bytes.count) where bytes[index] == 0x0A {
            line += 1
            lineStart = index + 1
        }
        self.offset = offset
        self.line = line
        column = offset - lineStart + 1
        self.message = message
    }
}

/// Bounds of a JSON text (I10).
package struct JSONLimits: Sendable, Hashable {
    /// Levels of arrays and objects inside each other; at most 512, as the reader recurses.
    package var depth: Int
    /// Length of the whole text.
    package var bytes: Int

    /// Characters of one number.
    static let numberLength = 100
    /// Largest exponent of a number, either sign.
    static let exponent = 400

    package init(depth: Int = 32, bytes: Int = 16 << 20) {
        self.depth = min(depth, 512)
        self.bytes = bytes
    }
}
