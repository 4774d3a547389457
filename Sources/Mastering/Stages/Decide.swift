import FoundationEssentials
import HubStore
import MasterData
import Matching

/// Which record belongs to which golden record, and what that does to golden records.
struct Decision: Sendable {
    /// For every record of the neighbourhood.
    var goldenOf: [Int64: UUID] = [:]
    /// Golden records that end in another one.
    var mergedInto: [UUID: UUID] = [:]
    /// Golden records that begin, and the one they were split from, if any.
    var fresh: [UUID: UUID?] = [:]
    /// Pairs that stay apart although they look related.
    var edges: [StoredEdge] = []
    /// Places in the neighbourhood of each golden record's records, as decided.
    var members: [UUID: [Int]] = [:]
    /// Places of the records that belonged to a golden record until now.
    var membersBefore: [UUID: [Int]] = [:]
    /// Golden records that others ended in.
    var survivors: Set<UUID> = []
    /// Records with an edge.
    var related: Set<Int64> = []

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
    /// several meet the oldest id stays. Retired records stay with their golden record.
    func decide(model: MatchModel, limits: Limits, makeId: () -> UUID) -> Decision {
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

        var decision = Decision()
        for members in clustering.clusters {
            let settled = members.compactMap { anchoredBy[$0] }.sorted(by: UUID.older)
            let goldenId: UUID
            if let oldest = settled.first {
                goldenId = oldest
                for other in settled.dropFirst() { decision.mergedInto[other] = oldest }
            } else {
                goldenId = makeId()
                decision.fresh[goldenId] = .some(members.lazy.compactMap { goldenBefore[$0] }.first)
            }
            for member in members { decision.goldenOf[member] = goldenId }
        }
        for record in records where record.status == .retired {
            guard let goldenId = record.goldenId else { continue }
            decision.goldenOf[record.recordId] = decision.mergedInto[goldenId] ?? goldenId
        }
        decision.edges =
            clustering.possibleMatches.map { StoredEdge($0, kind: "possibleMatch") }
            + clustering.crossEdges.map { StoredEdge($0, kind: "cut") }
        decision.index(records)
        return decision
    }
}

extension StoredEdge {
    fileprivate init(_ edge: Edge, kind: String) {
        self.init(first: edge.pair.first, second: edge.pair.second, kind: kind, weight: edge.score.bits)
    }
}
