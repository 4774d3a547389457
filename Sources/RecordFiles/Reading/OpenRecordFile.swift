import MasterData

/// A file that is being read: where it stands, and how its records are found and understood.
struct OpenRecordFile {
    let source: ByteSource
    private var scanner: any RecordScanner
    private let decoder: RecordDecoder
    private let file: RecordFile
    private var ordinal = 0
    private var skipped = 0
    private var notices: [String]

    init(_ file: RecordFile) throws(RecordFileError) {
        let source = try ByteSource(path: file.path)
        _ = try source.fill()
        try Self.passByteOrderMark(source, path: file.path)
        let start = source.bytes(0..<source.available)
        let format = file.format ?? file.map?.format ?? RecordFormat.detect(firstBytes: start, path: file.path)
        self.file = file
        self.source = source
        notices = []
        switch format {
        case .ndjson:
            scanner = LineScanner(limits: file.limits)
            decoder = try Self.jsonDecoder(file, steps: file.map?.records?.steps[...] ?? [])
        case .json:
            let (keys, rest) = Self.split(file.map?.records?.steps ?? [])
            scanner = JSONElementScanner(path: file.path, keys: keys, limits: file.limits)
            decoder = try Self.jsonDecoder(file, steps: rest)
        case .csv:
            let delimiter = file.map?.delimiter ?? CSVHeader.delimiter(ofFirstLine: start)
            var rows = CSVScanner(delimiter: delimiter, limits: file.limits)
            let table = try CSVTable(file, scanner: &rows, source: source)
            scanner = rows
            decoder = table.decoder
            notices = table.notices
        }
    }

    /// The next batch; nil at the end of the file.
    mutating func nextBatch() throws(RecordFileError) -> RecordBatch? {
        var batch = RecordBatch(lines: [], bytesRead: source.offset, totalBytes: source.totalBytes, skipped: skipped, notices: notices)
        let start = source.offset
        var found = false
        while batch.lines.count < file.limits.batchRecords, source.offset - start < file.limits.batchBytes {
            guard let scanned = try scanner.next(in: source) else { break }
            found = true
            ordinal += 1
            guard ordinal > file.recordsToSkip else { continue }
            take(scanned, into: &batch)
        }
        guard found else { return nil }
        notices = []
        batch.skipped = skipped
        batch.bytesRead = source.offset + scanner.pending
        return batch
    }

    private mutating func take(_ scanned: ScannedRecord, into batch: inout RecordBatch) {
        func line(_ result: Result<RawRecord, LineError>) -> RecordLine {
            RecordLine(ordinal: ordinal, lineNumber: scanned.line, byteOffset: scanned.offset, result: result)
        }
        switch scanned.content {
        case .failure(let error): batch.lines.append(line(.failure(error)))
        case .success(let bytes):
            for outcome in decoder.outcomes(scanned, bytes) {
                switch outcome {
                case .success(.record(let record)): batch.lines.append(line(.success(record)))
                case .success(.skipped): skipped += 1
                case .failure(let error): batch.lines.append(line(.failure(error)))
                }
            }
        }
    }

    private static func jsonDecoder(_ file: RecordFile, steps: ArraySlice<SourcePath.Step>) throws(RecordFileError) -> RecordDecoder {
        guard let map = file.map else { return RecordDecoder(shape: .own, limits: file.limits) }
        return RecordDecoder(shape: .native(try plan(map, file), steps), limits: file.limits)
    }

    static func plan(_ map: FieldMap, _ file: RecordFile) throws(RecordFileError) -> RecordPlan {
        do {
            return try RecordPlan(map)
        } catch {
            throw .malformed(path: file.path, line: 1, message: error.message)
        }
    }

    /// The members on the way to the list that is scanned, and the way from its elements to the records.
    private static func split(_ steps: [SourcePath.Step]) -> ([String], ArraySlice<SourcePath.Step>) {
        var keys: [String] = []
        for (place, step) in steps.enumerated() {
            guard case .member(let key) = step else { return (keys, steps[(place + 1)...]) }
            keys.append(key)
        }
        return (keys, [])
    }

    private static func passByteOrderMark(_ source: ByteSource, path: String) throws(RecordFileError) {
        let start = source.bytes(0..<min(3, source.available))
        if start.elementsEqual([0xEF, 0xBB, 0xBF]) { return source.consume(3) }
        if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) {
            throw .malformed(path: path, line: 1, message: "the file is UTF-16; export it as UTF-8")
        }
    }
}
