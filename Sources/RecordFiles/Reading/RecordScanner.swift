/// Finds where each record of a source starts and ends, and leaves what is in it to others.
protocol RecordScanner {
    /// Bytes of the record last found, which the source still holds.
    var pending: Int { get }

    /// The next record; nil at the end. Its bytes are good until the next call.
    mutating func next(in source: ByteSource) throws(RecordFileError) -> ScannedRecord?
}

/// A record's place and bytes, or why they are not to be had.
struct ScannedRecord {
    /// From 1.
    var line: Int
    /// In the file.
    var offset: Int
    var content: Result<UnsafeRawBufferPointer, LineError>
}
