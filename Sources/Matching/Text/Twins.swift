/// Pairs within one source that are as good as `bar` at least: what that source may list twice.
struct Twins {
    private let pairs: Set<UInt64>

    init(_ candidates: TextCandidates, scores: [Double], across: [Bool], bar: Double) {
        var pairs = Set<UInt64>()
        for pair in 0..<candidates.count where !across[pair] && scores[pair] >= bar {
            pairs.insert(UInt64(candidates.left[pair]) << 32 | UInt64(candidates.right[pair]))
        }
        self.pairs = pairs
    }

    func contains(_ a: Int, _ b: Int) -> Bool { pairs.contains(UInt64(min(a, b)) << 32 | UInt64(max(a, b))) }
}
