/// What identifiers decide on top of a score (`IdentifierStrength`).
///
/// Agreement on one decides for a match, unless all that is no identifier contradicts; two values of one scope of an exclusive identifier
/// without any in common forbid a match. Joint identifiers count only when all of them agree, and then as one.
struct IdentifierRules: Sendable {
    /// Comparisons of identifiers, with their strength.
    let identifiers: [(comparison: Int, strength: IdentifierStrength)]
    /// What every comparison that is no identifier says by its level, in bits (`LevelWeights`).
    private let evidence: [[Float]]
    private let joint: [Int]

    static let same = 1, conflict = 3
    /// An agreeing identifier makes a pair at least this much more than a match, in bits: odds of a thousand to one.
    static let certainty: Float = 10
    /// A pair that is forbidden counts this much against it: more than a component of any size can say for it.
    static let forbidden: Float = -1e9

    init(_ comparisons: [RecordComparison], _ classes: ClassProbabilities) {
        identifiers = comparisons.indices.compactMap { place in comparisons[place].strength.map { (place, $0) } }
        joint = identifiers.filter { $0.strength == .joint }.map(\.comparison)
        evidence = comparisons.indices.map { place in
            (0..<comparisons[place].levelCount).map {
                comparisons[place].strength == nil ? Float(LevelWeights.bits(classes, comparison: place, level: $0)) : 0
            }
        }
    }

    var isEmpty: Bool { identifiers.isEmpty }
    var mayForbid: Bool { identifiers.contains { $0.strength == .exclusive } }

    /// The levels as they count for the score: joint identifiers once or not at all.
    static func weighed(_ pattern: UInt64, joint: [Int]) -> UInt64 {
        guard let first = joint.first else { return pattern }
        let agree = joint.allSatisfy { pattern.level($0) == same }
        return joint.reduce(pattern) { pattern, place in
            agree && place == first ? pattern : pattern & ~(15 << UInt64(place * 4))
        }
    }

    func weighed(_ pattern: UInt64) -> UInt64 { Self.weighed(pattern, joint: joint) }

    /// The identifier that contradicts, and the one that agrees.
    func judge(_ pattern: UInt64) -> (veto: Int?, agreed: Int?) {
        var (veto, agreed): (Int?, Int?) = (nil, nil)
        for (comparison, strength) in identifiers where strength != .joint {
            let level = pattern.level(comparison)
            if level == Self.same, agreed == nil { agreed = comparison }
            if level == Self.conflict, veto == nil { veto = comparison }
        }
        if agreed == nil, let first = joint.first, joint.allSatisfy({ pattern.level($0) == Self.same }) { agreed = first }
        return (veto, agreed)
    }

    /// What all that is no identifier says, in bits.
    func ordinaryEvidence(_ pattern: UInt64) -> Float { evidence.indices.reduce(0) { $0 + evidence[$1][pattern.level($1)] } }

    /// The verdict on two records: what they weigh in the end, and what follows.
    func verdict(_ pattern: UInt64, bits: Float, _ thresholds: RecordModel.Thresholds) -> (
        bits: Float, outcome: MatchOutcome, veto: Int?, agreed: Int?
    ) {
        let (veto, agreed) = judge(pattern)
        if veto != nil { return (bits, agreed != nil || bits > thresholds.review ? .possibleMatch : .nonMatch, veto, agreed) }
        if agreed != nil {
            if ordinaryEvidence(pattern) < thresholds.contradiction { return (min(bits, thresholds.match), .possibleMatch, nil, agreed) }
            return (max(bits, thresholds.match + Self.certainty), .match, nil, agreed)
        }
        return (bits, bits > thresholds.match ? .match : bits > thresholds.review ? .possibleMatch : .nonMatch, nil, nil)
    }

    /// As a link between clusters.
    func link(_ pattern: UInt64, bits: Float, _ thresholds: RecordModel.Thresholds) -> Float {
        let verdict = verdict(pattern, bits: bits, thresholds)
        return verdict.veto == nil ? verdict.bits : Self.forbidden
    }
}
