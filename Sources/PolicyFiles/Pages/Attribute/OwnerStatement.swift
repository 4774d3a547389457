internal import MasterData

/// What one entry of `owner` says, before roles are resolved to the one platform that owns.
struct OwnerStatement {
    /// As written: a platform or a role.
    var name: String
    /// The platforms that the name stands for, the first speaker first; empty for a role that nobody has.
    var owners: [String]
    var from: String?
    var until: String?
    var conditions: [Ownership.Condition] = []
    var elseName: String?
    var elseOwners: [String]?
    var line: Int

    /// Names an owner on every day of its period.
    var alwaysHolds: Bool { conditions.isEmpty || elseName != nil }
}
