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

/// A folded text as words, with the hashes a comparison needs.
struct Words: Sendable, Hashable {
    /// More words than this are left out: a name or a title does not need them, and a comparison is bounded by them.
    static let limit = 24

    private(set) var bytes: [UInt8] = []
    private(set) var words: [Word] = []
    /// For each word but the last the hash of it and its successor written together.
    private(set) var joinedNeighbours: [UInt64] = []
    /// Hash of all words written together.
    private(set) var joined: UInt64 = 0
    /// Sum of the words' weights.
    private(set) var weight: Int32 = 0
    /// Places of the most telling word and the next: by weight, then length, then hash, so that no two words tie. -1: none.
    private(set) var rarest = -1
    private(set) var second = -1

    var isEmpty: Bool { words.isEmpty }

    /// `bytes` as `TextFolding` leaves them.
    init(folded bytes: [UInt8]) {
        self.init(parts: Self.split(bytes))
    }

    init(parts: [ArraySlice<UInt8>]) {
        var bytes: [UInt8] = []
        var words: [Word] = []
        for part in parts.prefix(Self.limit) where !part.isEmpty && bytes.count + part.count < Int(UInt16.max) {
            let offset = bytes.count
            var isASCII = true
            var hasDigit = false
            var hasLetter = false
            for byte in part {
                if byte >= 0x80 { isASCII = false }
                if byte >= 0x30, byte <= 0x39 { hasDigit = true } else { hasLetter = true }
                bytes.append(byte)
            }
            let hash = part.withUnsafeBufferPointer { StableHash.of($0) }
            words.append(
                Word(
                    hash: hash, offset: UInt16(offset), count: UInt16(part.count), weight: Self.lengthWeight(part.count),
                    isASCII: isASCII, hasDigit: hasDigit, hasLetter: hasLetter))
        }
        self.bytes = bytes
        self.words = words
        bytes.withUnsafeBufferPointer { all in
            joined = all.isEmpty ? 0 : StableHash.of(all)
            for index in words.indices.dropLast() {
                let start = Int(words[index].offset)
                let count = Int(words[index].count) + Int(words[index + 1].count)
                joinedNeighbours.append(StableHash.of(UnsafeBufferPointer(rebasing: all[start..<(start + count)])))
            }
        }
        rank()
    }

    /// Gives each word the weight that `weigh` says.
    mutating func reweigh(_ weigh: (Word) -> Int32) {
        for index in words.indices { words[index].weight = weigh(words[index]) }
        rank()
    }

    private mutating func rank() {
        weight = 0
        rarest = -1
        second = -1
        for index in words.indices {
            weight += words[index].weight
            if rarest < 0 || tellsMore(index, rarest) {
                second = rarest
                rarest = index
            } else if second < 0 || tellsMore(index, second) {
                second = index
            }
        }
    }

    private func tellsMore(_ left: Int, _ right: Int) -> Bool {
        let (x, y) = (words[left], words[right])
        if x.weight != y.weight { return x.weight > y.weight }
        return x.count != y.count ? x.count > y.count : x.hash < y.hash
    }

    func bytes(of word: Word) -> ArraySlice<UInt8> {
        bytes[Int(word.offset)..<(Int(word.offset) + Int(word.count))]
    }

    /// The words with spaces between them.
    var text: String {
        words.map { String(decoding: bytes(of: $0), as: UTF8.self) }.joined(separator: " ")
    }

    static func split(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        bytes.split(separator: 0x20)
    }

    /// By bytes: an ideograph has three of them and tells as much as three letters.
    private static func lengthWeight(_ length: Int) -> Int32 {
        switch length {
        case ...1: 300
        case 2: 600
        case 3: 800
        case ...7: 1000
        default: 1150
        }
    }
}
