/// Brings records together that share a key with more than the cap of others: a mailbox that a thousand use, a party with a thousand records.
///
/// All pairs would be too many, none would lose the party with a thousand records. Records that say the same in all fields stand for one
/// another and are linked in a row. Those that remain are parted by one more field; what is still crowded then is compared with its neighbours
/// in the order of what it says, and with a few that represent the crowd. Nothing here depends on the order of the records.
struct CrowdedKey {
    private let comparer: RecordComparer
    private let contents: [UInt64]
    private let cap: Int
    /// Parts of other keys, each a way to part a crowd: short ones first.
    private let partings: [BlockingKey.Part]

    private static let partingLimit = 3
    /// A crowd costs at most about this many pairs for each of its records.
    private static let pairsPerRecord = 40
    private static let neighbours = 4
    private static let representatives = 4

    init(_ plan: BlockingPlan, _ comparer: RecordComparer, contents: [UInt64], cap: Int) {
        self.comparer = comparer
        self.contents = contents
        self.cap = cap
        // the fields that tell most persons or organisations apart come first in keys of several parts
        var partings: [BlockingKey.Part] = []
        for key in plan.keys where key.parts.count > 1 && key.swapped.isEmpty && !key.isLoose {
            for part in key.parts where !partings.contains(part) { partings.append(part) }
        }
        self.partings = partings
    }

    func forEachPair(of records: [Int], under key: BlockingKey, _ body: (Int, Int) -> Void) {
        let order = records.sorted { (contents[$0], $0) < (contents[$1], $1) }
        var distinct: [Int] = []
        for (place, record) in order.enumerated() {
            if place > 0, contents[order[place - 1]] == contents[record] { body(order[place - 1], record) } else { distinct.append(record) }
        }
        if distinct.count <= cap { return allPairs(distinct[...], body) }
        let used = Set(key.parts.map(\.comparison))
        var ways = 0
        var pairs = 0
        var isParted = [Bool](repeating: false, count: distinct.count)
        for part in partings where !used.contains(part.comparison) && ways < Self.partingLimit && pairs < Self.pairsPerRecord * distinct.count {
            ways += 1
            let entries = distinct.indices.map { (hash: part.hash(comparer, distinct[$0]), place: $0) }.filter { $0.hash != 0 }
                .sorted { ($0.hash, $0.place) < ($1.hash, $1.place) }
            var start = 0
            while start < entries.count {
                var end = start + 1
                while end < entries.count, entries[end].hash == entries[start].hash { end += 1 }
                if end - start <= cap {
                    pairs += (end - start) * (end - start - 1) / 2
                    allPairs(entries[start..<end].map { distinct[$0.place] }[...], body)
                    for entry in entries[start..<end] { isParted[entry.place] = true }
                }
                start = end
            }
        }
        let rest = distinct.indices.filter { !isParted[$0] }.map { distinct[$0] }
        for place in rest.indices {
            for other in place + 1..<max(place + 1, min(rest.count, place + 1 + Self.neighbours)) { body(rest[place], rest[other]) }
            for representative in 0..<min(Self.representatives, place) { body(rest[representative], rest[place]) }
        }
    }

    private func allPairs(_ records: ArraySlice<Int>, _ body: (Int, Int) -> Void) {
        for (step, record) in records.enumerated() {
            for other in records.dropFirst(step + 1) { body(record, other) }
        }
    }
}
