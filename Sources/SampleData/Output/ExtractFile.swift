/// The extract of one platform and entity: `DIR/<platform>.<entity>.ndjson`.
///
/// Second entries of a thing do not stand beside the first: some wait until other records have passed, as they would in a real extract.
final class ExtractFile {
    private let file: OutputFile
    private var waiting: [[UInt8]] = []
    private var oldest = 0
    private(set) var records = 0

    /// Lines that may wait, about two megabytes.
    private static let mostWaiting = 2_000

    var bytes: Int { file.bytesWritten }

    init(path: String) throws(SampleError) {
        file = try OutputFile(path: path)
    }

    /// - Parameter later: the line may stand far behind those that came before it.
    func append(_ line: [UInt8], later: Bool) throws(SampleError) {
        records += 1
        guard later else { return try file.append(line) }
        if waiting.count < Self.mostWaiting {
            waiting.append(line)
        } else {
            try file.append(waiting[oldest])
            waiting[oldest] = line
            oldest = (oldest + 1) % Self.mostWaiting
        }
    }

    func finish() throws(SampleError) {
        for offset in waiting.indices { try file.append(waiting[(oldest + offset) % waiting.count]) }
        waiting = []
        try file.finish()
    }
}
