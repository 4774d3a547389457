/// Finds which of the records are one. A pure function of the set: any order of `records`, and any ids, give the same result.
///
/// Two records are linked when they meet by keys that are not generic and compare as a match, or were decided to be the same.
/// Inside each connected component all pairs are compared and joined by average link, most alike first; contradicting
/// identifiers and `different` decisions never end in one cluster, `same` decisions always do unless they contradict a `different`.
/// - Parameters:
///   - records: prepared with `model`, each id once.
///   - isGeneric: whether a key is shared by too many to say anything; asked once for each key that two of the records share.
package func cluster(
    _ records: [MatchRecord], model: MatchModel, constraints: Constraints = Constraints(), isGeneric: (Int64) -> Bool = { _ in false },
    limits: ClusterLimits = ClusterLimits()
) -> Clustering {
    // from here on a record is its place in an order that its content gives, never the order of arrival
    let records = records.sorted { ($0.order, $0.id) < ($1.order, $1.id) }
    let compare = { (a: Int, b: Int) in model.compare(records[a], records[b]) }
    return cluster(
        records.map(\.id), CandidatePairs(records, model: model, isGeneric: isGeneric, limit: limits.key), link: model.thresholds.link,
        constraints: constraints, limits: limits, compare: compare, compareForLink: compare)
}

/// As above, whatever the model.
///
/// - Parameters:
///   - ids: of the records, in an order that their contents give.
///   - link: what the mean weight of two clusters' pairs has to be at least, in thousandths of a bit.
///   - compareForLink: what a pair counts for that mean.
func cluster(
    _ ids: [Int64], _ candidates: CandidatePairs, link threshold: Int32, constraints: Constraints, limits: ClusterLimits,
    compare: (Int, Int) -> PairScore, compareForLink: (Int, Int) -> PairScore
) -> Clustering {
    let decisions = Decisions(ids, constraints)
    var clustering = Clustering(contradictions: decisions.contradictions, overfullKeys: candidates.overfull)

    var links: [Link] = []
    var related: [Link] = []  // what has to be reported should it end in different clusters
    for code in candidates.pairs {
        let (a, b) = (Int(code >> 32), Int(code & 0xFFFF_FFFF))
        let score = compare(a, b)
        if score.outcome == .nonMatch { continue }
        let link = Link(a: a, b: b, score: score)
        related.append(link)
        if score.outcome == .match, !decisions.areDifferent(a, b) { links.append(link) }
    }

    let parts = ComponentCutter(count: ids.count, links: links, decisions: decisions, limit: limits.component)
    clustering.oversized = parts.oversized.map { $0.map { ids[$0] }.sorted() }.sorted { $0[0] < $1[0] }
    var clusterOf = [Int32](repeating: 0, count: ids.count)
    var count: Int32 = 0
    var blocked: Set<UInt64> = []
    for part in parts.parts {
        let agglomeration = AverageLink(part, link: threshold, decisions: decisions, compare: compareForLink)
        for members in agglomeration.clusters {
            for member in members { clusterOf[member] = count }
            clustering.clusters.append(members.map { ids[$0] }.sorted())
            count += 1
        }
        blocked.formUnion(agglomeration.blocked)
    }
    clustering.clusters.sort { $0[0] < $1[0] }

    let apart = related.filter { clusterOf[$0.a] != clusterOf[$0.b] }.sorted()
    for link in apart {
        let pair = Pair(ids[link.a], ids[link.b])
        let decided = decisions.areDifferent(link.a, link.b)
        if link.score.outcome == .match {
            let reason: Edge.Reason =
                decided ? .decision : parts.part[link.a] != parts.part[link.b] ? .oversized : blocked.contains(link.code) ? .blocked : .averageLink
            clustering.crossEdges.append(Edge(pair: pair, score: link.score, reason: reason))
        } else if !decided {
            if clustering.possibleMatches.count < limits.possibleMatches {
                clustering.possibleMatches.append(Edge(pair: pair, score: link.score, reason: link.score.veto == nil ? .reviewBand : .veto))
            } else {
                clustering.possibleMatchesDropped += 1
            }
        }
    }
    return clustering
}

/// A scored pair of record places, `a < b`; the best comes first.
struct Link: Comparable {
    var a: Int
    var b: Int
    var score: PairScore

    var code: UInt64 { UInt64(a) << 32 | UInt64(b) }

    static func < (left: Link, right: Link) -> Bool {
        left.score.bits != right.score.bits ? left.score.bits > right.score.bits : left.code < right.code
    }
}
