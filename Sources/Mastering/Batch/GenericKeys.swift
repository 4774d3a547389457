import HubStore
import Synchronization

/// The match keys that are known to be generic. They only become more, in an order that the mastering lock gives, so each round
/// reads those that came since the last one, by whatever hub.
final class GenericKeys: Sendable {
    private struct Known {
        var last: Int64 = 0
        var keys: Set<Int64> = []
    }

    private let known = Mutex(Known())

    /// The number up to which all are known.
    var last: Int64 { known.withLock { $0.last } }

    /// Takes note of what was read, and answers all.
    func add(_ read: [MasteringReads.GenericKey]) -> Set<Int64> {
        known.withLock { known in
            for entry in read {
                known.keys.insert(entry.key)
                known.last = max(known.last, entry.number)
            }
            return known.keys
        }
    }
}
