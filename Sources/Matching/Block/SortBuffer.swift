/// Words of 64 bits that are sorted by a range of their bits: least significant digit first, eleven bits a pass.
///
/// Radix sort by counting (H. H. Seward, MIT thesis, 1954); a few passes over memory are faster than a million comparisons.
final class SortBuffer {
    private var words: UnsafeMutablePointer<UInt64>
    private let capacity: Int
    private(set) var count = 0

    init(capacity: Int) {
        self.capacity = max(1, capacity)
        words = .allocate(capacity: self.capacity)
    }

    deinit { words.deallocate() }

    @inline(__always)
    subscript(index: Int) -> UInt64 { words[index] }

    /// The record in the lowest bits.
    @inline(__always)
    func record(_ index: Int) -> Int { Int(words[index] & (1 << UInt64(PairBuffer.recordBits) - 1)) }

    @inline(__always)
    func append(_ hash: UInt64, record: Int) {
        words[count] = hash & ~(1 << UInt64(PairBuffer.recordBits) - 1) | UInt64(record)
        count += 1
    }

    func append(_ pairs: PairBuffer) {
        pairs.words.withUnsafeBufferPointer { source in
            if let base = source.baseAddress { (words + count).update(from: base, count: source.count) }
        }
        count += pairs.count
    }

    func sort(fromBit: Int, toBit: Int) {
        var from = words
        var to = UnsafeMutablePointer<UInt64>.allocate(capacity: capacity)
        let digits = 2_048
        withUnsafeTemporaryAllocation(of: Int.self, capacity: digits) { starts in
            var shift = fromBit
            while shift < toBit {
                starts.update(repeating: 0)
                for index in 0..<count { starts[Int(from[index] >> UInt64(shift)) & (digits - 1)] += 1 }
                var sum = 0
                for digit in 0..<digits { (starts[digit], sum) = (sum, sum + starts[digit]) }
                for index in 0..<count {
                    let digit = Int(from[index] >> UInt64(shift)) & (digits - 1)
                    to[starts[digit]] = from[index]
                    starts[digit] += 1
                }
                swap(&from, &to)
                shift += 11
            }
        }
        words = from
        to.deallocate()
    }
}
