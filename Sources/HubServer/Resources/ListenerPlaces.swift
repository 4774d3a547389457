import HTTPTypes
import Synchronization

/// Bounds how many clients listen to the change feed at one time (I10).
final class ListenerPlaces: Sendable {
    private let limit: Int
    private let taken = Mutex(0)

    init(limit: Int) {
        self.limit = limit
    }

    /// A place that is free again when nobody holds it any more, however a client goes away.
    final class Place: Sendable {
        private let places: ListenerPlaces

        fileprivate init(_ places: ListenerPlaces) {
            self.places = places
        }

        deinit { places.taken.withLock { $0 -= 1 } }
    }

    /// - Throws: `Problem` (503) where all places are taken.
    func take() throws(Problem) -> Place {
        let isFree = taken.withLock { taken in
            guard taken < limit else { return false }
            taken += 1
            return true
        }
        guard isFree else {
            throw Problem(.busy, "\(limit) clients listen already, which is the most this hub serves; try again later", fields: [.retryAfter: "5"])
        }
        return Place(self)
    }
}
