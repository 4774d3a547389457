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
    func survive(_ decision: Decision, policy: EntityPolicy, origins: [Int64: (origin: Origin, platform: String?)], fallback: Origin) -> Survival {
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
        // A reference within the entity (a parent) may point at a record that this batch has just placed.
        var placed = references
        for record in records {
            if let goldenId = decision.goldenOf[record.recordId] { placed[record.key] = goldenId }
        }
        let date = now.date
        var survival = Survival()
        for goldenId in touched.sorted(by: UUID.older) {
            let state = golden[goldenId]
            let origin = cause[goldenId] ?? (fallback, nil)
            if let survivor = decision.mergedInto[goldenId] {
                let version = (state?.version ?? 0) + 1
                let left = (decision.membersBefore[goldenId] ?? []).map { records[$0].key }.sorted()
                survival.changes.append(GoldenChange(
                    goldenId: goldenId, version: version, status: .merged, mergedInto: survivor, content: GoldenContent(),
                    changed: state.map { $0.attributes.keys } ?? [], kind: .merged, linked: [], unlinked: left, origin: origin.origin, platform: origin.platform))
                survival.versions[goldenId] = version
                continue
            }
            let own = (decision.members[goldenId] ?? []).map { records[$0] }
            let content = policy.survive(own.map { record in
                SourceRecord(
                    recordId: record.recordId, key: record.key, status: record.status, updatedAt: record.updatedAt,
                    attributes: policy.resolvingReferences(in: record.standardised, platform: record.key.platform) { placed[$0]?.text })
            }, on: date)
            survival.contents[goldenId] = content
            let status: GoldenStatus = own.contains { $0.status == .active } ? .active : .retired
            let linked = own.filter { $0.goldenId != goldenId }.map(\.key).sorted()
            let unlinked = (decision.membersBefore[goldenId] ?? []).map { records[$0] }
                .filter { decision.goldenOf[$0.recordId] != goldenId }.map(\.key).sorted()
            let changed = Self.differences(state?.attributes ?? JSONObject(), content.attributes)
            let kind: ChangeKind
            if let state {
                survival.versions[goldenId] = state.version
                if status != state.status { kind = status == .retired ? .retired : .restored }
                else if !changed.isEmpty { kind = .changed }
                else if !linked.isEmpty { kind = .crosswalkLinked }
                else if !unlinked.isEmpty { kind = .crosswalkUnlinked }
                else { continue }
            } else {
                kind = decision.fresh[goldenId].flatMap { $0 } == nil ? .created : .split
            }
            let version = (state?.version ?? 0) + 1
            survival.versions[goldenId] = version
            survival.changes.append(GoldenChange(
                goldenId: goldenId, version: version, status: status, mergedInto: nil, content: content, changed: changed, kind: kind,
                linked: linked, unlinked: unlinked, origin: origin.origin, platform: origin.platform))
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
