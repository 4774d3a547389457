import Dispatch
import Glibc

/// Takes CSV (RFC 4180) apart into cells, in place and on all processors.
///
/// A stretch of the file may begin inside a quoted field. Whether it does follows from the number of quotes before it: even, and the next
/// line feed ends a record. So the quotes of all stretches are counted first, then each is read from its first record on.
struct CellScanner {
    let file: MappedFile
    let path: String
    let columnCount: Int

    /// The cells of a CSV file behind its header, and the memory they lie in.
    static func cells(of path: String, behindHeaderOf file: MappedFile, start: Int, columnCount: Int) throws(MatchFileError) -> ([Range<UInt32>], MappedFile) {
        do {
            return (try CellScanner(file: file, path: path, columnCount: columnCount).cells(from: start, isParallel: true), file)
        } catch {
            // fields were changed in place: from the start again
            let again = try MappedFile(path: path, limit: file.count)
            return (try CellScanner(file: again, path: path, columnCount: columnCount).cells(from: start, isParallel: false), again)
        }
    }

    /// Rows of one stretch of the file, and the first that is malformed.
    private struct Piece {
        var cells: [Range<UInt32>] = []
        var mistake: (offset: Int, message: String)?
    }

    private static let pieces = 16

    /// The cells of all records from `start` on, row by row. A row with too few or too many fields is refused.
    /// - Parameter isParallel: false where a quote may stand in a bare field, which counting cannot tell from one that opens a field.
    func cells(from start: Int, isParallel: Bool) throws(MatchFileError) -> [Range<UInt32>] {
        let length = file.count - start
        let pieces = length < 1 << 16 || !isParallel ? 1 : Self.pieces
        let bounds = (0...pieces).map { start + length * $0 / pieces }
        var quotes = [Int](repeating: 0, count: pieces)
        each(&quotes) { piece, count in
            for offset in bounds[piece]..<bounds[piece + 1] where file.base[offset] == 0x22 { count += 1 }
        }
        var starts = [start]
        var total = 0
        for piece in 1..<max(1, pieces) {
            total += quotes[piece - 1]
            starts.append(firstRecord(from: bounds[piece], insideQuotes: total % 2 == 1))
        }
        starts.append(file.count)
        var found = [Piece](repeating: Piece(), count: pieces)
        each(&found) { piece, result in result = scan(from: min(starts[piece], file.count), to: starts[piece + 1]) }
        if let mistake = found.lazy.compactMap(\.mistake).first {
            let line = 1 + (0..<min(mistake.offset, file.count)).reduce(0) { $0 + (file.base[$1] == 0x0A ? 1 : 0) }
            throw MatchFileError(file: path, line: line, message: mistake.message)
        }
        var cells: [Range<UInt32>] = []
        cells.reserveCapacity(found.reduce(0) { $0 + $1.cells.count })
        for piece in found.indices {
            cells.append(contentsOf: found[piece].cells)
            found[piece].cells = []
        }
        return cells
    }

    private func each<Value>(_ values: inout [Value], _ body: (Int, inout Value) -> Void) {
        values.withUnsafeMutableBufferPointer { values in
            nonisolated(unsafe) let (values, body) = (values, body)
            DispatchQueue.concurrentPerform(iterations: values.count) { body($0, &values[$0]) }
        }
    }

    /// Behind the first line feed that is in no quoted field.
    private func firstRecord(from offset: Int, insideQuotes: Bool) -> Int {
        var inside = insideQuotes
        for place in max(0, offset - 1)..<file.count {
            // the byte before the stretch belongs to the piece before; only its being a line feed matters here
            let byte = file.base[place]
            if place >= offset, byte == 0x22 { inside.toggle() }
            if byte == 0x0A, !inside { return place + 1 }
        }
        return file.count
    }

    private func scan(from start: Int, to end: Int) -> Piece {
        var piece = Piece()
        piece.cells.reserveCapacity((end - start) / 8)
        let base = file.base
        var position = start
        while position < end {
            let rowStart = position
            // blank lines are passed over
            if base[position] == 0x0A || (base[position] == 0x0D && base[position + 1] == 0x0A) {
                position += base[position] == 0x0A ? 1 : 2
                continue
            }
            var fields = 0
            var isLast = false
            while !isLast {
                let cell: Range<Int>
                if base[position] == 0x22 {
                    guard let (range, next) = quoted(at: position, end: end) else {
                        piece.mistake = (rowStart, "a quoted field does not end or has something behind its quote; double the quotes inside a field")
                        return piece
                    }
                    (cell, position) = (range, next)
                } else {
                    let cellStart = position
                    while base[position] != 0x2C, base[position] != 0x0A { position += 1 }
                    let cellEnd = base[position] == 0x0A && position > cellStart && base[position - 1] == 0x0D ? position - 1 : position
                    cell = cellStart..<cellEnd
                }
                isLast = base[position] == 0x0A
                position += 1
                fields += 1
                if fields <= columnCount { piece.cells.append(UInt32(cell.lowerBound)..<UInt32(cell.upperBound)) }
            }
            if fields != columnCount {
                piece.mistake = (rowStart, "the record has \(fields) fields, the header \(columnCount)")
                return piece
            }
        }
        return piece
    }

    /// A quoted field with its doubled quotes made single in place, and where the field ends: at a comma or a line feed.
    private func quoted(at start: Int, end: Int) -> (Range<Int>, next: Int)? {
        let base = file.base
        var read = start + 1
        var write = read
        while read < end {
            if base[read] == 0x22 {
                if read + 1 < file.count, base[read + 1] == 0x22 {
                    read += 1
                } else {
                    read += 1
                    if base[read] == 0x0D, base[read + 1] == 0x0A { read += 1 }
                    return base[read] == 0x2C || base[read] == 0x0A ? (start + 1..<write, read) : nil
                }
            }
            base[write] = base[read]
            write += 1
            read += 1
        }
        return nil
    }
}
