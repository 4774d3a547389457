/// What comparing said of each candidate pair: its levels, and which blocking keys the two have in common.
struct ComparedPairs {
    private(set) var patterns: [UInt64]
    private(set) var keys: [UInt32]

    init(_ pairs: BlockedPairs, _ comparer: RecordComparer, _ shared: SharedKeys) {
        patterns = Array(repeating: 0, count: pairs.count)
        keys = Array(repeating: 0, count: pairs.count)
        patterns.withUnsafeMutableBufferPointer { patterns in
            keys.withUnsafeMutableBufferPointer { keys in
                nonisolated(unsafe) let (patterns, keys) = (patterns, keys)
                Parallel.ranges(pairs.count, pieces: 64) { range, _ in
                    for place in range {
                        let (i, j) = (Int(pairs.first[place]), Int(pairs.second[place]))
                        patterns[place] = comparer.pattern(i, j)
                        keys[place] = shared.mask(comparer, i, j)
                    }
                }
            }
        }
    }

    /// Compares those anew whose levels may be others now.
    mutating func update(_ pairs: BlockedPairs, _ comparer: RecordComparer, where mayDiffer: (_ pattern: UInt64, _ i: Int, _ j: Int) -> Bool) {
        patterns.withUnsafeMutableBufferPointer { patterns in
            nonisolated(unsafe) let patterns = patterns
            Parallel.ranges(patterns.count, pieces: 64) { range, _ in
                for place in range {
                    let (i, j) = (Int(pairs.first[place]), Int(pairs.second[place]))
                    if mayDiffer(patterns[place], i, j) { patterns[place] = comparer.pattern(i, j) }
                }
            }
        }
    }
}
