package import MasterData
import PostgresClient

/// What a caller may do.
package enum AccessRole: String, Sendable, Hashable, CaseIterable {
    case admin, steward, reader
    /// Bound to one platform, in whose name it writes.
    case platform
    case subscriber
}

/// A caller's key, without the key itself.
package struct AccessKey: Sendable, Hashable {
    package var id: String
    package var role: AccessRole
    /// Set exactly where the role is `platform`.
    package var platform: String?
    package var label: String
    package var createdAt: Timestamp
    package var revokedAt: Timestamp?

    package init(id: String, role: AccessRole, platform: String?, label: String, createdAt: Timestamp, revokedAt: Timestamp?) {
        self.id = id
        self.role = role
        self.platform = platform
        self.label = label
        self.createdAt = createdAt
        self.revokedAt = revokedAt
    }

    /// Nil for a role that a newer program has written.
    init?(_ row: Row) throws(PostgresError) {
        guard let role = AccessRole(rawValue: try row.text(1)) else { return nil }
        self.init(
            id: try row.text(0), role: role, platform: try row.textIfPresent(2), label: try row.text(3),
            createdAt: Timestamp(try row.timestamp(4)), revokedAt: try row.timestampIfPresent(5).map { Timestamp($0) })
    }
}

/// A new key: the only moment at which its text exists outside the caller's hands.
package struct IssuedKey: Sendable {
    package var key: AccessKey
    /// `mdm_<id>_<secret>`; only its hash is stored.
    package var text: String
}
