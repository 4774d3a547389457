import FoundationEssentials
import HubStore
import MasterData
import Matching

/// One entity's share of a batch, decided: what to write and what to answer.
struct Mastered: Sendable {
    var neighbourhood: Neighbourhood
    var decision: Decision
    var survival: Survival
    var policy: EntityPolicy
    var model: MatchModel
    var writes: MasteringWrites

    init(neighbourhood: Neighbourhood, decision: Decision, survival: Survival, policy: EntityPolicy, model: MatchModel, policyVersion: String) {
        self.neighbourhood = neighbourhood
        self.decision = decision
        self.survival = survival
        self.policy = policy
        self.model = model
        writes = MasteringWrites(entity: neighbourhood.entity, now: neighbourhood.now, policyVersion: policyVersion)
        writeRecords()
        writeEdges()
        writeGoldenRecords()
    }

    /// Keys of records that were not known before.
    var newKeys: [SourceKey] { neighbourhood.records.filter { $0.standing == .new }.map(\.key) }

    /// Keys of known records that now belong to another golden record.
    var movedKeys: [SourceKey] {
        neighbourhood.records.filter { $0.goldenId != nil && $0.goldenId != decision.goldenOf[$0.recordId] }.map(\.key).sorted()
    }

    func outcome(of record: MasteredRecord) -> Outcome {
        guard let goldenId = decision.goldenOf[record.recordId] else { return .unchanged }
        if record.status == .active, decision.survivors.contains(goldenId) { return .merged }
        let others = (decision.members[goldenId] ?? []).map { neighbourhood.records[$0] }.filter { $0.recordId != record.recordId }
        guard others.isEmpty else {
            return decision.fresh.keys.contains(goldenId) && others.allSatisfy { $0.recordId > record.recordId } ? .created : .linked
        }
        if decision.related.contains(record.recordId) { return .review }
        if decision.fresh.keys.contains(goldenId) { return .created }
        return .linked
    }

    private mutating func writeRecords() {
        for record in neighbourhood.records {
            guard let goldenId = decision.goldenOf[record.recordId] else { continue }
            let keys = record.match?.keys ?? []
            let moves = record.goldenId != goldenId
            let method = moves ? self.method(of: record, in: goldenId) : record.method
            switch record.standing {
            case .new, .updated:
                let row = MasteringWrites.RecordRow(
                    recordId: record.recordId, key: record.key, rawId: record.rawId, goldenId: goldenId, status: record.status, method: method,
                    updatedAt: record.updatedAt, version: record.version, attributes: record.received, matchKeys: keys)
                if record.standing == .new { writes.inserted.append(row) } else { writes.updated.append(row) }
                writeKeys(of: record, keys)
                let references = policy.references(in: record.standardised, platform: record.key.platform)
                if record.standing == .updated { writes.referring.append(record.recordId) }
                for reference in Set(references) { writes.references.append((record.recordId, reference)) }
            case .reexamined where keys != record.storedKeys:
                writes.updated.append(MasteringWrites.RecordRow(
                    recordId: record.recordId, key: record.key, rawId: record.rawId, goldenId: goldenId, status: record.status, method: method,
                    updatedAt: record.updatedAt, version: record.version, attributes: record.received, matchKeys: keys))
                writeKeys(of: record, keys)
            case .reexamined, .neighbour:
                if moves { writes.relinked.append(MasteringWrites.Relink(recordId: record.recordId, goldenId: goldenId, method: method)) }
            }
        }
        writes.newGenericKeys = neighbourhood.newGenericKeys
        writes.merges = decision.merges
    }

    private mutating func writeKeys(of record: MasteredRecord, _ keys: [Int64]) {
        let stored = Set(record.storedKeys)
        let wanted = Set(keys)
        for key in record.storedKeys where !wanted.contains(key) { writes.removedKeys.append(MasteringWrites.KeyRow(key: key, recordId: record.recordId)) }
        for key in keys where !stored.contains(key) { writes.addedKeys.append(MasteringWrites.KeyRow(key: key, recordId: record.recordId)) }
    }

    /// How the record came to its golden record: alone, or by what it shares with the member most like it.
    private func method(of record: MasteredRecord, in goldenId: UUID) -> LinkMethod {
        if record.goldenId != nil, decision.fresh.keys.contains(goldenId) { return .split }
        if decision.revived[goldenId] != nil, record.goldenId != nil { return .split }
        if isHeldBySteward(record, in: goldenId) { return .steward }
        guard let own = record.match else { return record.method }
        var best: PairScore?
        for place in decision.members[goldenId] ?? [] where neighbourhood.records[place].recordId != record.recordId {
            guard let match = neighbourhood.records[place].match else { continue }
            let score = model.compare(own, match)
            if best.map({ score.bits > $0.bits }) ?? true { best = score }
        }
        guard let best else { return .created }
        return best.identifier == nil ? .score : .identifier
    }

    /// Whether a steward decided that it is the same as another member.
    private func isHeldBySteward(_ record: MasteredRecord, in goldenId: UUID) -> Bool {
        if neighbourhood.constraints.same.isEmpty { return false }
        return neighbourhood.constraints.same.contains { pair in
            pair.other(than: record.recordId).map { decision.goldenOf[$0] == goldenId } ?? false
        }
    }

    private mutating func writeEdges() {
        let inside = Set(neighbourhood.records.map(\.recordId))
        let changed = Set(neighbourhood.records.filter(\.isChanged).map(\.recordId))
        let wanted = Set(decision.edges)
        for edge in neighbourhood.edges where !wanted.contains(edge) {
            let isInside = inside.contains(edge.first) && inside.contains(edge.second)
            if isInside || changed.contains(edge.first) || changed.contains(edge.second) { writes.removedEdges.append(edge) }
        }
        let stored = Set(neighbourhood.edges)
        writes.edges = decision.edges.filter { !stored.contains($0) }
    }

    private mutating func writeGoldenRecords() {
        for change in survival.changes {
            writes.golden.append(MasteringWrites.GoldenRow(
                goldenId: change.goldenId, version: change.version, status: change.status, mergedInto: change.mergedInto,
                attributes: JSONValue.object(change.content.attributes).jsonText, changed: change.changed,
                lineage: change.content.lineageText, linked: Self.text(change.linked), unlinked: Self.text(change.unlinked), kind: change.kind,
                platform: change.platform, correlationId: change.origin.correlationId, causationId: change.origin.causationId,
                traceparent: change.origin.traceparent))
        }
    }

    /// `[[platform, native id] …]`, nil where there are none.
    private static func text(_ keys: [SourceKey]) -> String? {
        if keys.isEmpty { return nil }
        return JSONValue.array(keys.map { .array([.string($0.platform), .string($0.nativeId)]) }).jsonText
    }
}

extension GoldenContent {
    /// `{attribute: [rule, owner or null, record id …]}`.
    var lineageText: String {
        JSONValue.object(JSONObject(lineage.map { entry in
            JSONObject.Member(
                key: entry.attribute,
                value: .array([.string(entry.rule), entry.owner.map(JSONValue.string) ?? .null] + entry.records.map { .number(String($0)) }))
        })).jsonText
    }
}
