/// Records that are a line each: NDJSON. Blank lines are passed over; a line may end with CR LF.
struct LineScanner: RecordScanner {
    private let limits: RecordLimits
    private var line = 0
    private(set) var pending = 0

    init(limits: RecordLimits) {
        self.limits = limits
    }

    mutating func next(in source: ByteSource) throws(RecordFileError) -> ScannedRecord? {
        while true {
            source.consume(pending)
            pending = 0
            guard let length = try lineLength(source) else { return nil }
            line += 1
            if length > limits.recordBytes { return try skipLongLine(source) }
            pending = min(length + 1, source.available)
            var bytes = source.bytes(0..<length)
            if bytes.last == 0x0D { bytes = UnsafeRawBufferPointer(rebasing: bytes.dropLast()) }
            if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
            return ScannedRecord(line: line, offset: source.offset, content: .success(bytes))
        }
    }

    /// Bytes up to the line's end, or some number above the limit as soon as it is passed; nil at the end of the file.
    private func lineLength(_ source: ByteSource) throws(RecordFileError) -> Int? {
        var searched = 0
        while true {
            if let end = source.firstIndex(of: 0x0A, from: searched) { return end }
            searched = source.available
            if searched > limits.recordBytes { return searched }
            if try !source.fill() { return searched == 0 ? nil : searched }
        }
    }

    private func skipLongLine(_ source: ByteSource) throws(RecordFileError) -> ScannedRecord {
        let error = LineError(
            line: line, code: .tooLong, message: "the line has more than \(limits.recordBytes) bytes; split the record or raise the bound",
            original: source.bytes(0..<min(source.available, limits.rejectedBytes + 1)), limits: limits)
        let offset = source.offset
        while true {
            if let end = source.firstIndex(of: 0x0A, from: 0) {
                source.consume(end + 1)
                break
            }
            source.consume(source.available)
            if try !source.fill() { break }
        }
        return ScannedRecord(line: line, offset: offset, content: .failure(error))
    }
}
