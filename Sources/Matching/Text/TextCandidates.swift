import Dispatch

/// Pairs of records worth comparing: for each record the few with which it shares the most telling words.
struct TextCandidates {
    private(set) var left: [UInt32] = []
    private(set) var right: [UInt32] = []
    /// Where the pairs of each record as the left one begin.
    private var starts: [Int32] = []
    var count: Int { left.count }

    /// Longer lists of records under one word are not read.
    static let listLimit = 400
    /// Entries of lists read for one record.
    static let readLimit = 8000
    static let keptAcross = 12
    static let keptWithin = 4

    init(_ corpus: TextCorpus, _ soft: SoftTokens, sides: [UInt32]?) {
        let inTitles = corpus.titlesWithSpans().inverted(distinct: corpus.vocabulary.count)
        let inDetails = corpus.details.inverted(distinct: corpus.vocabulary.count)
        let pairs = CommonWordPairs(
            corpus, isCommon: { inTitles[Int($0)].count + inDetails[Int($0)].count > Self.listLimit }, limit: Self.listLimit)
        let shortness = (0..<corpus.count).map { record in
            1 / (8 + corpus.titles[record].reduce(Float(0)) { $0 + corpus.weight[Int($1)] }).squareRoot()
        }
        let threads = 2
        let parts = (0..<threads).map { part in (corpus.count * part / threads)..<(corpus.count * (part + 1) / threads) }
        nonisolated(unsafe) var results = [[UInt64]](repeating: [], count: threads)
        results.withUnsafeMutableBufferPointer { buffer in
            nonisolated(unsafe) let slots = buffer
            DispatchQueue.concurrentPerform(iterations: threads) { part in
                var search = Search(
                    corpus: corpus, soft: soft, inTitles: inTitles, inDetails: inDetails, common: pairs, shortness: shortness, sides: sides)
                for record in parts[part] { search.run(record) }
                slots[part] = search.pairs
            }
        }
        var found = results[0] + results[1]
        found.sort()
        left.reserveCapacity(found.count)
        right.reserveCapacity(found.count)
        var previous: UInt64 = .max
        for pair in found where pair != previous {
            previous = pair
            left.append(UInt32(pair >> 32))
            right.append(UInt32(truncatingIfNeeded: pair))
        }
        starts = [Int32](repeating: 0, count: corpus.count + 1)
        for record in left { starts[Int(record) + 1] += 1 }
        for record in 0..<corpus.count { starts[record + 1] += starts[record] }
    }

    /// The pair of two records; nil when they were not found worth comparing.
    func index(_ a: Int, _ b: Int) -> Int? {
        let (first, second) = (min(a, b), UInt32(max(a, b)))
        var low = Int(starts[first])
        var high = Int(starts[first + 1])
        while low < high {
            let middle = (low + high) / 2
            if right[middle] < second { low = middle + 1 } else { high = middle }
        }
        return low < Int(starts[first + 1]) && right[low] == second ? low : nil
    }

    private struct Search {
        let corpus: TextCorpus
        let soft: SoftTokens
        let inTitles: TokenLists
        let inDetails: TokenLists
        let common: CommonWordPairs
        /// Long titles share much with anything.
        let shortness: [Float]
        let sides: [UInt32]?
        var shared: [Float]
        var touched: [UInt32] = []
        var pairs: [UInt64] = []
        private var across: [Entry] = []
        private var within: [Entry] = []

        init(
            corpus: TextCorpus, soft: SoftTokens, inTitles: TokenLists, inDetails: TokenLists, common: CommonWordPairs, shortness: [Float],
            sides: [UInt32]?
        ) {
            self.corpus = corpus
            self.soft = soft
            self.inTitles = inTitles
            self.inDetails = inDetails
            self.common = common
            self.shortness = shortness
            self.sides = sides
            shared = [Float](repeating: 0, count: corpus.count)
        }

        private var left = 0

        /// A list that is too long, or for which there is no room, is not read.
        private mutating func add(_ list: ArraySlice<UInt32>, _ amount: Float) {
            if list.count > listLimit || list.count > left { return }
            left -= list.count
            shared.withUnsafeMutableBufferPointer { shared in
                for record in list {
                    if shared[Int(record)] == 0 { touched.append(record) }
                    shared[Int(record)] += amount
                }
            }
        }

        private func rarestFirst(_ tokens: ArraySlice<UInt32>) -> [UInt32] {
            tokens.sorted { (corpus.frequency[Int($0)], corpus.vocabulary.hash($0)) < (corpus.frequency[Int($1)], corpus.vocabulary.hash($1)) }
        }

        mutating func run(_ record: Int) {
            left = readLimit
            let spans = corpus.spans[record]
            for place in stride(from: spans.startIndex, to: spans.endIndex, by: 3) { addTitle(spans[place]) }
            for token in rarestFirst(corpus.titles[record]) {
                addTitle(token)
                add(inDetails[Int(token)], corpus.weight[Int(token)] * 0.5)
            }
            for list in common.listsOf[record] { add(common.lists[Int(list)], common.weights[Int(list)]) }
            for token in rarestFirst(corpus.details[record]) {
                let weight = corpus.weight[Int(token)]
                add(inTitles[Int(token)], weight * 0.5)
                add(inDetails[Int(token)], weight * 0.2)
            }
            keep(record)
            for other in touched { shared[Int(other)] = 0 }
            touched.removeAll(keepingCapacity: true)
        }

        private mutating func addTitle(_ token: UInt32) {
            let weight = corpus.weight[Int(token)]
            add(inTitles[Int(token)], weight)
            for link in soft[token] { add(inTitles[Int(link.token)], weight * link.quality) }
        }

        /// The best by shared weight for the length of their titles: so many of other sources, and so many of the same.
        private mutating func keep(_ record: Int) {
            across.removeAll(keepingCapacity: true)
            within.removeAll(keepingCapacity: true)
            for other in touched where Int(other) != record {
                let entry = Entry(score: shared[Int(other)] * shortness[Int(other)], record: other)
                if let sides, sides[record] == sides[Int(other)] {
                    Self.insert(entry, in: &within, limit: keptWithin)
                } else {
                    Self.insert(entry, in: &across, limit: keptAcross)
                }
            }
            for entry in across + within {
                let other = Int(entry.record)
                pairs.append(UInt64(min(record, other)) << 32 | UInt64(max(record, other)))
            }
        }

        /// Keeps a list of at most `limit`, best first; most entries fall at the first comparison.
        private static func insert(_ entry: Entry, in list: inout [Entry], limit: Int) {
            if list.count == limit {
                if !entry.isBetter(than: list[limit - 1]) { return }
                list.removeLast()
            }
            var place = list.count
            while place > 0, entry.isBetter(than: list[place - 1]) { place -= 1 }
            list.insert(entry, at: place)
        }
    }

    private struct Entry {
        var score: Float
        var record: UInt32

        func isBetter(than other: Entry) -> Bool { score != other.score ? score > other.score : record < other.record }
    }
}
