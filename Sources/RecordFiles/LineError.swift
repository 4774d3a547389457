/// Why one record of a file cannot be taken. The message never holds a value of the record; `original` does, for the file of rejected records only.
package struct LineError: Error, Sendable, Hashable {
    package enum Code: String, Sendable, Hashable, CaseIterable {
        case tooLong = "record-too-long"
        case invalidUTF8 = "invalid-utf8"
        case invalidJSON = "invalid-json"
        case notAnObject = "not-an-object"
        case unknownMember = "unknown-member"
        case wrongType = "wrong-type"
        case missingNativeId = "missing-native-id"
        case fieldCount = "field-count"
        case unclosedQuote = "unclosed-quote"
        case textAfterQuote = "text-after-quote"
        /// A map's transform cannot work on the value, and leaving it as it is would be wrong.
        case unmappableValue = "unmappable-value"
    }

    /// From 1.
    package var line: Int
    package var code: Code
    package var message: String
    /// The record's first bytes, at most `RecordLimits.rejectedBytes` of them.
    package var original: [UInt8]
    /// `original` is not the whole record.
    package var isTruncated: Bool

    init(line: Int, code: Code, message: String, original: UnsafeRawBufferPointer, limits: RecordLimits) {
        self.line = line
        self.code = code
        self.message = message
        self.original = Array(original.prefix(limits.rejectedBytes))
        isTruncated = original.count > limits.rejectedBytes
    }
}
