import MasterData
import PostgresClient

/// Coalesces concurrent single writes: all that wait go out as one batch in one transaction (group commit).
///
/// While a batch is in its transaction the next one gathers; a write waits for at most one batch before its own. A second batch
/// that already waits for the mastering lock was tried: the batches got smaller and the whole slower. Bounded: a full queue refuses
/// at once instead of letting writers wait without end (I10).
package actor WriteQueue {
    private let pipeline: MasteringPipeline
    private let batchSize: Int
    private let capacity: Int
    private var waiting: [Waiter] = []
    private var isRunning = false

    private struct Waiter {
        let report: ValidReport
        let continuation: CheckedContinuation<Reception, any Error>
    }

    /// - Parameters:
    ///   - batchSize: reports in one transaction at most.
    ///   - capacity: reports that may wait; beyond it `submit` answers `busy`.
    package init(pipeline: MasteringPipeline, batchSize: Int = 256, capacity: Int = 10_000) {
        self.pipeline = pipeline
        self.batchSize = batchSize
        self.capacity = capacity
    }

    /// Takes one report and answers when it is durable, or refused. Throws when the database is broken; then nothing was stored.
    package nonisolated func submit(_ report: SourceReport) async throws -> Reception {
        // Validation runs with the caller, on its core, before the report takes a place in the queue.
        switch await pipeline.validate([report])[0] {
        case .failure(let refusal): return .failure(refusal)
        case .success(let valid): return try await enqueue(valid)
        }
    }

    private func enqueue(_ report: ValidReport) async throws -> Reception {
        guard waiting.count < capacity else {
            return .failure(Refusal(.busy, "\(capacity) writes wait already: try again in a moment"))
        }
        return try await withCheckedThrowingContinuation { continuation in
            waiting.append(Waiter(report: report, continuation: continuation))
            if !isRunning {
                isRunning = true
                // Not a child task: the batch must finish even where the request that happened to start it is cancelled.
                Task { await self.drain() }
            }
        }
    }

    private func drain() async {
        while !waiting.isEmpty { await settle(nextBatch()) }
        isRunning = false
    }

    /// Those that wait longest, each record once: a second report of a record would need a transaction of its own behind the first,
    /// so it goes with the next batch.
    private func nextBatch() -> [Waiter] {
        var batch: [Waiter] = []
        var left: [Waiter] = []
        var keys: Set<SourceKey> = []
        for (place, waiter) in waiting.enumerated() {
            if batch.count == batchSize {
                left.append(contentsOf: waiting[place...])
                break
            }
            if keys.insert(waiter.report.key).inserted { batch.append(waiter) } else { left.append(waiter) }
        }
        waiting = left
        return batch
    }

    /// Answers every writer of the batch. A batch that fails for something in it is halved until only the culprit fails; one that
    /// fails because the database is away fails as a whole, at once.
    private func settle(_ batch: [Waiter]) async {
        do {
            let receptions = try await pipeline.master(batch.map { .success($0.report) })
            for (waiter, reception) in zip(batch, receptions) { waiter.continuation.resume(returning: reception) }
        } catch {
            if batch.count > 1, Self.mayHaveOneCause(error) {
                let middle = batch.count / 2
                await settle(Array(batch[..<middle]))
                await settle(Array(batch[middle...]))
            } else {
                for waiter in batch { waiter.continuation.resume(throwing: error) }
            }
        }
    }

    /// Whether other reports of the batch may succeed where this one failed.
    private static func mayHaveOneCause(_ error: any Error) -> Bool {
        let cause = (error as? TransactionError)?.cause ?? error as? PostgresError
        switch cause?.kind {
        case .connectionFailed, .connectionLost, .poolExhausted, .closed, .cancelled: return false
        case .server, .invalidParameter, .decoding, .resultTooLarge, .misuse, nil: return !(cause?.isTransient ?? false)
        }
    }
}
