/// The distinct words of a set of texts, each with a number in the order of first sight.
///
/// Open addressing over one block of bytes: no object per word.
struct Vocabulary {
    private(set) var bytes: [UInt8] = []
    private var starts: [UInt32] = [0]
    private var hashes: [UInt64] = []
    private var table: [UInt32] = [UInt32](repeating: 0, count: 1 << 12)

    static let none = UInt32.max

    var count: Int { hashes.count }

    func hash(_ token: UInt32) -> UInt64 { hashes[Int(token)] }

    func range(_ token: UInt32) -> Range<Int> { Int(starts[Int(token)])..<Int(starts[Int(token) + 1]) }

    func spelling(_ token: UInt32) -> ArraySlice<UInt8> { bytes[range(token)] }

    /// The number of a word that is known, else `none`.
    func find(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let place = slot(word, StableHash.of(word))
        return table[place] == 0 ? Self.none : table[place] - 1
    }

    mutating func intern(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let hash = StableHash.of(word)
        let place = slot(word, hash)
        if table[place] != 0 { return table[place] - 1 }
        hashes.append(hash)
        bytes.append(contentsOf: word)
        starts.append(UInt32(bytes.count))
        table[place] = UInt32(hashes.count)
        if hashes.count * 2 > table.count { grow() }
        return UInt32(hashes.count - 1)
    }

    private func slot(_ word: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int {
        let mask = table.count - 1
        var place = Int(truncatingIfNeeded: hash) & mask
        while true {
            let entry = table[place]
            if entry == 0 { return place }
            if hashes[Int(entry) - 1] == hash, isEqual(entry - 1, word) { return place }
            place = (place + 1) & mask
        }
    }

    private func isEqual(_ token: UInt32, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
        let range = range(token)
        if range.count != word.count { return false }
        for (offset, byte) in zip(range, word) where bytes[offset] != byte { return false }
        return true
    }

    private mutating func grow() {
        table = [UInt32](repeating: 0, count: table.count * 2)
        let mask = table.count - 1
        for (index, hash) in hashes.enumerated() {
            var place = Int(truncatingIfNeeded: hash) & mask
            while table[place] != 0 { place = (place + 1) & mask }
            table[place] = UInt32(index + 1)
        }
    }
}
