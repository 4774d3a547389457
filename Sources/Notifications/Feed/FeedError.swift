package import HubStore

/// Why a position cannot be read from.
package enum FeedError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The text is no position.
    case malformedPosition
    /// The position is of a history that this database does not have: it was restored to an earlier state.
    case foreignPosition(FeedPosition)

    package var description: String {
        switch self {
        case .malformedPosition:
            "the feed position is malformed; use the `sequence` of an event or the `next` of an answer exactly as they came, or none to read from the start"
        case .foreignPosition(let position):
            """
            the feed position \(position) is not of this database's history: it was restored to an earlier state after the position was \
            handed out; read from the start and compare by golden version
            """
        }
    }
}
