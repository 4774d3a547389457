/// Reads a file on a queue of its own, a batch at a time.
actor RecordReader {
    private enum State {
        case unopened, open(OpenRecordFile), ended
    }

    private let executor: QueueExecutor
    private let file: RecordFile
    private var state = State.unopened

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(file: RecordFile) {
        self.file = file
        executor = QueueExecutor(label: "record file")
    }

    /// The next batch; nil at the end of the file, and ever after an error.
    func nextBatch() throws(RecordFileError) -> RecordBatch? {
        var open: OpenRecordFile
        switch state {
        case .unopened:
            // An error leaves the file ended.
            state = .ended
            open = try OpenRecordFile(file)
        case .open(let current):
            open = current
            state = .ended
        case .ended:
            return nil
        }
        guard let batch = try open.nextBatch() else { return nil }
        state = .open(open)
        return batch
    }
}
