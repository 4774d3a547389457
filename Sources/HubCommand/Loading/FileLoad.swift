import FoundationEssentials
import HubStore
import MasterData
import Mastering
import PostgresClient
import RecordFiles

/// The load of one file: reads and validates batch n+1 while batch n is in its transaction, and notes its progress in each.
struct FileLoad {
    let pipeline: MasteringPipeline
    let store: HubStore
    let entity: Entity
    let platform: String
    let path: String
    let map: FieldMap?
    /// Names the load; nil where it cannot be resumed (standard input).
    let fingerprint: String?
    let rejectedPath: String
    /// Records in one transaction.
    var batchRecords = FileLoad.standardBatch

    /// Enough that round trips do not count, few enough that a writer beside the load waits little.
    static let standardBatch = 2_000

    struct Result {
        var counts: LoadCounts
        /// Records that an earlier, interrupted run had done.
        var resumedAfter: Int
        /// What the reader noticed about the file as a whole.
        var notices: [String] = []
        /// Records that the map passed over.
        var skipped = 0
    }

    /// A batch on its way: its answers, and how far the file is done with it.
    private struct Prepared: Sendable {
        var reports: [Swift.Result<ValidReport, Refusal>]
        var rejected: [UInt8]
        var position: Int64
        var records: Int64
    }

    func run(interruption: Interruption, saying note: (String) -> Void) async throws -> Result {
        let earlier = try await earlierProgress()
        var counts = earlier.flatMap { LoadCounts(text: $0.countsJSON) } ?? LoadCounts()
        let resumedAfter = Int(earlier?.line ?? 0)
        if resumedAfter > 0 { note("continuing after record \(resumedAfter.grouped), where the interrupted load stopped") }
        let rejects = try RejectedRecords(path: rejectedPath, keeping: counts.rejectedBytes)
        var result = Result(counts: counts, resumedAfter: resumedAfter)
        let origin = Origin(actor: "command", correlationId: TimeOrderedId.make().text)
        var limits = RecordLimits()
        limits.batchRecords = batchRecords
        var progress = ProgressLine("records")
        let startPosition = Double(earlier?.position ?? 0)
        try await withThrowingTaskGroup(of: LoadCounts.self) { transactions in
            do {
                var batches = RecordFile(path: path, map: map, limits: limits, recordsToSkip: resumedAfter).makeAsyncIterator()
                var lastPosition = 0
                while !interruption.isRequested, let batch = try await batches.next() {
                    result.notices += batch.notices
                    result.skipped = batch.skipped
                    if batch.lines.isEmpty { continue }
                    let prepared = await prepare(batch, origin)
                    // The batch before: at most one is in its transaction, so the file's order is the database's.
                    if let before = try await transactions.next() { counts = before }
                    let whole = batch.totalBytes.map { Double(max(1, $0)) }
                    progress.show(
                        counts.read - result.counts.read, fraction: whole.map { Double(lastPosition) / $0 }, from: whole.map { startPosition / $0 } ?? 0,
                        detail: counts.rejected > 0 ? "\(counts.rejected.grouped) rejected" : "")
                    lastPosition = batch.bytesRead
                    try rejects.write(prepared.rejected)
                    let rejectedBytes = rejects.bytes
                    transactions.addTask { [counts] in try await master(prepared, after: counts, rejectedBytes: rejectedBytes) }
                }
                if let last = try await transactions.next() { counts = last }
            } catch {
                // The batch under way is not cancelled but ends: its records count.
                _ = try? await transactions.next()
                progress.clear()
                throw error
            }
        }
        progress.clear()
        result.counts = counts
        if interruption.isRequested {
            throw CommandFailure(
                "stopped after \(counts.read.grouped) records, all of them stored" + (fingerprint == nil ? "" : "; the same command goes on from there"))
        }
        // A finished load is forgotten: the same file starts from its beginning the next time.
        if let fingerprint { _ = try await store.client.pipeline([LoadProgress.forgetting(fingerprint)]) }
        return result
    }

    private func earlierProgress() async throws -> LoadProgress? {
        guard let fingerprint else { return nil }
        return try await store.loadProgress(fingerprint)
    }

    /// Validates a batch and writes down what is refused.
    private func prepare(_ batch: RecordBatch, _ origin: Origin) async -> Prepared {
        var rejected: [UInt8] = []
        func reject(_ line: JSONObject) {
            line.append(to: &rejected)
            rejected.append(0x0A)
        }
        var reports: [SourceReport] = []
        reports.reserveCapacity(batch.lines.count)
        // Lines that are no record at all count as refused, in their place.
        var places: [Int?] = []
        for line in batch.lines {
            switch line.result {
            case .success(let record):
                places.append(reports.count)
                reports.append(SourceReport(
                    entity: entity, platform: platform, nativeId: record.nativeId, attributes: record.attributes, updatedAt: record.updatedAt,
                    version: record.version, origin: origin))
            case .failure: places.append(nil)
            }
        }
        let validated = await pipeline.validate(reports)
        var outcome: [Swift.Result<ValidReport, Refusal>] = []
        outcome.reserveCapacity(batch.lines.count)
        for (line, place) in zip(batch.lines, places) {
            switch line.result {
            case .failure(let error):
                reject(RejectedRecords.line(error))
                outcome.append(.failure(Refusal(.malformed, error.message)))
            case .success(let record):
                guard let place else { continue }
                if case .failure(let refusal) = validated[place] { reject(RejectedRecords.line(refusal, record: record, line: line.lineNumber)) }
                outcome.append(validated[place])
            }
        }
        return Prepared(
            reports: outcome, rejected: rejected, position: Int64(batch.bytesRead), records: Int64(batch.lines.last?.ordinal ?? 0))
    }

    /// Masters a batch and notes the progress in its transaction.
    ///
    /// - Returns: `counts` with the batch's own.
    private func master(_ batch: Prepared, after counts: LoadCounts, rejectedBytes: Int) async throws -> LoadCounts {
        @Sendable func counted(_ receptions: [Reception]) -> LoadCounts {
            var counts = counts
            counts.add(receptions)
            counts.rejectedBytes = rejectedBytes
            return counts
        }
        let fingerprint = fingerprint
        let receptions = try await pipeline.master(batch.reports) { receptions in
            guard let fingerprint else { return [] }
            let progress = LoadProgress(
                fingerprint: fingerprint, position: batch.position, line: batch.records, countsJSON: counted(receptions).text)
            return [progress.recording]
        }
        return counted(receptions)
    }
}
