import FoundationEssentials
import HubStore
import MasterData
import PostgresClient

extension MasteringPipeline {
    /// Recomputes what the hub holds from what it was told, and compares.
    ///
    /// Reads one snapshot from its first statement to its last, so that it can run beside a hub at work; changes nothing.
    package func verify(progress: (VerificationProgress) -> Void = { _ in }) async throws -> VerificationReport {
        try await store.client.withTransaction(TransactionOptions(isolation: .repeatableRead, readOnly: true, retries: 0)) { transaction in
            var report = VerificationReport()
            let counts = try await transaction.query(Queries.verifyCounts).only
            let storedKeys = Int(try counts.int8("match_keys"))
            let auditTotal = Int(try counts.int8("audit_entries"))
            let goldenTotal = Int(try counts.int8("golden_records"))

            let keysOfRecords = try await verifyGoldenRecords(goldenTotal, in: transaction, &report, progress)
            if storedKeys != keysOfRecords {
                report.keyMismatches += abs(storedKeys - keysOfRecords)
                report.note(nil, "the key table has \(storedKeys) rows, the records have \(keysOfRecords) keys")
            }
            report.danglingRecords = Int(try await transaction.query(Queries.verifyCrosswalk).only.int8("dangling"))
            if report.danglingRecords > 0 { report.note(nil, "source records point at golden records that are missing, merged, or of another entity") }
            report.endlessRedirects = Int(try await transaction.query(Queries.verifyRedirects).only.int8("endless"))
            if report.endlessRedirects > 0 { report.note(nil, "redirects of merged golden records do not end") }
            try await verifyAudit(auditTotal, in: transaction, &report, progress)
            return report
        }
    }

    /// - Returns: how many match keys the records have together.
    private func verifyGoldenRecords(
        _ total: Int, in transaction: Transaction, _ report: inout VerificationReport, _ progress: (VerificationProgress) -> Void
    ) async throws -> Int {
        var keys = 0
        var last = UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
        while true {
            let rows = try await transaction.query(Queries.verifyGoldenPage, .uuid(last), .int4(GoldenPage.size))
            if rows.isEmpty { return keys }
            var page = try GoldenPage(rows)
            try page.add(members: await transaction.query(Queries.verifyMembers, .uuidArray(page.golden.map(\.state.goldenId))))
            let standardised = await standardise(page.members)
            let references = try await MasteringReads(transaction).goldenIds(of: referenced(by: page.members, standardised))
            let checked = await recompute(page, standardised, references)
            let missing = try await transaction.query(
                Queries.verifyMatchKeys, .int8Array(checked.keys.map(\.key)), .int8Array(checked.keys.map(\.recordId))).only.int8("missing")
            if missing > 0 { report.note(nil, "\(missing) match keys of records are not in the key table") }

            keys += checked.keys.count
            report.keyMismatches += Int(missing) + checked.keyMismatches.count
            for record in checked.keyMismatches { report.note(record.goldenId, "record \(record.recordId) has other match keys than its attributes make") }
            report.goldenMismatches += checked.mismatches.count
            for mismatch in checked.mismatches { report.note(mismatch.goldenId, mismatch.what) }
            report.goldenRecords += page.golden.count
            report.sourceRecords += page.members.count
            last = page.golden[page.golden.count - 1].state.goldenId
            progress(VerificationProgress(stage: "golden records", done: report.goldenRecords, total: total))
        }
    }

    /// Each member's attributes as today's policies read them, in the order of the members.
    private func standardise(_ members: [StoredRecord]) async -> [JSONObject] {
        let middle = members.count / 2
        // Two halves on two cores: reading attributes is most of the work.
        async let first = members[..<middle].map { policies.standardise($0.attributes, key: $0.key) }
        async let second = members[middle...].map { policies.standardise($0.attributes, key: $0.key) }
        return await first + second
    }

    /// Every record that these refer to.
    func referenced(by records: [StoredRecord], _ standardised: [JSONObject]) -> [SourceKey] {
        var targets: Set<SourceKey> = []
        for (record, attributes) in zip(records, standardised) {
            guard let policy = policies.entities[record.key.entity] else { continue }
            for reference in policy.references(in: attributes, platform: record.key.platform) { targets.insert(reference.target) }
        }
        return targets.sorted()
    }
}
