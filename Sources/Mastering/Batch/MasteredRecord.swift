import FoundationEssentials
import MasterData
import Matching

/// A source record on its way through a batch: reported just now, or read because the batch concerns it.
struct MasteredRecord: Sendable {
    var recordId: Int64
    var key: SourceKey
    var rawId: String
    var status: RecordStatus
    /// The golden record it belongs to; nil until decided, for a new record.
    var goldenId: UUID?
    var method: LinkMethod
    var updatedAt: Timestamp?
    var version: String?
    /// Attributes as received, as JSON text.
    var received: String
    /// Validated and standardised; references still native ids.
    var standardised: JSONObject
    /// What the row in the database holds; empty for a new record.
    var storedKeys: [Int64]
    var standing: Standing
    /// References resolved and features made: everything that deciding needs. Nil until then, and for retired records.
    var match: MatchRecord?

    /// What this batch does to the record's own row.
    enum Standing: Sendable, Hashable {
        /// Reported for the first time.
        case new
        /// Reported with something new, or retired.
        case updated
        /// Not reported, but to be decided anew: a record that it refers to has moved, or a key of it became generic.
        case reexamined
        /// Read because a changed record may belong to it.
        case neighbour
    }

    /// Whether its features may differ from what was decided before.
    var isChanged: Bool { standing != .neighbour }
}
