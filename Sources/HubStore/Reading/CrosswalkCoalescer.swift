package import MasterData
import PostgresClient
import Synchronization

/// Turns concurrent single lookups into few set-based queries: whoever comes while queries run waits for the next one, so the
/// batches grow with the load and a lone lookup waits for nobody.
package final class CrosswalkCoalescer: Sendable {
    /// Too many lookups wait already. Nothing was asked; come again later.
    package struct Busy: Error, Sendable, CustomStringConvertible {
        package let waiting: Int
        package var description: String {
            "the crosswalk queue is full: \(waiting) lookups wait; come again later, or ask for many ids in one call"
        }
    }

    private struct Waiter {
        let ticket: UInt64
        let key: SourceKey
        let continuation: UnsafeContinuation<CrosswalkEntry?, any Error>
    }

    private struct Queue {
        var waiting: [Waiter] = []
        /// Queries on their way.
        var running = 0
        var lastTicket: UInt64 = 0
    }

    private let store: HubStore
    private let connections: Int
    private let batchLimit: Int
    private let waitingLimit: Int
    private let queue = Mutex(Queue())

    /// - Parameters:
    ///   - connections: queries at a time; each takes a connection of the store's pool. More of them make smaller batches.
    ///   - batchLimit: lookups in one query.
    ///   - waitingLimit: lookups that may wait; beyond it `Busy` is thrown.
    package init(store: HubStore, connections: Int = 1, batchLimit: Int = 512, waitingLimit: Int = 16_384) {
        self.store = store
        self.connections = max(1, connections)
        self.batchLimit = min(max(1, batchLimit), HubStore.crosswalkLimit)
        self.waitingLimit = waitingLimit
    }

    /// The entry of a normalised key with the ids of all platforms; nil where the hub does not know the id.
    ///
    /// - Throws: `Busy`, `PostgresError`, or `CancellationError` as soon as the caller's task is cancelled.
    package func lookup(_ key: SourceKey) async throws -> CrosswalkEntry? {
        try Task.checkCancellation()
        let ticket = queue.withLock { queue in
            queue.lastTicket += 1
            return queue.lastTicket
        }
        return try await withTaskCancellationHandler {
            try await withUnsafeThrowingContinuation { continuation in
                enqueue(Waiter(ticket: ticket, key: key, continuation: continuation))
            }
        } onCancel: {
            cancel(ticket)
        }
    }

    /// How many lookups wait for a query.
    package var waiting: Int { queue.withLock { $0.waiting.count } }

    private enum Admission {
        case waits, starts, busy(Int)
    }

    private func enqueue(_ waiter: Waiter) {
        let admission: Admission = queue.withLock { queue in
            guard queue.waiting.count < waitingLimit else { return .busy(queue.waiting.count) }
            queue.waiting.append(waiter)
            guard queue.running < connections else { return .waits }
            queue.running += 1
            return .starts
        }
        switch admission {
        case .waits: break
        case .starts: Task { await drain() }
        case .busy(let waiting): waiter.continuation.resume(throwing: Busy(waiting: waiting))
        }
    }

    /// Runs query after query until nobody waits.
    private func drain() async {
        while true {
            // Requests that are ready to run come first: they join this query instead of waiting for the next.
            await Task.yield()
            let batch: [Waiter] = queue.withLock { queue in
                let batch = Array(queue.waiting.prefix(batchLimit))
                queue.waiting.removeFirst(batch.count)
                if batch.isEmpty { queue.running -= 1 }
                return batch
            }
            if batch.isEmpty { return }
            do {
                let entries = try await store.crosswalks(batch.map(\.key))
                for (waiter, entry) in zip(batch, entries) { waiter.continuation.resume(returning: entry) }
            } catch {
                for waiter in batch { waiter.continuation.resume(throwing: error) }
            }
        }
    }

    /// Takes a waiter out of the queue. One whose query is on its way, or who is about to queue, gets its answer instead,
    /// which is at hand in a moment.
    private func cancel(_ ticket: UInt64) {
        let waiter: Waiter? = queue.withLock { queue in
            if let place = queue.waiting.firstIndex(where: { $0.ticket == ticket }) { return queue.waiting.remove(at: place) }
            return nil
        }
        waiter?.continuation.resume(throwing: CancellationError())
    }
}
