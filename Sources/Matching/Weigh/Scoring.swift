extension MatchModel {
    /// Compares two records prepared with this model. Symmetric.
    package func compare(_ a: MatchRecord, _ b: MatchRecord) -> PairScore {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: steps.count) { levels in
            levels.initialize(repeating: 0)
            var common = a.present & b.present  // where one has no value the level is 0
            while common != 0 {
                let index = common.trailingZeroBitCount
                levels[index] = steps[index].level(a.features[index], b.features[index])
                common &= common - 1
            }
            return decide(UnsafeBufferPointer(levels))
        }
    }

    /// The levels of all comparisons, in the model's order.
    func levels(_ a: MatchRecord, _ b: MatchRecord) -> [UInt8] {
        steps.indices.map { steps[$0].level(a.features[$0], b.features[$0]) }
    }

    func decide(_ levels: [UInt8]) -> PairScore { levels.withUnsafeBufferPointer { decide($0) } }

    func decide(_ levels: UnsafeBufferPointer<UInt8>) -> PairScore {
        var veto: Int?
        var agreed: Int?
        var jointAgreed = joint.count
        for index in 0..<levels.count {
            guard let strength = steps[index].identifier else { continue }
            switch levels[index] {
            case IdentifierLevel.same:
                if strength == .joint { jointAgreed -= 1 } else if agreed == nil { agreed = index }
            case IdentifierLevel.conflict:
                if veto == nil { veto = index }
            default: continue
            }
        }
        if agreed == nil, !joint.isEmpty, jointAgreed == 0 { agreed = joint[0] }
        let bits = sum(levels, agreed: agreed).bits
        if veto != nil {
            return PairScore(
                bits: bits, outcome: agreed != nil || bits >= thresholds.review ? .possibleMatch : .nonMatch, veto: veto, identifier: agreed)
        }
        if agreed != nil {
            let contradicted = ordinaryEvidence(levels) < thresholds.contradiction
            return PairScore(
                bits: contradicted ? min(bits, thresholds.match - 1) : max(bits, thresholds.match), outcome: contradicted ? .possibleMatch : .match,
                identifier: agreed)
        }
        let outcome: MatchOutcome = bits >= thresholds.match ? .match : bits >= thresholds.review ? .possibleMatch : .nonMatch
        return PairScore(bits: bits, outcome: outcome)
    }

    /// The smallest sum over the classes and the class it belongs to. Joint identifiers count as one, once all of them agree.
    func sum(_ levels: UnsafeBufferPointer<UInt8>, agreed: Int?) -> (bits: Int32, againstClass: Int) {
        let jointCounts = agreed != nil && agreed == joint.first
        var best = Int32.max
        var bestClass = 0
        for other in classes.indices {
            var total = classes[other].prior
            for index in 0..<levels.count where levels[index] > 0 {
                if steps[index].identifier == .joint, !(jointCounts && index == joint.first) { continue }
                total += weight(index, level: Int(levels[index]), against: other)
            }
            if total < best {
                best = total
                bestClass = other
            }
        }
        return (max(-40_000, min(40_000, best)), bestClass)
    }

    /// What the comparisons that are no identifiers say against chance.
    private func ordinaryEvidence(_ levels: UnsafeBufferPointer<UInt8>) -> Int32 {
        var total: Int32 = 0
        for index in 0..<levels.count where levels[index] > 0 && steps[index].identifier == nil {
            total += weight(index, level: Int(levels[index]), against: 0)
        }
        return total
    }

    /// In thousandths of a bit.
    @inline(__always)
    func weight(_ comparison: Int, level: Int, against other: Int) -> Int32 {
        table[offsets[comparison] + level * classes.count + other]
    }
}
