/// Finds the name that somebody probably meant.
enum Spelling {
    /// The nearest of `known` within a third of the word's length (rounded, at least 1, at most 3 edits), ignoring case; ties go to the first in byte order.
    static func nearest(to word: String, among known: some Sequence<String>) -> String? {
        let wanted = Array(word.lowercased().utf8.prefix(64))
        guard !wanted.isEmpty else { return nil }
        let allowed = min(3, max(1, (wanted.count + 1) / 3))
        var best: (distance: Int, name: String)?
        for name in known {
            let distance = editDistance(wanted, Array(name.lowercased().utf8.prefix(64)))
            guard distance <= allowed else { continue }
            if let found = best, (found.distance, found.name) <= (distance, name) { continue }
            best = (distance, name)
        }
        return best?.name
    }

    /// `did you mean …`, or what else there is, shortened to two dozen.
    static func hint(for word: String, among known: some Collection<String>) -> String? {
        if let name = nearest(to: word, among: known) { return "did you mean `\(name)`?" }
        guard !known.isEmpty else { return nil }
        let sorted = known.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return "known: " + sorted.prefix(24).map { "`\($0)`" }.joined(separator: ", ") + (sorted.count > 24 ? ", …" : "")
    }

    /// Optimal string alignment distance: insert, delete, substitute, swap of neighbours, each 1.
    static func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
        var beforeLast = [Int](repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        for row in 1...left.count {
            var current = [row]
            current.reserveCapacity(right.count + 1)
            for column in 1...right.count {
                let cost = left[row - 1] == right[column - 1] ? 0 : 1
                var distance = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + cost)
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    distance = min(distance, beforeLast[column - 2] + 1)
                }
                current.append(distance)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}
