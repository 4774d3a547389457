import HTTPTypes
import Synchronization

/// Bounds how many clients listen to the change feed at one time (I10).
final class ListenerPlaces: Sendable {
    private let limit: Int
    private let taken = Mutex(0)

    init(limit: Int) {
        self.limit = limit
    }

    /// - Throws: `Problem` (503) where all places are taken. Each place taken must be left.
    func take() throws(Problem) {
        let isFree = taken.withLock { taken in
            guard taken < limit else { return false }
            taken += 1
            return true
        }
        guard isFree else {
            throw Problem(.busy, "\(limit) clients listen already, which is the most this hub serves; try again later", fields: [.retryAfter: "5"])
        }
    }

    func leave() { taken.withLock { $0 -= 1 } }
}
