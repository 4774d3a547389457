/// Records of a CSV file (RFC 4180): a line each, unless a quoted field holds line breaks. Blank lines are passed over.
///
/// A quoted field that never ends would swallow the rest of the file: past the bound, or at the file's end, the line on which it starts
/// is refused alone and reading goes on with the line behind it.
struct CSVScanner: RecordScanner {
    let delimiter: UInt8
    private let limits: RecordLimits
    /// Of the record that comes next, from 1.
    private var line = 1
    private(set) var pending = 0
    private var pendingLines = 0

    init(delimiter: UInt8, limits: RecordLimits) {
        self.delimiter = delimiter
        self.limits = limits
    }

    mutating func next(in source: ByteSource) throws(RecordFileError) -> ScannedRecord? {
        while true {
            source.consume(pending)
            line += pendingLines
            (pending, pendingLines) = (0, 0)
            var scan = Scan(delimiter: delimiter)
            while !scan.isComplete, scan.position <= limits.recordBytes {
                if scan.position == source.available, try !source.fill() { break }
                scan.run(source)
            }
            if scan.position == 0, !scan.isComplete { return nil }
            if !scan.isComplete, scan.isQuoted { return try refuseFirstLine(source) }
            if !scan.isComplete, scan.position > limits.recordBytes { return try skipLongLine(source) }
            pending = scan.position
            pendingLines = scan.lineBreaks
            let length = scan.isComplete ? scan.contentEnd(source) : scan.position
            if length == 0 { continue }
            return ScannedRecord(line: line, offset: source.offset, content: .success(source.bytes(0..<length)))
        }
    }

    private mutating func refuseFirstLine(_ source: ByteSource) throws(RecordFileError) -> ScannedRecord {
        let end = source.firstIndex(of: 0x0A, from: 0)
        pending = end.map { $0 + 1 } ?? source.available
        pendingLines = 1
        let error = LineError(
            line: line, code: .unclosedQuote,
            message: "a quoted field starts on this line and does not end; close the quote, or double quotes inside a field",
            original: source.bytes(0..<(end ?? source.available)), limits: limits)
        return ScannedRecord(line: line, offset: source.offset, content: .failure(error))
    }

    private mutating func skipLongLine(_ source: ByteSource) throws(RecordFileError) -> ScannedRecord {
        let error = LineError(
            line: line, code: .tooLong, message: "the record has more than \(limits.recordBytes) bytes; split it or raise the bound",
            original: source.bytes(0..<min(source.available, limits.rejectedBytes + 1)), limits: limits)
        let record = ScannedRecord(line: line, offset: source.offset, content: .failure(error))
        while true {
            if let end = source.firstIndex(of: 0x0A, from: 0) {
                pending = end + 1
                break
            }
            source.consume(source.available)
            if try !source.fill() { break }
        }
        pendingLines = 1
        return record
    }

    /// Looks for the end of one record.
    private struct Scan {
        private enum Place {
            case fieldStart, bare, quoted, quoteInQuoted
        }

        let delimiter: UInt8
        private var place = Place.fieldStart
        /// Bytes looked at.
        private(set) var position = 0
        private(set) var lineBreaks = 0
        private(set) var isComplete = false

        init(delimiter: UInt8) {
            self.delimiter = delimiter
        }

        var isQuoted: Bool { place == .quoted }

        mutating func run(_ source: ByteSource) {
            let count = source.available
            while position < count {
                let byte = source[position]
                position += 1
                switch place {
                case .quoted:
                    if byte == UInt8(ascii: "\"") { place = .quoteInQuoted } else if byte == 0x0A { lineBreaks += 1 }
                case .quoteInQuoted where byte == UInt8(ascii: "\""):
                    place = .quoted
                case .fieldStart where byte == UInt8(ascii: "\""):
                    place = .quoted
                case .fieldStart, .bare, .quoteInQuoted:
                    if byte == 0x0A {
                        lineBreaks += 1
                        isComplete = true
                        return
                    }
                    place = byte == delimiter ? .fieldStart : place == .quoteInQuoted ? .quoteInQuoted : .bare
                }
            }
        }

        /// The record's end without its line break.
        func contentEnd(_ source: ByteSource) -> Int {
            let end = position - 1
            return end > 0 && source[end - 1] == 0x0D ? end - 1 : end
        }
    }
}
