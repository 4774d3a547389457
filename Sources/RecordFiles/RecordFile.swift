/// A file of source records, read batch by batch: NDJSON, a JSON document with a list of records, or CSV.
///
/// ```swift
/// let file = RecordFile(path: "export.csv", map: map)
/// for try await batch in file { … }
/// ```
///
/// Reads block, so they happen on a queue of the file's own, never on Swift's cooperative threads. A batch is read when it is asked for
/// and not before: a slow consumer holds the reader back, and memory stays at one batch and one chunk whatever the file's size.
/// A record that cannot be read is a `LineError` in its batch; the rest of the file is read on.
package struct RecordFile: AsyncSequence, Sendable {
    package typealias Element = RecordBatch
    package typealias Failure = RecordFileError

    /// `-` is standard input.
    package let path: String
    /// Nil: told from the map, the first bytes and the name.
    package let format: RecordFormat?
    /// How native records become ours; nil for files in the hub's own shape.
    package let map: FieldMap?
    package let limits: RecordLimits
    /// Records at the start of the file to pass over, for a load that is taken up again: the `ordinal` of the last record done.
    package let recordsToSkip: Int

    package init(path: String, format: RecordFormat? = nil, map: FieldMap? = nil, limits: RecordLimits = RecordLimits(), recordsToSkip: Int = 0) {
        self.path = path
        self.format = format
        self.map = map
        self.limits = limits
        self.recordsToSkip = recordsToSkip
    }

    package func makeAsyncIterator() -> Iterator {
        Iterator(reader: RecordReader(file: self))
    }

    package struct Iterator: AsyncIteratorProtocol {
        let reader: RecordReader

        package mutating func next() async throws(RecordFileError) -> RecordBatch? {
            try await reader.nextBatch()
        }
    }
}
