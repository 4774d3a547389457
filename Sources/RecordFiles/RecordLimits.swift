import MasterData

/// Bounds of what a file may ask of the reader (I10).
package struct RecordLimits: Sendable, Hashable {
    /// Bytes of one record.
    package var recordBytes = 10 << 20
    /// Fields of a CSV record.
    package var fields = 10_000
    /// Nesting of a JSON record.
    package var depth = 32
    /// Records in one batch.
    package var batchRecords = 1_000
    /// Bytes of records after which a batch is handed over even if it is not full.
    package var batchBytes = 4 << 20
    /// Bytes of a refused record that are kept.
    package var rejectedBytes = 65_536

    package init() {}

    var json: JSONLimits { JSONLimits(depth: depth, bytes: recordBytes) }
}
