#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// How much words tell: the rarer the more.
struct WordScale: Sendable {
    let table: FrequencyTable
    private let lookup: WordTable

    init(_ table: FrequencyTable) {
        self.table = table
        lookup = table.lookup
    }

    /// In how many records a word occurs.
    @inline(__always)
    func count(_ word: Letters) -> Int { lookup.count(word, unseen: table.unseen) }

    /// ln(1 + records ÷ frequency).
    @inline(__always)
    func weight(count: Int) -> Float { log(1 + Float(table.records) / Float(count)) }
}

/// The words of one slot over all records: each word once, with how rare it is, and each record's words as numbers.
final class WordIndex: @unchecked Sendable {
    let view: WordView
    /// How rare words are: given, or counted here.
    let scale: WordScale

    /// More words of one value are left out: comparing is quadratic in them.
    static let wordLimit = 24

    /// - Parameter given: how rare words are; nil: as these records show.
    init(_ records: PreparedRecords, slot: Int, scale given: WordScale? = nil) {
        var starts: [UInt32] = [0]
        var words: [UInt32] = []
        var letters: [Span] = []
        var hashes: [UInt64] = []
        var counts: [UInt32] = []
        starts.reserveCapacity(records.count + 1)
        words.reserveCapacity(records.count * 4)
        var places = HashPlaces(capacity: records.count < 64 ? 1 << 7 : 1 << 12)
        for record in 0..<records.count {
            let begin = words.count
            var parts = FoldedWords(records.value(record, slot))
            while let word = parts.next(), words.count - begin < Self.wordLimit {
                let hash = StableHash.of(word)
                let (number, isNew) = places.place(of: hash)
                if isNew {
                    hashes.append(hash)
                    letters.append(
                        Span(offset: UInt32((word.baseAddress ?? UnsafePointer(records.arena)) - UnsafePointer(records.arena)), count: UInt32(word.count)))
                    counts.append(0)
                }
                // the same word twice counts once
                if !words[begin...].contains(UInt32(number)) {
                    words.append(UInt32(number))
                    counts[number] += 1
                }
            }
            starts.append(UInt32(words.count))
        }
        func text(_ word: Int) -> Letters { Letters(start: records.arena + Int(letters[word].offset), count: Int(letters[word].count)) }
        let scale = given ?? WordScale(FrequencyTable(records: records.count, counts: counts, letters: text))
        let frequencies = letters.indices.map { scale.count(text($0)) }
        self.scale = scale
        let rarest = UnsafeMutablePointer<WordView.Rarest>.allocate(capacity: max(1, records.count))
        view = WordView(
            starts: Self.block(starts), words: Self.block(words), letters: Self.block(letters), hashes: Self.block(hashes),
            weights: Self.block(frequencies.map { scale.weight(count: $0) }), rarest: UnsafePointer(rarest), arena: records.arena)
        for record in 0..<records.count { rarest[record] = Self.twoRarest(view.words(of: record), view, frequencies) }
    }

    /// By frequency, then by spelling, so that the order of the records does not matter.
    private static func twoRarest(_ places: Range<Int>, _ view: WordView, _ frequencies: [Int]) -> WordView.Rarest {
        func isRarer(_ a: UInt32, _ b: UInt32) -> Bool {
            let (x, y) = (frequencies[Int(a)], frequencies[Int(b)])
            return x == y ? view.text(a).isBefore(view.text(b)) : x < y
        }
        var (first, second) = (WordView.none, WordView.none)
        for place in places where view.letters[Int(view.words[place])].count > 1 {
            let word = view.words[place]
            if first == WordView.none || isRarer(word, first) {
                (first, second) = (word, first)
            } else if second == WordView.none || isRarer(word, second) {
                second = word
            }
        }
        return WordView.Rarest(first: first, second: second)
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
        view.hashes.deallocate()
        view.weights.deallocate()
        view.rarest.deallocate()
    }
}

/// A word index as it is read: places in memory that the index keeps alive.
struct WordView: @unchecked Sendable {
    /// For each record where its words begin in `words`; one more at the end.
    let starts: UnsafePointer<UInt32>
    let words: UnsafePointer<UInt32>
    /// For each word a place where it is written.
    let letters: UnsafePointer<Span>
    /// For each word what stands for it in a key: the same in every run.
    let hashes: UnsafePointer<UInt64>
    /// ln(1 + records ÷ frequency): how much a word tells.
    let weights: UnsafePointer<Float>
    /// For each record its rarest words.
    let rarest: UnsafePointer<Rarest>
    let arena: UnsafeMutablePointer<UInt8>

    static let none = UInt32.max

    /// A record's two rarest words of two letters and more; `none` where there are fewer.
    struct Rarest {
        var first: UInt32
        var second: UInt32
    }

    @inline(__always)
    func words(of record: Int) -> Range<Int> { Int(starts[record])..<Int(starts[record + 1]) }

    @inline(__always)
    func text(_ word: UInt32) -> Letters {
        let span = letters[Int(word)]
        return Letters(start: arena + Int(span.offset), count: Int(span.count))
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
