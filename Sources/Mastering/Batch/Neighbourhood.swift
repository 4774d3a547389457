import FoundationEssentials
import HubStore
import MasterData
import Matching

/// Everything that deciding on a batch needs: the changed records, all records they may belong to, and what was decided before.
/// It is closed: no edge leads out of it.
struct Neighbourhood: Sendable {
    var entity: Entity
    var now: Timestamp
    var records: [MasteredRecord]
    var golden: [UUID: GoldenState]
    var edges: [StoredEdge]
    var constraints: Constraints
    var genericKeys: Set<Int64>
    /// Keys that this batch pushed over the cap.
    var newGenericKeys: [Int64]
    /// Golden ids behind references of these records.
    var references: [SourceKey: UUID]
}
