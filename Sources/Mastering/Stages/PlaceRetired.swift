import FoundationEssentials
import MasterData
import Matching

extension Neighbourhood {
    /// Retired records take no part in clustering. They stay with their golden record; where that comes apart they go with the part that
    /// they belonged to before it ended there, else with the active record that they are most like.
    func placeRetired(_ model: MatchModel, _ decision: inout Decision) {
        let retired = records.filter { $0.status == .retired && $0.goldenId != nil }
        if retired.isEmpty { return }
        bringBackRetired(&decision)
        for record in retired {
            guard let before = record.goldenId, decision.goldenOf[record.recordId] == nil else { continue }
            decision.goldenOf[record.recordId] =
                homeAmongFormer(record, decision) ?? homeByLikeness(record, model, decision) ?? decision.mergedInto[before] ?? before
        }
    }

    /// Golden records released by a steward of which only retired records are left.
    private func bringBackRetired(_ decision: inout Decision) {
        let standing = Dictionary(records.map { ($0.recordId, (status: $0.status, goldenId: $0.goldenId)) }, uniquingKeysWith: { first, _ in first })
        for one in former where released.contains(one.goldenId) && decision.revived[one.goldenId] == nil && decision.mergedInto[one.goldenId] == nil {
            let known = one.records.filter { standing[$0]?.goldenId == one.survivor }
            guard !known.isEmpty, known.allSatisfy({ standing[$0]?.status == .retired }), !isHeld(known, among: one.records) else { continue }
            decision.revived[one.goldenId] = one.survivor
            for record in known { decision.goldenOf[record] = one.goldenId }
        }
    }

    /// Whether a decision in force holds one of them together with a record that was not with them.
    private func isHeld(_ ids: Set<Int64>, among own: Set<Int64>) -> Bool {
        constraints.same.contains { pair in
            ids.contains { id in pair.other(than: id).map { !own.contains($0) } ?? false }
        }
    }

    /// Where the smallest former golden record that had it has gone; nil where none had it, or where that one still ends where the record is.
    private func homeAmongFormer(_ record: MasteredRecord, _ decision: Decision) -> UUID? {
        let having = former.filter { $0.records.contains(record.recordId) }
        guard let closest = having.min(by: { ($0.records.count, $0.goldenId.text) < ($1.records.count, $1.goldenId.text) }) else { return nil }
        let end = decision.end(of: closest.goldenId, next: nextOfFormer)
        return end == closest.survivor ? nil : end
    }

    private func homeByLikeness(_ record: MasteredRecord, _ model: MatchModel, _ decision: Decision) -> UUID? {
        guard let before = record.goldenId, decision.comingApart.contains(before), let own = record.match else { return nil }
        let decided = constraints.same.compactMap { $0.other(than: record.recordId) }.sorted()
        if let home = decided.lazy.compactMap({ decision.goldenOf[$0] }).first { return home }
        var best: (score: PairScore, recordId: Int64)?
        for other in records where other.goldenId == before && other.status == .active {
            guard let match = other.match else { continue }
            let score = model.compare(own, match)
            let isBetter = best.map { (score.bits, $0.recordId) > ($0.score.bits, other.recordId) } ?? true
            if score.outcome != .nonMatch, isBetter { best = (score, other.recordId) }
        }
        return best.flatMap { decision.goldenOf[$0.recordId] }
    }
}
