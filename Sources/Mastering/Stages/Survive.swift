import FoundationEssentials
import MasterData
import Matching

/// A neighbourhood after deciding and surviving: what each golden record now holds, and which of them changed.
struct Survival: Sendable {
    var changes: [GoldenChange] = []
    /// Of every touched golden record, changed or not.
    var contents: [UUID: GoldenContent] = [:]
    var versions: [UUID: Int64] = [:]
}

extension Neighbourhood {
    /// Computes the golden values of every golden record that the decision touches, and compares them with what is stored.
    ///
    /// - Parameter moved: golden ids that references must follow because this batch decided so.
    func survive(_ decision: Decision, policy: EntityPolicy, origins: [Int64: (origin: Origin, platform: String?)], fallback: Origin) async -> Survival {
        var touched: Set<UUID> = []
        var cause: [UUID: (origin: Origin, platform: String?)] = [:]
        for record in records {
            guard let after = decision.goldenOf[record.recordId] else { continue }
            if record.isChanged || record.goldenId != after {
                for goldenId in [record.goldenId, after].compactMap({ $0 }) {
                    touched.insert(goldenId)
                    if let origin = origins[record.recordId], cause[goldenId] == nil { cause[goldenId] = origin }
                }
            }
        }
        touched.formUnion(decision.revived.keys)
        touched.formUnion(decision.mergedInto.keys)
        // A reference within the entity (a parent) may point at a record that this batch has just placed.
        var placed = references
        for record in records {
            if let goldenId = decision.goldenOf[record.recordId] { placed[record.key] = goldenId }
        }
        let cluster = DecidedClusters(neighbourhood: self, decision: decision, policy: policy, placed: placed)
        let ordered = touched.sorted(by: UUID.older)
        let outcomes = await inParallel(ordered) { [cause] goldenId in
            let origin = cause[goldenId] ?? (fallback, nil)
            return cluster.outcome(of: goldenId, origin.origin, origin.platform)
        }
        var survival = Survival()
        for (goldenId, outcome) in zip(ordered, outcomes) {
            survival.versions[goldenId] = outcome.change?.version ?? golden[goldenId]?.version
            if let content = outcome.content { survival.contents[goldenId] = content }
            if let change = outcome.change { survival.changes.append(change) }
        }
        return survival
    }

    /// Names of the attributes that differ, in order. Both sides are sorted by name.
    static func differences(_ before: JSONObject, _ after: JSONObject) -> [String] {
        var names: [String] = []
        var left = before.members[...]
        var right = after.members[...]
        while let first = left.first ?? right.first {
            guard let second = right.first, left.first != nil else {
                names.append(first.key)
                left = left.dropFirst()
                right = right.dropFirst()
                continue
            }
            if first.key == second.key {
                if first.value != second.value { names.append(first.key) }
                left = left.dropFirst()
                right = right.dropFirst()
            } else if first.key.utf8.lexicographicallyPrecedes(second.key.utf8) {
                names.append(first.key)
                left = left.dropFirst()
            } else {
                names.append(second.key)
                right = right.dropFirst()
            }
        }
        return names
    }
}

/// A decided neighbourhood, from which each golden record's outcome follows by itself.
private struct DecidedClusters: Sendable {
    let neighbourhood: Neighbourhood
    let decision: Decision
    let policy: EntityPolicy
    /// Golden ids behind references, as decided.
    let placed: [SourceKey: UUID]

    /// - Returns: what the golden record now holds, nil where it ended in another one; and its new version, nil where it has not changed.
    func outcome(of goldenId: UUID, _ origin: Origin, _ platform: String?) -> (content: GoldenContent?, change: GoldenChange?) {
        let records = neighbourhood.records
        let state = neighbourhood.golden[goldenId]
        let version = (state?.version ?? 0) + 1
        let before = decision.membersBefore[goldenId] ?? []
        if let survivor = decision.mergedInto[goldenId] {
            return (nil, GoldenChange(
                goldenId: goldenId, version: version, status: .merged, mergedInto: survivor, content: GoldenContent(),
                changed: state.map { $0.attributes.keys } ?? [], kind: .merged, linked: [], unlinked: before.map { records[$0].key }.sorted(),
                origin: origin, platform: platform))
        }
        let own = decision.members[goldenId] ?? []
        let content = policy.survive(own.map { place in
            SourceRecord(
                recordId: records[place].recordId, key: records[place].key, status: records[place].status, updatedAt: records[place].updatedAt,
                attributes: policy.resolvingReferences(in: records[place].standardised, platform: records[place].key.platform) { placed[$0]?.text })
        }, on: neighbourhood.now.date)
        let status: GoldenStatus = own.contains { records[$0].status == .active } ? .active : .retired
        let linked = own.filter { records[$0].goldenId != goldenId }.map { records[$0].key }.sorted()
        let unlinked = before.filter { decision.goldenOf[records[$0].recordId] != goldenId }.map { records[$0].key }.sorted()
        let changed = Neighbourhood.differences(state?.attributes ?? JSONObject(), content.attributes)
        let kind: ChangeKind
        if let state {
            if status != state.status { kind = status == .retired ? .retired : .restored }
            else if !changed.isEmpty { kind = .changed }
            else if !linked.isEmpty { kind = .crosswalkLinked }
            else if !unlinked.isEmpty { kind = .crosswalkUnlinked }
            else { return (content, nil) }
        } else {
            kind = decision.fresh[goldenId].flatMap { $0 } == nil ? .created : .split
        }
        return (content, GoldenChange(
            goldenId: goldenId, version: version, status: status, mergedInto: nil, content: content, changed: changed, kind: kind,
            linked: linked, unlinked: unlinked, origin: origin, platform: platform))
    }
}
