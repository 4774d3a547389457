package import FoundationEssentials

/// What `mdm verify` looked at, and what of it does not hold.
package struct VerificationReport: Sendable, Equatable {
    /// Something that does not hold: where, and which rule it breaks; names of attributes, never their values.
    package struct Finding: Sendable, Equatable {
        package var goldenId: UUID?
        package var what: String
    }

    package var goldenRecords = 0
    package var sourceRecords = 0
    package var auditEntries = 0
    /// Golden records that differ from what their source records and the policies make of them (I1), or from their own history.
    package var goldenMismatches = 0
    /// Source records whose golden record is missing, merged away, or of another entity (I5).
    package var danglingRecords = 0
    /// Redirects that end nowhere (I5).
    package var endlessRedirects = 0
    /// Records whose match keys differ from what the model makes of them, and keys that belong to no record.
    package var keyMismatches = 0
    /// Places where the audit chain is broken.
    package var auditBreaks = 0
    /// The first of everything found, at most `findingLimit`.
    package private(set) var findings: [Finding] = []

    package static let findingLimit = 20

    /// Everything but feed and audit, which are counted by themselves.
    package var mismatches: Int { goldenMismatches + danglingRecords + endlessRedirects + keyMismatches }

    mutating func note(_ goldenId: UUID?, _ what: String) {
        if findings.count < Self.findingLimit { findings.append(Finding(goldenId: goldenId, what: what)) }
    }
}

/// How far a verification has come.
package struct VerificationProgress: Sendable {
    package var stage: String
    package var done: Int
    package var total: Int
}
