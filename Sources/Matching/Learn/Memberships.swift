#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// How likely each pattern is of each class that is open to it. Few classes are, so only these are kept, one after the other.
struct Memberships {
    private let counts: [Double]
    /// For each pattern where its classes begin; one more at the end.
    private let starts: [Int32]
    private let classes: [Int32]
    private var shares: [Double]
    /// For each pattern the rows of its levels in the model's table; -1 for a missing value.
    private let rows: [Int32]
    private let comparisonCount: Int
    private let classCount: Int

    init(_ patterns: PatternCounts, offsets: [Int], classes classCount: Int, isOpen: (_ index: Int, _ keys: UInt32) -> Bool) {
        counts = patterns.entries.map(\.count)
        comparisonCount = offsets.count
        self.classCount = classCount
        var starts: [Int32] = [0]
        var classes: [Int32] = []
        var rows: [Int32] = []
        rows.reserveCapacity(patterns.entries.count * offsets.count)
        for entry in patterns.entries {
            for index in 0..<classCount where isOpen(index, entry.keys) { classes.append(Int32(index)) }
            starts.append(Int32(classes.count))
            for comparison in offsets.indices {
                let level = entry.pattern.level(comparison)
                rows.append(level == 0 ? -1 : Int32(offsets[comparison] + level * classCount))
            }
        }
        (self.starts, self.classes, self.rows) = (starts, classes, rows)
        shares = Array(repeating: 0, count: classes.count)
    }

    mutating func set(_ pattern: Int, _ weight: (_ index: Int) -> Double) {
        let range = Int(starts[pattern])..<Int(starts[pattern + 1])
        var sum = 0.0
        for place in range {
            shares[place] = weight(Int(classes[place]))
            sum += shares[place]
        }
        for place in range { shares[place] /= sum }
    }

    /// Maximisation: how often each level occurs in each class, and each class's size.
    func sums(size: Int) -> (levels: [Double], classes: [Double]) {
        var levels = [Double](repeating: 0, count: size)
        var sizes = [Double](repeating: 0, count: classCount)
        levels.withUnsafeMutableBufferPointer { levels in
            rows.withUnsafeBufferPointer { rows in
                for pattern in counts.indices {
                    for place in Int(starts[pattern])..<Int(starts[pattern + 1]) {
                        let weight = shares[place] * counts[pattern]
                        if weight < 1e-9 { continue }
                        let index = Int(classes[place])
                        sizes[index] += weight
                        for row in pattern * comparisonCount..<(pattern + 1) * comparisonCount where rows[row] >= 0 {
                            levels[Int(rows[row]) + index] += weight
                        }
                    }
                }
            }
        }
        return (levels, sizes)
    }

    /// Expectation: each pattern's classes anew. How much the matches changed, in pairs.
    mutating func update(logShares: [Double], logLevels: [Double]) -> Double {
        let (counts, starts, classes, rows, comparisonCount) = (counts, starts, classes, rows, comparisonCount)
        let pieces = 16
        var changes = [Double](repeating: 0, count: pieces)
        shares.withUnsafeMutableBufferPointer { shares in
            changes.withUnsafeMutableBufferPointer { changes in
                nonisolated(unsafe) let (shares, changes) = (shares, changes)
                Parallel.ranges(counts.count, pieces: pieces) { range, piece in
                    for pattern in range {
                        let open = Int(starts[pattern])..<Int(starts[pattern + 1])
                        let before = shares[open.lowerBound]
                        var highest = -Double.greatestFiniteMagnitude
                        for place in open {
                            let index = Int(classes[place])
                            var score = logShares[index]
                            for row in pattern * comparisonCount..<(pattern + 1) * comparisonCount where rows[row] >= 0 {
                                score += logLevels[Int(rows[row]) + index]
                            }
                            shares[place] = score
                            highest = max(highest, score)
                        }
                        var sum = 0.0
                        for place in open {
                            shares[place] = shares[place] > highest - 40 ? exp(shares[place] - highest) : 0
                            sum += shares[place]
                        }
                        for place in open { shares[place] /= sum }
                        changes[piece] += abs(shares[open.lowerBound] - before) * counts[pattern]
                    }
                }
            }
        }
        return changes.reduce(0, +)
    }
}
