import FoundationEssentials
import HubStore
import MasterData
import Matching

/// Which record belongs to which golden record, and what that does to golden records.
struct Decision: Sendable {
    /// For every record of the neighbourhood.
    var goldenOf: [Int64: UUID] = [:]
    /// Golden records that end in another one, and ended ones whose redirect now leads elsewhere.
    var mergedInto: [UUID: UUID] = [:]
    /// Golden records that begin, and the one they were split from, if any.
    var fresh: [UUID: UUID?] = [:]
    /// Golden records that had ended and begin again, and the one they leave.
    var revived: [UUID: UUID] = [:]
    /// Golden records that lose active records to others without ending in them.
    var comingApart: Set<UUID> = []
    /// Live golden records that end: what the hour's budget counts.
    var merges = 0
    /// Pairs that stay apart although they look related.
    var edges: [StoredEdge] = []
    /// `same` decisions that could not be kept because others contradict them.
    var contradictions: [Pair] = []
    /// Places in the neighbourhood of each golden record's records, as decided.
    var members: [UUID: [Int]] = [:]
    /// Places of the records that belonged to a golden record until now.
    var membersBefore: [UUID: [Int]] = [:]
    /// Golden records that others ended in.
    var survivors: Set<UUID> = []
    /// Records with an edge.
    var related: Set<Int64> = []

    /// Where a golden id leads to after this decision.
    ///
    /// - Parameter next: of golden records that had ended before, the next one.
    func end(of goldenId: UUID, next: [UUID: UUID]) -> UUID {
        var place = goldenId
        // Bounded by the number of steps there can be.
        for _ in 0...(next.count + mergedInto.count) {
            if revived[place] != nil { break }
            guard let onward = mergedInto[place] ?? next[place] else { break }
            place = onward
        }
        return place
    }

    /// Fills what is looked up once for every record of a large batch.
    fileprivate mutating func index(_ records: [MasteredRecord]) {
        for (place, record) in records.enumerated() {
            if let goldenId = goldenOf[record.recordId] { members[goldenId, default: []].append(place) }
            if let goldenId = record.goldenId { membersBefore[goldenId, default: []].append(place) }
        }
        survivors = Set(mergedInto.values)
        for edge in edges {
            related.insert(edge.first)
            related.insert(edge.second)
        }
    }
}

extension Neighbourhood {
    /// Clusters the active records and gives each cluster its golden id.
    ///
    /// Clusters are a function of the set of records (I2). Ids are stable: a golden record stays with its first record, and where
    /// several meet the oldest id stays; an id that had ended comes back with its first record. Retired records stay with their golden
    /// record, or with the part of it that they belong to.
    /// - Parameter allowance: live golden records that may end in others; a cluster that would take more stays apart and goes to review.
    func decide(model: MatchModel, limits: Limits, allowance: Int, makeId: () -> UUID) -> Decision {
        let active = records.filter { $0.status == .active }
        let clustering = cluster(
            active.compactMap(\.match), model: model, constraints: constraints, isGeneric: genericKeys.contains,
            limits: ClusterLimits(component: limits.clusterSize))

        var anchors: [UUID: Int64] = [:]
        var goldenBefore: [Int64: UUID] = [:]
        for record in active {
            guard let goldenId = record.goldenId else { continue }
            goldenBefore[record.recordId] = goldenId
            anchors[goldenId] = min(anchors[goldenId] ?? .max, record.recordId)
        }
        let anchoredBy = Dictionary(anchors.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let ended = FormerAnchors(former, goldenBefore)

        var decision = Decision(contradictions: clustering.contradictions)
        var redirects: [(former: FormerGoldenRecord, to: UUID)] = []
        var held: [StoredEdge] = []
        for members in clustering.clusters {
            let live = members.compactMap { anchoredBy[$0] }.sorted(by: UUID.older)
            if decision.merges + max(0, live.count - 1) > allowance, live.count > 1 {
                held += hold(members, apart: live, goldenBefore, model, &decision)
                continue
            }
            let former = members.flatMap { ended[$0] }
            let candidates = (live + former.map(\.goldenId)).sorted(by: UUID.older)
            let goldenId: UUID
            if let oldest = candidates.first {
                goldenId = oldest
                for other in live where other != oldest { decision.mergedInto[other] = oldest }
                decision.merges += live.count { $0 != oldest }
                for one in former {
                    if one.goldenId == oldest { decision.revived[oldest] = one.survivor } else { redirects.append((one, oldest)) }
                }
            } else {
                goldenId = makeId()
                decision.fresh[goldenId] = .some(members.lazy.compactMap { goldenBefore[$0] }.first)
            }
            for member in members { decision.goldenOf[member] = goldenId }
        }
        // A redirect that still leads to the right end stays as it is.
        for redirect in redirects where decision.end(of: redirect.former.goldenId, next: nextOfFormer) != redirect.to {
            decision.mergedInto[redirect.former.goldenId] = redirect.to
        }
        for record in active {
            guard let before = record.goldenId, let after = decision.goldenOf[record.recordId] else { continue }
            if after != decision.mergedInto[before] ?? before { decision.comingApart.insert(before) }
        }
        placeRetired(model, &decision)
        decision.edges =
            clustering.possibleMatches.map { StoredEdge($0, kind: .possibleMatch) }
            + clustering.crossEdges.map { StoredEdge($0, kind: $0.reason == .oversized ? .oversized : .cut) } + held
        decision.index(records)
        return decision
    }

    /// Leaves a cluster's golden records as they are, its new records with the one they are most like, and says which pairs wait.
    private func hold(
        _ members: [Int64], apart live: [UUID], _ goldenBefore: [Int64: UUID], _ model: MatchModel, _ decision: inout Decision
    ) -> [StoredEdge] {
        let matches = Dictionary(records.compactMap { record in record.match.map { (record.recordId, $0) } }, uniquingKeysWith: { first, _ in first })
        func bits(_ a: Int64, _ b: Int64) -> Int32 {
            guard let left = matches[a], let right = matches[b] else { return .min }
            return model.compare(left, right).bits
        }
        var groups: [UUID: [Int64]] = [:]
        var others: [Int64] = []
        for member in members {
            if let before = goldenBefore[member], live.contains(before) { groups[before, default: []].append(member) } else { others.append(member) }
        }
        let settled = groups
        for member in others {
            let best = live.max { a, b in
                let (x, y) = (settled[a]?.map { bits(member, $0) }.max() ?? .min, settled[b]?.map { bits(member, $0) }.max() ?? .min)
                return x == y ? UUID.older(b, a) : x < y
            }
            if let best { groups[best, default: []].append(member) }
        }
        for (goldenId, group) in groups { for member in group { decision.goldenOf[member] = goldenId } }
        // One edge for each golden record that waits: its likeliest pair with the others.
        return live.dropFirst().compactMap { goldenId in
            var best: (pair: Pair, bits: Int32)?
            for own in groups[goldenId] ?? [] {
                for other in members where decision.goldenOf[other] != goldenId {
                    let found = (pair: Pair(own, other), bits: bits(own, other))
                    if best.map({ (found.bits, $0.pair.first, $0.pair.second) > ($0.bits, found.pair.first, found.pair.second) }) ?? true { best = found }
                }
            }
            return best.map { StoredEdge(first: $0.pair.first, second: $0.pair.second, kind: StoredEdge.Kind.held.rawValue, weight: $0.bits) }
        }
    }
}

/// Former golden records by the first of their records that is still active.
private struct FormerAnchors {
    private var byAnchor: [Int64: [FormerGoldenRecord]] = [:]

    /// - Parameter goldenBefore: of active records. One that has left for another golden record speaks for that one.
    init(_ former: [FormerGoldenRecord], _ goldenBefore: [Int64: UUID]) {
        for one in former {
            if let anchor = one.records.filter({ goldenBefore[$0] == one.survivor }).min() { byAnchor[anchor, default: []].append(one) }
        }
    }

    subscript(record: Int64) -> [FormerGoldenRecord] { byAnchor[record] ?? [] }
}

extension StoredEdge {
    fileprivate init(_ edge: Edge, kind: Kind) {
        self.init(first: edge.pair.first, second: edge.pair.second, kind: kind.rawValue, weight: edge.score.bits)
    }
}
