/// One word of a folded text.
struct Word: Sendable, Hashable {
    var hash: UInt64
    /// Where its bytes lie in its `Words`.
    var offset: UInt16
    var count: UInt16
    /// How much it tells, in thousandths of a distinctive word.
    var weight: Int32
    var isASCII: Bool
    var hasDigit: Bool
    var hasLetter: Bool
}

/// A folded text as words, with the hashes a comparison needs. A class, because comparisons pass it around a million times a second
/// and one reference is counted faster than three arrays.
final class Words: Sendable, Hashable {
    /// More words than this are left out: a name or a title does not need them, and a comparison is bounded by them.
    static let limit = 24

    /// All words without anything between them.
    let bytes: [UInt8]
    let words: [Word]
    /// For each word but the last the hash of it and its successor written together.
    let joinedNeighbours: [UInt64]
    /// Hash of all words written together; 0 when there are none.
    let joined: UInt64
    /// Sum of the words' weights.
    let weight: Int32
    /// Places of the most telling word and the next: by weight, then length, then hash, so that no two words tie. -1: none.
    let rarest: Int
    let second: Int

    var isEmpty: Bool { words.isEmpty }

    /// `bytes` as `TextFolding` leaves them.
    convenience init(folded bytes: [UInt8], weigh: (Word) -> Int32 = \.weight) {
        self.init(parts: Self.split(bytes), weigh: weigh)
    }

    /// - Parameter weigh: each word's weight; it is given the word with the weight of its length.
    init(parts: some Sequence<ArraySlice<UInt8>>, weigh: (Word) -> Int32 = \.weight) {
        var bytes: [UInt8] = []
        var words: [Word] = []
        bytes.reserveCapacity(48)
        words.reserveCapacity(8)
        for part in parts where !part.isEmpty && words.count < Self.limit && bytes.count + part.count < Int(UInt16.max) {
            var word = Word(part, offset: bytes.count)
            word.weight = weigh(word)
            words.append(word)
            bytes.append(contentsOf: part)
        }
        var neighbours: [UInt64] = []
        joined = bytes.withUnsafeBufferPointer { all in
            if words.count > 1 { neighbours.reserveCapacity(words.count - 1) }
            for index in words.indices.dropLast() {
                let start = Int(words[index].offset)
                let count = Int(words[index].count) + Int(words[index + 1].count)
                neighbours.append(StableHash.of(UnsafeBufferPointer(rebasing: all[start..<(start + count)])))
            }
            return all.isEmpty ? 0 : StableHash.of(all)
        }
        (rarest, second) = Self.mostTelling(words)
        weight = words.reduce(0) { $0 + $1.weight }
        joinedNeighbours = neighbours
        self.bytes = bytes
        self.words = words
    }

    func bytes(of word: Word) -> ArraySlice<UInt8> {
        bytes[Int(word.offset)..<(Int(word.offset) + Int(word.count))]
    }

    /// The words with spaces between them.
    var text: String {
        words.map { String(decoding: bytes(of: $0), as: UTF8.self) }.joined(separator: " ")
    }

    static func split(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var parts: [ArraySlice<UInt8>] = []
        parts.reserveCapacity(8)
        var start = 0
        for index in bytes.indices where bytes[index] == 0x20 {
            if index > start { parts.append(bytes[start..<index]) }
            start = index + 1
        }
        if start < bytes.count { parts.append(bytes[start...]) }
        return parts
    }

    static func == (left: Words, right: Words) -> Bool {
        left === right || (left.joined == right.joined && left.words == right.words && left.bytes == right.bytes)
    }

    func hash(into hasher: inout Hasher) { hasher.combine(joined) }

    private static func mostTelling(_ words: [Word]) -> (Int, Int) {
        var rarest = -1
        var second = -1
        for index in words.indices {
            if rarest < 0 || words[index].tellsMore(than: words[rarest]) {
                second = rarest
                rarest = index
            } else if second < 0 || words[index].tellsMore(than: words[second]) {
                second = index
            }
        }
        return (rarest, second)
    }
}

extension Word {
    fileprivate init(_ part: ArraySlice<UInt8>, offset: Int) {
        isASCII = true
        hasDigit = false
        hasLetter = false
        for byte in part {
            if byte >= 0x80 { isASCII = false }
            if byte >= 0x30, byte <= 0x39 { hasDigit = true } else { hasLetter = true }
        }
        hash = part.withUnsafeBufferPointer { StableHash.of($0) }
        self.offset = UInt16(offset)
        count = UInt16(part.count)
        weight = Self.weight(length: part.count)
    }

    /// By bytes: an ideograph has three of them and tells as much as three letters.
    private static func weight(length: Int) -> Int32 {
        switch length {
        case ...1: 300
        case 2: 600
        case 3: 800
        case ...7: 1000
        default: 1150
        }
    }

    fileprivate func tellsMore(than other: Word) -> Bool {
        if weight != other.weight { return weight > other.weight }
        return count != other.count ? count > other.count : hash < other.hash
    }
}
