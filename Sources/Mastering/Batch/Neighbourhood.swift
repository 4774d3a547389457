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
    /// Golden records that ended in those that come apart; read only where one does.
    var former: [FormerGoldenRecord] = []
    /// Former golden records that a steward had put together with others and has taken apart again: they come back even where nothing but
    /// retired records is left of them. Read only where a decision is taken back.
    var released: Set<UUID> = []

    /// Where the redirects of golden records that had ended lead.
    var nextOfFormer: [UUID: UUID] { Dictionary(former.map { ($0.goldenId, $0.mergedInto) }, uniquingKeysWith: { first, _ in first }) }
}

/// A golden record that ended in another one. Its id comes back where its first record leaves that one again.
struct FormerGoldenRecord: Sendable {
    var goldenId: UUID
    /// The next one on the way to the survivor.
    var mergedInto: UUID
    /// The golden record at the end of the way.
    var survivor: UUID
    /// Those it had when it ended.
    var records: Set<Int64>
}
