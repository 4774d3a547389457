#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The words of one slot over all records: each word once, with how rare it is, and each record's words as numbers.
final class WordIndex: @unchecked Sendable {
    let view: WordView
    private let wordCount: Int

    /// More words of one value are left out: comparing is quadratic in them.
    static let wordLimit = 24

    init(_ records: PreparedRecords, slot: Int) {
        var starts: [UInt32] = [0]
        var words: [UInt32] = []
        var letters: [Span] = []
        var frequencies: [UInt32] = []
        starts.reserveCapacity(records.count + 1)
        words.reserveCapacity(records.count * 4)
        var places = HashPlaces(capacity: 1 << 12)
        for record in 0..<records.count {
            let begin = words.count
            var parts = FoldedWords(records.value(record, slot))
            while let word = parts.next(), words.count - begin < Self.wordLimit {
                let (number, isNew) = places.place(of: StableHash.of(word))
                if isNew {
                    letters.append(
                        Span(offset: UInt32((word.baseAddress ?? UnsafePointer(records.arena)) - UnsafePointer(records.arena)), count: UInt32(word.count)))
                    frequencies.append(0)
                }
                // the same word twice counts once
                if !words[begin...].contains(UInt32(number)) {
                    words.append(UInt32(number))
                    frequencies[number] += 1
                }
            }
            starts.append(UInt32(words.count))
        }
        let total = Float(records.count)
        view = WordView(
            starts: Self.block(starts), words: Self.block(words), letters: Self.block(letters), frequencies: Self.block(frequencies),
            weights: Self.block(frequencies.map { log(1 + total / Float($0)) }), arena: records.arena)
        wordCount = frequencies.count
    }

    private static func block<Element>(_ elements: [Element]) -> UnsafePointer<Element> {
        let block = UnsafeMutablePointer<Element>.allocate(capacity: max(1, elements.count))
        elements.withUnsafeBufferPointer { if let base = $0.baseAddress { block.initialize(from: base, count: elements.count) } }
        return UnsafePointer(block)
    }

    deinit {
        view.starts.deallocate()
        view.words.deallocate()
        view.letters.deallocate()
        view.frequencies.deallocate()
        view.weights.deallocate()
    }
}

/// A word index as it is read: places in memory that the index keeps alive.
struct WordView: @unchecked Sendable {
    /// For each record where its words begin in `words`; one more at the end.
    let starts: UnsafePointer<UInt32>
    let words: UnsafePointer<UInt32>
    /// For each word a place where it is written.
    let letters: UnsafePointer<Span>
    /// In how many records a word occurs.
    let frequencies: UnsafePointer<UInt32>
    /// ln(1 + records ÷ frequency): how much a word tells.
    let weights: UnsafePointer<Float>
    let arena: UnsafeMutablePointer<UInt8>

    static let none = UInt32.max

    @inline(__always)
    func words(of record: Int) -> Range<Int> { Int(starts[record])..<Int(starts[record + 1]) }

    @inline(__always)
    func text(_ word: UInt32) -> Letters {
        let span = letters[Int(word)]
        return Letters(start: arena + Int(span.offset), count: Int(span.count))
    }

    /// The record's two rarest words, `none` where there are fewer: by frequency, then by spelling, so that the order of the records does not matter.
    func twoRarest(of record: Int) -> (first: UInt32, second: UInt32) {
        var first = Self.none
        var second = Self.none
        for place in words(of: record) where letters[Int(words[place])].count > 1 {
            let word = words[place]
            if first == Self.none || isRarer(word, first) {
                (first, second) = (word, first)
            } else if second == Self.none || isRarer(word, second) {
                second = word
            }
        }
        return (first, second)
    }

    private func isRarer(_ a: UInt32, _ b: UInt32) -> Bool {
        let (x, y) = (frequencies[Int(a)], frequencies[Int(b)])
        return x == y ? text(a).isBefore(text(b)) : x < y
    }
}

/// Numbers for hashes in the order in which they are first met. Open addressing, grown at half full.
struct HashPlaces {
    private var hashes: [UInt64]
    private var numbers: [UInt32]
    private(set) var count = 0

    init(capacity: Int) {
        hashes = Array(repeating: 0, count: capacity)
        numbers = Array(repeating: 0, count: capacity)
    }

    /// - Parameter hash: not 0.
    mutating func place(of hash: UInt64) -> (number: Int, isNew: Bool) {
        if count * 2 >= hashes.count { grow() }
        let mask = hashes.count - 1
        var place = Int(truncatingIfNeeded: hash) & mask
        while hashes[place] != 0 {
            if hashes[place] == hash { return (Int(numbers[place]), false) }
            place = (place + 1) & mask
        }
        hashes[place] = hash
        numbers[place] = UInt32(count)
        count += 1
        return (count - 1, true)
    }

    private mutating func grow() {
        let (oldHashes, oldNumbers) = (hashes, numbers)
        hashes = Array(repeating: 0, count: oldHashes.count * 2)
        numbers = Array(repeating: 0, count: oldHashes.count * 2)
        let mask = hashes.count - 1
        for (index, hash) in oldHashes.enumerated() where hash != 0 {
            var place = Int(truncatingIfNeeded: hash) & mask
            while hashes[place] != 0 { place = (place + 1) & mask }
            hashes[place] = hash
            numbers[place] = oldNumbers[index]
        }
    }
}
