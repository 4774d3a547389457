package import MasterData

/// Some records of a file, in the file's order.
package struct RecordBatch: Sendable {
    package var lines: [RecordLine]
    /// Where in the file the next batch starts, in bytes: for progress.
    package var bytesRead: Int
    /// Size of the whole file in bytes; nil where it cannot be known, as for standard input.
    package var totalBytes: Int?
    /// Records that the map's `where` passed over so far.
    package var skipped: Int
    /// What the reader noticed about the file as a whole, such as columns that the map names and the file lacks. In the first batch only.
    package var notices: [String]
}

/// One record of a file, or why it is none.
package struct RecordLine: Sendable {
    /// The record's place in the file, from 1, passed-over ones counted: what a resumed load names.
    package var ordinal: Int
    /// The line on which the record starts, from 1.
    package var lineNumber: Int
    /// Where it starts, in bytes from the start of the file.
    package var byteOffset: Int
    package var result: Result<RawRecord, LineError>
}

/// A platform's record as a file states it, before any policy has looked at it.
package struct RawRecord: Sendable, Hashable {
    package var nativeId: String
    package var attributes: JSONObject
    /// The platform's time of change, as it spells it.
    package var updatedAt: String?
    /// The platform's version token.
    package var version: String?

    package init(nativeId: String, attributes: JSONObject, updatedAt: String? = nil, version: String? = nil) {
        self.nativeId = nativeId
        self.attributes = attributes
        self.updatedAt = updatedAt
        self.version = version
    }
}
