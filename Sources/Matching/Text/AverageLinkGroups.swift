/// Groups of records by average linkage over scored pairs: the best pairs join first, two groups only when the mean over all pairs
/// between them reaches the threshold (R. R. Sokal and C. D. Michener 1958). Chains of pairs that are each alike stay apart.
struct AverageLinkGroups {
    /// For each record the first one of its group.
    private(set) var first: [Int32]

    static let largest = 300
    /// A pair that was not found worth comparing counts this much below the threshold.
    private static let unknown = 4.0
    /// No single pair counts more than this above or below the threshold.
    private static let clip = 8.0

    /// - Parameter order: pairs, best first.
    init(_ candidates: TextCandidates, scores: [Double], order: [Int32], threshold: Double, records: Int) {
        first = (0..<Int32(records)).map { $0 }
        var members: [Int32: [Int32]] = [:]
        for pair in order {
            if scores[Int(pair)] < threshold { break }
            let (a, b) = (first[Int(candidates.left[Int(pair)])], first[Int(candidates.right[Int(pair)])])
            if a == b { continue }
            let (x, y) = (members[a] ?? [a], members[b] ?? [b])
            if x.count + y.count > Self.largest { continue }
            var sum = 0.0
            for p in x {
                for q in y {
                    let known = candidates.index(Int(p), Int(q)).map { scores[$0] - threshold }
                    sum += max(-Self.clip, min(Self.clip, known ?? -Self.unknown))
                }
            }
            if sum < 0 { continue }
            let (low, high) = (min(a, b), max(a, b))
            members[high] = nil
            members[low] = x + y
            for record in x + y { first[Int(record)] = low }
        }
    }
}
