/// One way to bring candidates together: records that agree in all its parts meet.
///
/// Each part belongs to one comparison, because agreement there says nothing about pairs that met by it (`CoincidenceClass`).
package struct BlockingKey: Sendable, Hashable {
    package struct Part: Sendable, Hashable {
        package var comparison: Int
        package var pieces: [Piece]

        package init(comparison: Int, pieces: [Piece]) {
            self.comparison = comparison
            self.pieces = pieces
        }
    }

    /// A stretch of a value, or some of its words.
    package enum Piece: Sendable, Hashable {
        case whole(slot: Int)
        case stretch(slot: Int, start: Int, length: Int)
        /// The first letters of all words written together; the whole when `length` is nil.
        case joined(slot: Int, length: Int?)
        /// The last letters.
        case tail(slot: Int, length: Int)
        case rarestWord(words: Int), secondWord(words: Int)
    }

    package var name: String
    package var parts: [Part]
    /// Two values of a record under the same key, so that swapped names meet: the parts' first piece is of either slot.
    package var swapped: [Int]
    /// Left out where it would bring too many strangers together.
    package var isLoose: Bool

    package init(name: String, parts: [Part], swapped: [Int] = [], isLoose: Bool = false) {
        self.name = name
        self.parts = parts
        self.swapped = swapped
        self.isLoose = isLoose
    }
}

extension BlockingKey.Piece {
    /// Adds the piece to a hash; false when the record has no such value.
    @inline(__always)
    func combine(_ comparer: RecordComparer, _ record: Int, into hash: inout StableHash) -> Bool {
        switch self {
        case .whole(let slot):
            let value = comparer.records.value(record, slot)
            if value.isEmpty { return false }
            hash.combine(value)
        case .stretch(let slot, let start, let length):
            let value = comparer.records.value(record, slot)
            if value.isEmpty { return false }
            hash.combine(value.stretch(start, length))
        case .joined(let slot, let length):
            let value = comparer.records.value(record, slot)
            if value.isEmpty { return false }
            var left = length ?? Int.max
            var word: UInt64 = 0
            for byte in value where byte != 0x20 {
                word = (word &* 0x100_0000_01B3) ^ UInt64(byte)
                left -= 1
                if left == 0 { break }
            }
            hash.combine(word)
        case .tail(let slot, let length):
            let value = comparer.records.value(record, slot)
            if value.isEmpty { return false }
            hash.combine(value.stretch(Swift.max(0, value.count - length), length))
        case .rarestWord(let words):
            let word = comparer.words[words].rarest[record].first
            if word == WordView.none { return false }
            hash.combine(comparer.words[words].hashes[Int(word)])
        case .secondWord(let words):
            let word = comparer.words[words].rarest[record].second
            if word == WordView.none { return false }
            hash.combine(comparer.words[words].hashes[Int(word)])
        }
        return true
    }
}

extension BlockingKey.Part {
    /// The part's hash for a record; 0 when a piece is missing.
    @inline(__always)
    func hash(_ comparer: RecordComparer, _ record: Int) -> UInt64 {
        var hash = StableHash(seed: 1)
        for piece in pieces where !piece.combine(comparer, record, into: &hash) { return 0 }
        return hash.value
    }
}

extension BlockingKey {
    /// The key's hash for a record; 0 when a part is missing.
    @inline(__always)
    func hash(_ comparer: RecordComparer, _ record: Int) -> UInt64 {
        var hash = StableHash(seed: 7)
        for part in parts {
            for piece in part.pieces where !piece.combine(comparer, record, into: &hash) { return 0 }
        }
        return hash.value
    }
}
