import FoundationEssentials
import MasterData

/// A golden record as stored.
struct GoldenState: Sendable {
    var goldenId: UUID
    var version: Int64
    var status: GoldenStatus
    var mergedInto: UUID?
    var attributes: JSONObject
}

/// A new version of a golden record, to be written.
struct GoldenChange: Sendable {
    var goldenId: UUID
    var version: Int64
    var status: GoldenStatus
    var mergedInto: UUID?
    var content: GoldenContent
    /// Names of the attributes whose values differ from the version before.
    var changed: [String]
    var kind: ChangeKind
    var linked: [SourceKey]
    var unlinked: [SourceKey]
    /// Who caused it.
    var origin: Origin
    var platform: String?
}
