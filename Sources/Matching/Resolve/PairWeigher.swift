#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Weighs pairs by a learned model: log2 of the odds that the two are one.
///
/// Against each class that could explain the pair otherwise the probabilities of all levels are multiplied; the other explanations
/// together are what the match has to beat.
final class PairWeigher: @unchecked Sendable {
    let model: ClassModel
    let comparer: RecordComparer
    let shared: SharedKeys
    private let rarities: [ValueRarity]
    private let logLevels: UnsafeMutablePointer<Float>
    private let logShares: UnsafeMutablePointer<Float>
    private let isCoincidence: UnsafeMutablePointer<Bool>
    private let steps: UnsafeMutablePointer<Step>
    private let comparisonCount: Int
    /// Comparisons that count only together.
    private let joint: [Int]

    private struct Step {
        var offset: Int
        /// For each record how rare its value is; nil where that does not matter.
        var rarity: UnsafePointer<Float>?
    }

    init(model: ClassModel, comparer: RecordComparer, shared: SharedKeys, rarities: [ValueRarity]) {
        self.model = model
        self.comparer = comparer
        self.shared = shared
        self.rarities = rarities
        comparisonCount = comparer.comparisons.count
        joint = comparer.comparisons.indices.filter { comparer.comparisons[$0].strength == .joint }
        logLevels = Self.block(model.logLevels)
        logShares = Self.block(model.logShares)
        isCoincidence = Self.block(model.isCoincidence)
        steps = Self.block(
            comparer.comparisons.indices.map { place in
                Step(offset: model.offsets[place], rarity: rarities.first { $0.comparison == place }?.bits)
            })
    }

    deinit {
        logLevels.deallocate()
        logShares.deallocate()
        isCoincidence.deallocate()
        steps.deallocate()
    }

    private static func block<Element>(_ elements: [Element]) -> UnsafeMutablePointer<Element> {
        let block = UnsafeMutablePointer<Element>.allocate(capacity: max(1, elements.count))
        elements.withUnsafeBufferPointer { if let base = $0.baseAddress { block.initialize(from: base, count: elements.count) } }
        return block
    }

    func weigh(_ pairs: BlockedPairs, _ compared: ComparedPairs) -> [Float] {
        [Float](unsafeUninitializedCapacity: pairs.count) { buffer, filled in
            nonisolated(unsafe) let buffer = buffer
            Parallel.ranges(pairs.count, pieces: 64) { range, _ in
                for place in range {
                    buffer[place] = weight(
                        compared.patterns[place], keys: compared.keys[place], Int(pairs.first[place]), Int(pairs.second[place]))
                }
            }
            filled = pairs.count
        }
    }

    /// The weight of any two records, whether or not they were candidates.
    func weight(_ i: Int, _ j: Int) -> Float { weight(comparer.pattern(i, j), keys: shared.mask(comparer, i, j), i, j) }

    /// - Parameters:
    ///   - keys: the keys that the two have in common, which are the coincidence classes that could explain it; none: any may.
    ///   - i, j: the two records, because of how rare their values are. Negative: rareness is left out.
    func weight(_ pattern: UInt64, keys: UInt32, _ i: Int = -1, _ j: Int = -1) -> Float {
        withUnsafeTemporaryAllocation(of: Float.self, capacity: max(1, comparisonCount)) { rare in
            for comparison in 0..<comparisonCount { rare[comparison] = i >= 0 && pattern.level(comparison) == 1 ? rarity(comparison, i, j) : 0 }
            return weight(pattern, keys: keys, rare: UnsafeBufferPointer(rare))
        }
    }

    /// How rare the value is on which two agree; where it is the same but for a space, as common as the more common of the two.
    @inline(__always)
    func rarity(_ comparison: Int, _ i: Int, _ j: Int) -> Float {
        guard let bits = steps[comparison].rarity else { return 0 }
        return max(bits[i], bits[j])
    }

    /// - Parameter rare: for each comparison how rare the value is on which the two agree.
    func weight(_ pattern: UInt64, keys: UInt32, rare: UnsafeBufferPointer<Float>) -> Float {
        let classes = model.classCount
        let related = model.relatedCount
        let pattern = joint.isEmpty ? pattern : IdentifierRules.weighed(pattern, joint: joint)
        return withUnsafeTemporaryAllocation(of: Float.self, capacity: classes) { sums in
            var open = openKeys(keys)
            var found = 0
            let match = sum(0, pattern, rare)
            var highest = -Float.greatestFiniteMagnitude
            var index = 1
            while true {
                if index > related {
                    if open == 0 { break }
                    index = 1 + related + open.trailingZeroBitCount
                    open &= open - 1
                }
                let value = sum(index, pattern, rare)
                sums[found] = value
                found += 1
                highest = max(highest, value)
                index += 1
            }
            if found == 0 { return Self.unknowable }
            var rest: Float = 0
            for place in 0..<found where sums[place] > highest - 20 { rest += sums[place] == highest ? 1 : exp2(sums[place] - highest) }
            return match - highest - (rest == 1 ? 0 : log2(rest))
        }
    }

    /// What a pair weighs under a model that knows no way of not being one.
    private static let unknowable: Float = -20

    /// The explanation other than a match that is the most likely; nil where the model knows none.
    func strongestOther(_ pattern: UInt64, keys: UInt32, rare: UnsafeBufferPointer<Float>) -> Int? {
        let pattern = IdentifierRules.weighed(pattern, joint: joint)
        let open = openKeys(keys)
        let others = (1..<model.classCount).filter { $0 <= model.relatedCount || open >> UInt32($0 - 1 - model.relatedCount) & 1 == 1 }
        return others.map { (index: $0, sum: sum($0, pattern, rare)) }.max { ($0.sum, -$0.index) < ($1.sum, -$1.index) }?.index
    }

    /// What one level says for a match against one other class, in bits.
    func levelWeight(_ comparison: Int, level: Int, against index: Int, rare: Float) -> Float {
        if level == 0 { return 0 }
        let row = steps[comparison].offset + level * model.classCount
        let coincidence = level == 1 && isCoincidence[comparison * model.classCount + index] ? rare : 0
        return logLevels[row] - logLevels[row + index] - coincidence
    }

    /// The keys under which two could have met by coincidence.
    func openKeys(_ keys: UInt32) -> UInt32 { keys == 0 ? UInt32.max >> UInt32(max(0, 32 - (model.classCount - 1 - model.relatedCount))) : keys }

    /// log2 of a class's share and of the probabilities of all levels in it.
    @inline(__always)
    func sum(_ index: Int, _ pattern: UInt64, _ rare: UnsafeBufferPointer<Float>) -> Float {
        var value = logShares[index]
        let classes = model.classCount
        var levels = pattern
        for comparison in 0..<comparisonCount {
            let level = Int(levels & 15)
            levels >>= 4
            if level == 0 { continue }
            value += logLevels[steps[comparison].offset + level * classes + index]
            if level == 1, isCoincidence[comparison * classes + index] { value += rare[comparison] }
        }
        return value
    }
}
