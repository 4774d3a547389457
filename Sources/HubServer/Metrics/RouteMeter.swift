import Synchronization

/// Counts the answers of one route by status and by time.
final class RouteMeter: Sendable {
    /// Upper bounds of the histogram's buckets in microseconds; the last bucket has none.
    static let bounds: [Int64] = [250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 1_000_000, 5_000_000]

    struct Counts: Sendable {
        /// Status to number of answers.
        var statuses: [Int: Int] = [:]
        var buckets = [Int](repeating: 0, count: RouteMeter.bounds.count + 1)
        var microseconds: Int64 = 0
        var total = 0
    }

    /// Method and path as the table of routes has them: never a path that somebody sent.
    let name: String
    let method: String
    private let counts = Mutex(Counts())

    init(method: String, name: String) {
        self.method = method
        self.name = name
    }

    func count(status: Int, microseconds: Int64) {
        let bucket = Self.bounds.firstIndex { microseconds <= $0 } ?? Self.bounds.count
        counts.withLock {
            $0.statuses[status, default: 0] += 1
            $0.buckets[bucket] += 1
            $0.microseconds += microseconds
            $0.total += 1
        }
    }

    var snapshot: Counts { counts.withLock { $0 } }
}
