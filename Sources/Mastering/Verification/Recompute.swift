import FoundationEssentials
import HubStore
import MasterData
import Matching

/// What recomputing a page of golden records gave.
struct RecomputedPage: Sendable {
    var mismatches: [(goldenId: UUID, what: String)] = []
    var keyMismatches: [(goldenId: UUID, recordId: Int64)] = []
    /// Every key of every member, as it must stand in the key table.
    var keys: [(key: Int64, recordId: Int64)] = []
}

extension MasteringPipeline {
    /// Survives and keys each golden record's members anew. A pure function of its arguments, the policies and the day (I1).
    func recompute(_ page: GoldenPage, _ standardised: [JSONObject], _ references: [SourceKey: UUID]) async -> RecomputedPage {
        let middle = page.golden.count / 2
        async let first = recompute(page, 0..<middle, standardised, references)
        async let second = recompute(page, middle..<page.golden.count, standardised, references)
        var whole = await first
        let rest = await second
        whole.mismatches += rest.mismatches
        whole.keyMismatches += rest.keyMismatches
        whole.keys += rest.keys
        return whole
    }

    private func recompute(
        _ page: GoldenPage, _ range: Range<Int>, _ standardised: [JSONObject], _ references: [SourceKey: UUID]
    ) -> RecomputedPage {
        var result = RecomputedPage()
        let today = Timestamp.now.date
        for golden in page.golden[range] {
            let goldenId = golden.state.goldenId
            let members = page.membersOf[goldenId] ?? []
            if let what = mismatch(golden, members.map { (page.members[$0], standardised[$0]) }, references, today: today) {
                result.mismatches.append((goldenId, what))
            }
            for index in members {
                let member = page.members[index]
                for key in member.matchKeys { result.keys.append((key, member.recordId)) }
                if keys(of: member, standardised[index], references) != member.matchKeys { result.keyMismatches.append((goldenId, member.recordId)) }
            }
        }
        return result
    }

    /// What differs, or nil where everything is as it must be.
    private func mismatch(
        _ golden: GoldenPage.Golden, _ members: [(record: StoredRecord, attributes: JSONObject)], _ references: [SourceKey: UUID], today: String
    ) -> String? {
        let state = golden.state
        if !golden.isInHistory { return "version \(state.version) is not in the history as it stands here" }
        if state.status == .merged { return state.attributes.isEmpty ? nil : "a merged record still has attributes" }
        guard let policy = policies.entities[golden.entity] else { return "no policy for \(golden.entity.rawValue)" }
        let status: GoldenStatus = members.contains { $0.record.status == .active } ? .active : .retired
        if status != state.status { return "status is \(state.status.rawValue), its source records make it \(status.rawValue)" }
        let records = members.map { member in
            SourceRecord(
                recordId: member.record.recordId, key: member.record.key, status: member.record.status, updatedAt: member.record.updatedAt,
                attributes: policy.resolvingReferences(in: member.attributes, platform: member.record.key.platform) { references[$0]?.text })
        }
        // Ownership may have passed on since the record was last mastered: then the day of that version counts.
        let then = Neighbourhood.differences(state.attributes, policy.survive(records, on: golden.recordedAt.date).attributes)
        if then.isEmpty { return nil }
        let now = golden.recordedAt.date == today ? then : Neighbourhood.differences(state.attributes, policy.survive(records, on: today).attributes)
        return now.isEmpty ? nil : "recomputed otherwise: \(now.joined(separator: ", "))"
    }

    private func keys(of record: StoredRecord, _ attributes: JSONObject, _ references: [SourceKey: UUID]) -> [Int64] {
        guard record.status == .active, let policy = policies.entities[record.key.entity], let model = models[record.key.entity] else { return [] }
        return MatchInput(policies: policies, policy: policy, model: model)
            .features(recordId: record.recordId, key: record.key, standardised: attributes, references).keys
    }
}
