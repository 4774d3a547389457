/// Average-link agglomeration of one component: the two clusters with the highest mean score over their pairs join,
/// while that mean is at least the model's `link` threshold (unweighted average linkage, R. R. Sokal and C. D. Michener 1958).
///
/// Sums are whole numbers and means are compared by cross-multiplication, so nothing is rounded; equal means are decided by the
/// clusters' first members in the records' own order. A pair that a steward or an identifier keeps apart blocks its clusters.
struct AverageLink {
    private(set) var clusters: [[Int]]
    /// Codes of pairs that are apart because their clusters were blocked.
    private(set) var blocked: Set<UInt64> = []

    /// No single pair says more than this, in thousandths of a bit: one strong agreement must not drown many contradictions.
    private static let clip: Int32 = 20_000
    private static let never = Int64.min

    /// - Parameters:
    ///   - link: what the mean has to be at least, in thousandths of a bit.
    ///   - compare: two records by place.
    init(_ members: [Int], link: Int32, decisions: Decisions, compare: (Int, Int) -> PairScore) {
        if members.count == 1 {
            clusters = [members]
            return
        }
        if members.count == 2 {  // linked, or decided
            clusters = [members]
            return
        }
        // what stewards put together starts together
        var groups: [Int: [Int]] = [:]
        for member in members { groups[decisions.group[member], default: []].append(member) }
        var current = groups.values.sorted { $0[0] < $1[0] }
        var sums = Self.sums(current, decisions: decisions, compare: compare)
        let count = current.count
        var alive = [Bool](repeating: true, count: count)
        // for each cluster its best partner among the later ones
        var best = (0..<count).map { Self.bestPartner($0, sums, current, alive, count) }
        while true {
            var chosen = -1
            for row in 0..<count where alive[row] && best[row] >= 0 {
                if chosen < 0 || Self.isBetter(row, best[row], than: chosen, best[chosen], sums, current, count) { chosen = row }
            }
            guard chosen >= 0 else { break }
            let partner = best[chosen]
            let pairs = Int64(current[chosen].count * current[partner].count)
            if sums[chosen * count + partner] < Int64(link) * pairs { break }
            for other in 0..<count where alive[other] && other != chosen && other != partner {
                let (x, y) = (sums[chosen * count + other], sums[partner * count + other])
                let sum = x == Self.never || y == Self.never ? Self.never : x + y
                sums[chosen * count + other] = sum
                sums[other * count + chosen] = sum
            }
            current[chosen] += current[partner]
            alive[partner] = false
            for row in 0...partner where alive[row] {
                if row == chosen || best[row] == chosen || best[row] == partner {
                    best[row] = Self.bestPartner(row, sums, current, alive, count)
                } else if row < chosen, sums[row * count + chosen] != Self.never,
                    best[row] < 0 || Self.isBetter(row, chosen, than: row, best[row], sums, current, count)
                {
                    best[row] = chosen
                }
            }
        }
        clusters = (0..<count).filter { alive[$0] }.map { current[$0].sorted() }.sorted { $0[0] < $1[0] }
        for x in 0..<count where alive[x] {
            for y in (x + 1)..<max(count, x + 1) where alive[y] && sums[x * count + y] == Self.never {
                for a in current[x] { for b in current[y] { blocked.insert(UInt64(min(a, b)) << 32 | UInt64(max(a, b))) } }
            }
        }
    }

    private static func sums(_ groups: [[Int]], decisions: Decisions, compare: (Int, Int) -> PairScore) -> [Int64] {
        let count = groups.count
        var sums = [Int64](repeating: never, count: count * count)
        for x in 0..<count {
            for y in (x + 1)..<max(count, x + 1) {
                let sum = Self.sum(groups[x], groups[y], decisions: decisions, compare: compare)
                sums[x * count + y] = sum
                sums[y * count + x] = sum
            }
        }
        return sums
    }

    /// What stewards put together is known to be one: whoever is the same as one of them is the same as all, whatever the others say.
    /// So the most alike pair speaks for all pairs of two groups, and a contradiction counts only where no pair is a match.
    private static func sum(_ x: [Int], _ y: [Int], decisions: Decisions, compare: (Int, Int) -> PairScore) -> Int64 {
        var best = Int32.min
        var isMatch = false
        var isContradicted = false
        for a in x {
            for b in y {
                if decisions.areDifferent(a, b) { return never }
                let score = compare(a, b)
                if score.veto != nil { isContradicted = true } else if score.outcome == .match { isMatch = true }
                if score.veto == nil || x.count * y.count == 1 { best = max(best, score.bits) }
            }
        }
        if isContradicted && !isMatch { return never }
        return Int64(max(-clip, min(clip, best))) * Int64(x.count * y.count)
    }

    private static func bestPartner(_ row: Int, _ sums: [Int64], _ clusters: [[Int]], _ alive: [Bool], _ count: Int) -> Int {
        var best = -1
        if !alive[row] { return best }
        for other in (row + 1)..<max(count, row + 1) where alive[other] && sums[row * count + other] != never {
            if best < 0 || isBetter(row, other, than: row, best, sums, clusters, count) { best = other }
        }
        return best
    }

    /// By mean, then by the places of the first members. A cluster's index is its first member's rank, hence the order of rows.
    private static func isBetter(
        _ a: Int, _ b: Int, than c: Int, _ d: Int, _ sums: [Int64], _ clusters: [[Int]], _ count: Int
    ) -> Bool {
        let left = sums[a * count + b] * Int64(clusters[c].count * clusters[d].count)
        let right = sums[c * count + d] * Int64(clusters[a].count * clusters[b].count)
        return left != right ? left > right : (a, b) < (c, d)
    }
}
