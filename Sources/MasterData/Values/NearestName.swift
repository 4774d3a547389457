/// Suggests what a mistyped name was meant to be.
package enum NearestName {
    /// The known name that differs least from `name`, or nil when none is near: at most a third of its bytes and at most three edits away
    /// (a letter more, less, other, or two swapped; case does not count). Of names equally near the first in byte order.
    package static func suggestion(for name: String, among known: some Sequence<String>) -> String? {
        guard name.utf8.count <= 64 else { return nil }
        let wanted = Array(name.lowercased().utf8)
        let bound = max(1, min(3, wanted.count / 3))
        var best: (distance: Int, name: String)?
        for candidate in known {
            guard let distance = distance(wanted, Array(candidate.lowercased().utf8), bound: bound) else { continue }
            guard let present = best else {
                best = (distance, candidate)
                continue
            }
            if distance < present.distance || (distance == present.distance && candidate.utf8.lexicographicallyPrecedes(present.name.utf8)) {
                best = (distance, candidate)
            }
        }
        return best?.name
    }

    /// Optimal string alignment distance, nil above `bound`.
    static func distance(_ left: [UInt8], _ right: [UInt8], bound: Int) -> Int? {
        guard abs(left.count - right.count) <= bound else { return nil }
        var beforeLast = [Int](repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        var current = last
        for row in 0..<left.count {
            current[0] = row + 1
            var least = current[0]
            for column in 0..<right.count {
                let same = left[row] == right[column]
                var distance = min(last[column + 1] + 1, current[column] + 1, last[column] + (same ? 0 : 1))
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    distance = min(distance, beforeLast[column - 1] + 1)
                }
                current[column + 1] = distance
                least = min(least, distance)
            }
            // A swap reaches back two rows, so a row above the bound only ends the search when the row before it was above it too.
            if least > bound, last.min() ?? 0 > bound { return nil }
            (beforeLast, last, current) = (last, current, beforeLast)
        }
        return last[right.count] <= bound ? last[right.count] : nil
    }
}
