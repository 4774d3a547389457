/// Levels of two sets of identifiers (`ComparisonKind.identifier.levels`).
enum IdentifierLevel {
    static let same: UInt8 = 1, different: UInt8 = 2, conflict: UInt8 = 3

    /// One value in common in any scope is agreement. Otherwise, when both have values of one scope, they differ;
    /// for an exclusive identifier that is a conflict.
    static func of(_ a: [IdentifierValue], _ b: [IdentifierValue], _ strength: IdentifierStrength?) -> UInt8 {
        var sharedScope = false
        for x in a {
            for y in b {
                if x.hash == y.hash { return same }
                if x.scope == y.scope { sharedScope = true }
            }
        }
        if !sharedScope { return 0 }
        return strength == .exclusive ? conflict : different
    }
}
