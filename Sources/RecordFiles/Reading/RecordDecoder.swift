import MasterData

/// Makes records out of the bytes that a scanner found.
struct RecordDecoder {
    enum Shape {
        /// JSON in the hub's own shape.
        case own
        /// A platform's JSON; the records stand where the steps lead to.
        case native(RecordPlan, ArraySlice<SourcePath.Step>)
        case csv(RecordPlan, CSVFields, columns: [String: Int], count: Int)
    }

    let shape: Shape
    let limits: RecordLimits

    /// The outcomes of the record in `bytes`: one, but for native JSON that holds a list of records in each element.
    func outcomes(_ scanned: ScannedRecord, _ bytes: UnsafeRawBufferPointer) -> [Result<RecordPlan.Outcome, LineError>] {
        do throws(RecordPlan.Refusal) {
            return try decode(scanned, bytes).map { outcome in outcome.mapError { error($0, scanned, bytes) } }
        } catch {
            return [.failure(self.error(error, scanned, bytes))]
        }
    }

    private func decode(
        _ scanned: ScannedRecord, _ bytes: UnsafeRawBufferPointer
    ) throws(RecordPlan.Refusal) -> [Result<RecordPlan.Outcome, RecordPlan.Refusal>] {
        switch shape {
        case .own:
            return [.success(.record(try OwnRecord.read(try parse(bytes, scanned))))]
        case .native(let plan, let steps):
            return JSONFields.records(in: try parse(bytes, scanned), steps).map { record in
                Result { () throws(RecordPlan.Refusal) in try plan.outcome(JSONFields(record: record)) }
            }
        case .csv(let plan, let splitter, let columns, let count):
            let fields = try split(bytes, splitter)
            guard fields.count == count else {
                throw RecordPlan.Refusal(
                    code: .fieldCount,
                    message: "the record has \(fields.count) fields and the header \(count); quote fields that hold the delimiter or line breaks")
            }
            return [.success(try plan.outcome(CSVRow(fields: fields, columns: columns)))]
        }
    }

    private func parse(_ bytes: UnsafeRawBufferPointer, _ scanned: ScannedRecord) throws(RecordPlan.Refusal) -> JSONValue {
        do {
            return try JSONParser.parse(bytes, limits: limits.json)
        } catch {
            throw RecordPlan.Refusal(code: .invalidJSON, message: "line \(scanned.line + error.line - 1), column \(error.column): \(error.message)")
        }
    }

    private func split(_ bytes: UnsafeRawBufferPointer, _ splitter: CSVFields) throws(RecordPlan.Refusal) -> [String] {
        do throws(CSVFields.Refusal) {
            return try splitter.split(bytes)
        } catch {
            throw RecordPlan.Refusal(code: error.code, message: error.message)
        }
    }

    private func error(_ refusal: RecordPlan.Refusal, _ scanned: ScannedRecord, _ bytes: UnsafeRawBufferPointer) -> LineError {
        LineError(line: scanned.line, code: refusal.code, message: refusal.message, original: bytes, limits: limits)
    }
}
