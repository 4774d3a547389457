/// Pairs within one source that are as good as `bar` at least: what that source may list twice.
struct Twins {
    private let candidates: TextCandidates
    private let isTwin: [Bool]

    init(_ candidates: TextCandidates, scores: [Double], across: [Bool], bar: Double) {
        self.candidates = candidates
        isTwin = (0..<candidates.count).map { !across[$0] && scores[$0] >= bar }
    }

    func contains(_ a: Int, _ b: Int) -> Bool {
        guard let pair = candidates.index(a, b) else { return false }
        return isTwin[pair]
    }
}
