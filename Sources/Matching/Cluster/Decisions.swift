/// Stewards' decisions on the records at hand, by place.
struct Decisions {
    private var different: Set<UInt64> = []
    /// The records that `same` decisions put together, two and more each.
    private(set) var groups: [[Int]] = []
    private(set) var contradictions: [Pair] = []
    /// For each record the first record of its group, itself when it is in none.
    private(set) var group: [Int]

    /// - Parameter ids: of the records, by place.
    init(_ ids: [Int64], _ constraints: Constraints) {
        group = Array(ids.indices)
        if constraints.same.isEmpty && constraints.different.isEmpty { return }
        var place: [Int64: Int] = [:]
        for (index, id) in ids.enumerated() { place[id] = index }
        func codes(_ pairs: Set<Pair>) -> [UInt64] {
            pairs.compactMap { pair in
                guard let a = place[pair.first], let b = place[pair.second], a != b else { return nil }
                return UInt64(min(a, b)) << 32 | UInt64(max(a, b))
            }.sorted()
        }
        different = Set(codes(constraints.different))
        // in the records' own order, so that the same decisions give way whatever order they were made in
        var members = ids.indices.map { [$0] }
        for code in codes(constraints.same) {
            let (a, b) = (group[Int(code >> 32)], group[Int(code & 0xFFFF_FFFF)])
            if a == b { continue }
            let clash = members[a].contains { x in members[b].contains { areDifferent(x, $0) } }
            if clash {
                contradictions.append(Pair(ids[Int(code >> 32)], ids[Int(code & 0xFFFF_FFFF)]))
                continue
            }
            let (low, high) = (min(a, b), max(a, b))
            for member in members[high] { group[member] = low }
            members[low] += members[high]
            members[high] = []
        }
        // a pair decided both ways is a contradiction too
        for code in codes(constraints.same) where different.contains(code) {
            let pair = Pair(ids[Int(code >> 32)], ids[Int(code & 0xFFFF_FFFF)])
            if !contradictions.contains(pair) { contradictions.append(pair) }
        }
        contradictions.sort { ($0.first, $0.second) < ($1.first, $1.second) }
        groups = members.filter { $0.count > 1 }.map { $0.sorted() }
    }

    func areDifferent(_ a: Int, _ b: Int) -> Bool {
        !different.isEmpty && different.contains(UInt64(min(a, b)) << 32 | UInt64(max(a, b)))
    }

    /// By a `same` decision, or a chain of them.
    func areSame(_ a: Int, _ b: Int) -> Bool { group[a] == group[b] }
}
