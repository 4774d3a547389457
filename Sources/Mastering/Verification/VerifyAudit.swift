import HubStore
import MasterData
import PostgresClient

extension MasteringPipeline {
    /// Recomputes the audit chain's hashes from its start. Each entry that does not follow from the one before is one break.
    func verifyAudit(
        _ total: Int, in transaction: Transaction, _ report: inout VerificationReport, _ progress: (VerificationProgress) -> Void
    ) async throws {
        var sequence: Int64 = 0
        var hash: [UInt8] = []
        while true {
            let rows = try await transaction.query(Queries.verifyAuditPage, .int8(sequence), .int4(5_000))
            if rows.isEmpty { return }
            for row in rows {
                let entry = try AuditEntry(row)
                let stored = try row.bytes("hash")
                if entry.sequence != sequence + 1 {
                    report.auditBreaks += 1
                    report.note(nil, "audit entries are missing between \(sequence) and \(entry.sequence)")
                } else if entry.hash(after: hash) != stored {
                    report.auditBreaks += 1
                    report.note(nil, "audit entry \(entry.sequence) is not what was written")
                }
                // What follows is held against what stands here, so that one change counts once.
                sequence = entry.sequence
                hash = stored
            }
            report.auditEntries += rows.count
            progress(VerificationProgress(stage: "audit entries", done: report.auditEntries, total: total))
        }
    }
}

extension AuditEntry {
    fileprivate init(_ row: Row) throws(PostgresError) {
        self.init(
            sequence: try row.int8("seq"), recordedAt: Timestamp(microseconds: try row.timestamp("recorded_at").unixMicroseconds),
            actor: try row.text("actor"), action: try row.text("action"), entity: try row.textIfPresent("entity"),
            platform: try row.textIfPresent("platform"), recordId: try row.int8IfPresent("record_id"), goldenId: try row.uuidIfPresent("golden_id"),
            goldenVersion: try row.int8IfPresent("golden_version"), outcome: try row.text("outcome"), verdicts: try row.text("verdicts"),
            policyVersion: try row.text("policy_version"), correlationId: try row.text("correlation_id"))
    }
}
