/// The records of one file or one query as cells of text: what the engine resolves in bulk.
///
/// The cells are stretches of one block of UTF-8 that is kept alive for as long as this object lives; nothing is copied per cell.
package final class RecordCells: @unchecked Sendable {
    package let columns: [String]
    package let count: Int
    /// Row by row.
    private let cells: [Range<UInt32>]
    private let bytes: UnsafePointer<UInt8>
    private let owner: AnyObject?

    /// - Parameters:
    ///   - cells: for each record, one after the other, the place of each column's value in `bytes`; empty where it is missing.
    ///   - owner: whatever keeps `bytes` alive and unchanged.
    package init(columns: [String], cells: [Range<UInt32>], bytes: UnsafePointer<UInt8>, owner: AnyObject?) {
        self.columns = columns
        self.cells = cells
        self.bytes = bytes
        self.owner = owner
        count = columns.isEmpty ? 0 : cells.count / columns.count
    }

    /// From rows of values; a row that is too short has no values at its end.
    package convenience init(columns: [String], rows: [[String]]) {
        let block = ByteBlock(rows.flatMap { row in row.flatMap { Array($0.utf8) } })
        var cells: [Range<UInt32>] = []
        var offset: UInt32 = 0
        for row in rows {
            for column in columns.indices {
                let end = offset + (column < row.count ? UInt32(row[column].utf8.count) : 0)
                cells.append(offset..<end)
                offset = end
            }
        }
        self.init(columns: columns, cells: cells, bytes: UnsafePointer(block.base), owner: block)
    }

    /// A value's bytes as they came; valid while this object lives.
    func cell(_ record: Int, _ column: Int) -> UnsafeBufferPointer<UInt8> {
        let range = cells[record * columns.count + column]
        return UnsafeBufferPointer(start: bytes + Int(range.lowerBound), count: range.count)
    }

    /// A value as text; what is no UTF-8 becomes U+FFFD.
    package func text(_ record: Int, _ column: Int) -> String { String(decoding: cell(record, column), as: UTF8.self) }
}

/// Bytes on the heap for as long as the object lives.
final class ByteBlock: @unchecked Sendable {
    let base: UnsafeMutablePointer<UInt8>

    init(_ bytes: [UInt8]) {
        base = .allocate(capacity: max(1, bytes.count))
        bytes.withUnsafeBufferPointer { if let start = $0.baseAddress { base.update(from: start, count: $0.count) } }
    }

    deinit { base.deallocate() }
}
