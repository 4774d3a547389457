/// A fixed table from words to small numbers, for looking up a word a million times.
struct WordTable: Sendable {
    private let hashes: [UInt64]
    private let values: [Int32]
    private let mask: Int

    /// - Parameter words: folded; a word given twice keeps its first value.
    init(_ words: [(word: [UInt8], value: Int)]) {
        var capacity = 16
        while capacity < words.count * 3 { capacity *= 2 }
        var hashes = [UInt64](repeating: 0, count: capacity)
        var values = [Int32](repeating: -1, count: capacity)
        for (word, value) in words {
            let hash = StableHash.of(word)
            var place = Int(truncatingIfNeeded: hash) & (capacity - 1)
            while hashes[place] != 0, hashes[place] != hash { place = (place + 1) & (capacity - 1) }
            if hashes[place] == hash { continue }
            hashes[place] = hash
            values[place] = Int32(value)
        }
        (self.hashes, self.values, mask) = (hashes, values, capacity - 1)
    }

    /// The word's number, or -1.
    @inline(__always)
    func value(_ word: Letters) -> Int {
        let hash = StableHash.of(word)
        var place = Int(truncatingIfNeeded: hash) & mask
        while hashes[place] != 0 {
            if hashes[place] == hash { return Int(values[place]) }
            place = (place + 1) & mask
        }
        return -1
    }
}
