import FoundationEssentials
import HubStore
import MasterData
import Matching

/// A report that changes something, with the state it replaces.
struct TakenReport: Sendable {
    /// The place in the round.
    var place: Int
    var report: ValidReport
    var record: MasteredRecord
    /// The stored state; nil where the record is new.
    var before: StoredRecord?
}

/// What a round of reports comes to before any matching: what is new, and what needs no further work.
struct Taking: Sendable {
    var taken: [TakenReport] = []
    /// By place; nil where the report was taken and the answer comes at the end.
    var answers: [Reception?]
    /// Receipts of reports that say nothing new still need their golden record's version.
    var settled: [(place: Int, before: StoredRecord, isStale: Bool)] = []
}

extension PolicySet {
    /// Holds each report against what is stored: a repeated or older report changes nothing. A pure function.
    ///
    /// - Parameter ids: record ids for the new ones, one for each report.
    func take(_ reports: [ValidReport], stored: [StoredRecord?], ids: [Int64]) -> Taking {
        var taking = Taking(answers: Array(repeating: nil, count: reports.count))
        for (place, report) in reports.enumerated() {
            let before = stored[place]
            if let refusal = precondition(report, before) {
                taking.answers[place] = .failure(refusal)
                continue
            }
            if let before {
                if isStale(report, before) {
                    taking.settled.append((place, before, true))
                    continue
                }
                if saysNothingNew(report, before) {
                    taking.settled.append((place, before, false))
                    continue
                }
            }
            var record = MasteredRecord(
                recordId: before?.recordId ?? ids[place], key: report.key, rawId: report.rawId,
                status: report.report.retires ? .retired : .active, goldenId: before?.goldenId, method: before?.method ?? .created,
                updatedAt: report.updatedAt, version: report.report.version, received: report.received, standardised: report.standardised,
                storedKeys: before?.matchKeys ?? [], standing: before == nil ? .new : .updated)
            record.match = report.match?.with(id: record.recordId)
            if report.report.retires, let before {
                // A retired record keeps its last values: they are what is known of it.
                record.received = before.attributes
                record.standardised = standardise(before.attributes, key: report.key)
                record.rawId = before.rawId
                record.version = before.version
                record.updatedAt = report.updatedAt ?? before.updatedAt
            }
            taking.taken.append(TakenReport(place: place, report: report, record: record, before: before))
        }
        return taking
    }

    private func precondition(_ report: ValidReport, _ before: StoredRecord?) -> Refusal? {
        if report.report.retires, before == nil {
            return Refusal(.notFound, "\(report.key.platform) has no \(report.key.entity.rawValue) of this id in the hub: nothing to retire")
        }
        guard let wanted = report.report.ifMatch else { return nil }
        guard let before else { return Refusal(.stale, "`If-Match` names a state, but the hub does not know this record yet: leave the header out to create it") }
        if wanted == "*" || wanted == before.tag { return nil }
        return Refusal(.stale, "the record has changed since the state that `If-Match` names: read it again, then repeat the change")
    }

    private func isStale(_ report: ValidReport, _ before: StoredRecord) -> Bool {
        guard let reported = report.updatedAt, let stored = before.updatedAt else { return false }
        return reported < stored
    }

    private func saysNothingNew(_ report: ValidReport, _ before: StoredRecord) -> Bool {
        if report.report.retires { return before.status == .retired }
        return before.status == .active && before.updatedAt == report.updatedAt && before.version == report.report.version
            && before.rawId == report.rawId && before.attributes == report.received
    }

    /// Standardises attributes that were taken before: what their policy at hand makes of them.
    func standardise(_ received: String, key: SourceKey) -> JSONObject {
        guard let entity = entities[key.entity], let platform = platforms[key.platform],
            let value = try? JSONParser.parse(Array(received.utf8)), let attributes = value.members
        else { return JSONObject() }
        return entity.standardise(attributes, platform: platform, platforms: platforms, reference: reference, limits: limits).attributes
    }
}

extension StoredRecord {
    /// The entity tag of the record: changes with everything that a report can change.
    package var tag: String { state.tag }

    var state: RecordState { RecordState(attributes: attributes, version: version, updatedAt: updatedAt, status: status) }
}
