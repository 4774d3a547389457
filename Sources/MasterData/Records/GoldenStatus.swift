/// Where a golden record stands in its life.
package enum GoldenStatus: String, Sendable, Hashable {
    /// At least one platform has it.
    case active
    /// Lives on in another golden record, to which its id redirects.
    case merged
    /// No platform has it any more; its last values stay readable.
    case retired
}

/// How a source record came to its golden record.
package enum LinkMethod: String, Sendable, Hashable {
    case created, identifier, score, steward, split
}

/// What happened to a golden record, as events name it.
package enum ChangeKind: String, Sendable, Hashable {
    case created, changed, merged, split, retired, restored, erased
    case crosswalkLinked = "crosswalk.linked"
    case crosswalkUnlinked = "crosswalk.unlinked"
}
