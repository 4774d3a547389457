import Crypto
package import FoundationEssentials
package import MasterData
package import PostgresClient

/// One row of the audit trail. Holds names of attributes, never their values.
package struct AuditEntry: Sendable, Hashable {
    package var sequence: Int64
    package var recordedAt: Timestamp
    package var actor: String
    package var action: String
    package var entity: String?
    package var platform: String?
    package var recordId: Int64?
    package var goldenId: UUID?
    package var goldenVersion: Int64?
    package var outcome: String
    package var verdicts: String
    package var policyVersion: String
    package var correlationId: String

    package init(
        sequence: Int64, recordedAt: Timestamp, actor: String, action: String, entity: String?, platform: String?, recordId: Int64?,
        goldenId: UUID?, goldenVersion: Int64?, outcome: String, verdicts: String, policyVersion: String, correlationId: String
    ) {
        self.sequence = sequence
        self.recordedAt = recordedAt
        self.actor = actor
        self.action = action
        self.entity = entity
        self.platform = platform
        self.recordId = recordId
        self.goldenId = goldenId
        self.goldenVersion = goldenVersion
        self.outcome = outcome
        self.verdicts = verdicts
        self.policyVersion = policyVersion
        self.correlationId = correlationId
    }

    /// SHA-256 over the hash before and every field, each with its length in front, so that no two different rows read alike.
    package func hash(after previous: [UInt8]) -> [UInt8] {
        var bytes = previous
        bytes.reserveCapacity(previous.count + 256)
        func put(_ text: String?) {
            guard let text else {
                bytes.append(contentsOf: [0xFF, 0xFF, 0xFF, 0xFF])
                return
            }
            withUnsafeBytes(of: UInt32(truncatingIfNeeded: text.utf8.count).bigEndian) { bytes.append(contentsOf: $0) }
            bytes.append(contentsOf: text.utf8)
        }
        put(String(sequence))
        put(String(recordedAt.microseconds))
        put(actor)
        put(action)
        put(entity)
        put(platform)
        put(recordId.map { String($0) })
        put(goldenId?.text)
        put(goldenVersion.map { String($0) })
        put(outcome)
        put(verdicts)
        put(policyVersion)
        put(correlationId)
        return Array(SHA256.hash(data: bytes))
    }
}

/// Links entries to the chain and makes the statement that writes them.
package struct AuditChain: Sendable {
    private var hash: [UInt8]
    private var sequence: Int64
    private var entries: [(entry: AuditEntry, hash: [UInt8])] = []

    package init(after head: MasteringReads.Head) {
        hash = head.auditHash
        sequence = head.auditSequence
    }

    package var nextSequence: Int64 { sequence + 1 }
    package var isEmpty: Bool { entries.isEmpty }

    /// Appends an entry; its sequence is set here.
    package mutating func append(_ unnumbered: AuditEntry) {
        var entry = unnumbered
        sequence += 1
        entry.sequence = sequence
        hash = entry.hash(after: hash)
        entries.append((entry, hash))
    }

    /// The statement that writes what was appended.
    package func statement(now: Timestamp, policyVersion: String) -> BoundStatement {
        BoundStatement(Queries.insertAuditEntries, [
            .int8Array(entries.map(\.entry.sequence)), .textArray(entries.map(\.entry.actor)), .textArray(entries.map(\.entry.action)),
            .textArray(entries.map(\.entry.entity)), .textArray(entries.map(\.entry.platform)), .int8Array(entries.map(\.entry.recordId)),
            .uuidArray(entries.map(\.entry.goldenId)), .int8Array(entries.map(\.entry.goldenVersion)), .textArray(entries.map(\.entry.outcome)),
            .textArray(entries.map(\.entry.verdicts)), .textArray(entries.map(\.entry.correlationId)), .bytesArray(entries.map(\.hash)),
            .timestamp(now.postgres), .text(policyVersion),
        ])
    }
}
