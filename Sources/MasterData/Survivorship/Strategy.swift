import Foundation

extension Survivorship.Strategy {
    /// The name used in policy files and lineage.
    package var name: String {
        switch self {
        case .owner: "mostRecent"
        case .platformRank: "platformRank"
        case .trust: "trust"
        case .mostRecent: "mostRecent"
        case .oldest: "oldest"
        case .mostFrequent: "mostFrequent"
        case .longest: "longest"
        case .shortest: "shortest"
        case .minimum: "minimum"
        case .maximum: "maximum"
        case .mostComplete: "mostComplete"
        case .union: "union"
        }
    }

    /// The winner. `candidates` is not empty.
    func best(of candidates: [Candidate], rank: [String]) -> Candidate {
        var best = candidates[0]
        if candidates.count == 1 { return best }
        let order = precedence(candidates, rank: rank)
        for candidate in candidates.dropFirst() where order(candidate, best) { best = candidate }
        return best
    }

    func ordered(_ candidates: [Candidate], rank: [String]) -> [Candidate] {
        candidates.sorted(by: precedence(candidates, rank: rank))
    }

    /// A strict total order over candidates: the strategy's own measure, then platform rank, then recency, then the value's bytes,
    /// then the record's key; nothing in it depends on the order of arrival.
    private func precedence(_ candidates: [Candidate], rank: [String]) -> (Candidate, Candidate) -> Bool {
        let measure = self.measure(candidates)
        func place(_ candidate: Candidate) -> Int { rank.firstIndex(of: candidate.record.key.platform) ?? Int.max }
        return { left, right in
            let own = measure(left, right)
            if own != 0 { return own < 0 }
            let (leftPlace, rightPlace) = (place(left), place(right))
            if leftPlace != rightPlace { return leftPlace < rightPlace }
            let recency = Self.byRecency(left, right)
            if recency != 0 { return recency < 0 }
            if left.value != right.value {
                return left.value.jsonText.utf8.lexicographicallyPrecedes(right.value.jsonText.utf8)
            }
            return left.record.key < right.record.key
        }
    }

    /// Negative where the left candidate is better by the strategy alone, 0 where it cannot say.
    private func measure(_ candidates: [Candidate]) -> (Candidate, Candidate) -> Int {
        switch self {
        case .platformRank, .union:
            return { _, _ in 0 }
        case .owner, .mostRecent:
            return Self.byRecency
        case .oldest:
            // Records without a time come last here too: unknown is no age.
            return { left, right in
                guard let leftTime = left.record.updatedAt else { return right.record.updatedAt == nil ? 0 : 1 }
                guard let rightTime = right.record.updatedAt else { return -1 }
                return leftTime < rightTime ? -1 : leftTime > rightTime ? 1 : 0
            }
        case .mostFrequent:
            var counts: [JSONValue: Int] = [:]
            for candidate in candidates { counts[candidate.value, default: 0] += 1 }
            return { counts[$1.value, default: 0] - counts[$0.value, default: 0] }
        case .longest:
            return { Self.length($1.value) - Self.length($0.value) }
        case .shortest:
            return { Self.length($0.value) - Self.length($1.value) }
        case .minimum:
            return { Self.compare($0.value, $1.value) }
        case .maximum:
            return { Self.compare($1.value, $0.value) }
        case .mostComplete:
            return { Self.filled($1.value) - Self.filled($0.value) }
        case .trust(let trust):
            // Age is counted back from the newest candidate, not from now, so that the result is a function of the records alone.
            let newest = candidates.compactMap(\.record.updatedAt).max()
            func bits(_ candidate: Candidate) -> Double {
                guard let entry = trust[candidate.record.key.platform], entry.score > 0 else { return -.infinity }
                var bits = log2(Double(entry.score))
                if let halfLife = entry.halfLifeDays, halfLife > 0, let newest {
                    guard let time = candidate.record.updatedAt else { return -.greatestFiniteMagnitude }
                    bits -= Double(newest.microseconds - time.microseconds) / (86_400_000_000 * Double(halfLife))
                }
                return bits
            }
            return { (left: Candidate, right: Candidate) -> Int in
                let difference = bits(right) - bits(left)
                return difference < 0 ? -1 : difference > 0 ? 1 : 0
            }
        }
    }

    private static func byRecency(_ left: Candidate, _ right: Candidate) -> Int {
        switch (left.record.updatedAt, right.record.updatedAt) {
        case (let leftTime?, let rightTime?): leftTime > rightTime ? -1 : leftTime < rightTime ? 1 : 0
        case (nil, nil): 0
        case (nil, _): 1
        case (_, nil): -1
        }
    }

    /// Unicode scalars of a text; bytes of anything else's JSON.
    private static func length(_ value: JSONValue) -> Int {
        if case .string(let text) = value { text.unicodeScalars.count } else { value.jsonText.utf8.count }
    }

    /// Numbers by size, everything else by its text (dates and timestamps sort so).
    private static func compare(_ left: JSONValue, _ right: JSONValue) -> Int {
        if case .number(let leftNumber) = left, case .number(let rightNumber) = right {
            return DecimalText.compare(leftNumber, rightNumber)
        }
        if let leftAmount = left.members?["amount"], let rightAmount = right.members?["amount"],
            left.members?["currency"] == right.members?["currency"] {
            return compare(leftAmount, rightAmount)
        }
        let (leftText, rightText) = (left.text ?? left.jsonText, right.text ?? right.jsonText)
        if leftText == rightText { return 0 }
        return leftText.utf8.lexicographicallyPrecedes(rightText.utf8) ? -1 : 1
    }

    /// Leaves with a value.
    private static func filled(_ value: JSONValue) -> Int {
        switch value {
        case .null: 0
        case .bool, .number, .string: 1
        case .array(let elements): elements.reduce(0) { $0 + filled($1) }
        case .object(let object): object.members.reduce(0) { $0 + filled($1.value) }
        }
    }
}
