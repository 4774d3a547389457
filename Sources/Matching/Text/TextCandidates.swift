import Dispatch

/// Pairs of records worth comparing: for each record the few with which it shares the most telling words.
struct TextCandidates {
    private(set) var left: [UInt32] = []
    private(set) var right: [UInt32] = []
    var count: Int { left.count }

    /// Longer lists of records under one word are not read.
    static let listLimit = 400
    /// Entries of lists read for one record.
    static let readLimit = 4000
    static let keptAcross = 24
    static let keptWithin = 6

    init(_ corpus: TextCorpus, _ soft: SoftTokens, sides: [UInt32]?) {
        let inTitles = corpus.titlesWithSpans().inverted(distinct: corpus.vocabulary.count)
        let inDetails = corpus.details.inverted(distinct: corpus.vocabulary.count)
        let titleWeight = (0..<corpus.count).map { record in corpus.titles[record].reduce(Float(0)) { $0 + corpus.weight[Int($1)] } }
        let threads = 2
        let parts = (0..<threads).map { part in (corpus.count * part / threads)..<(corpus.count * (part + 1) / threads) }
        nonisolated(unsafe) var results = [[UInt64]](repeating: [], count: threads)
        results.withUnsafeMutableBufferPointer { buffer in
            nonisolated(unsafe) let slots = buffer
            DispatchQueue.concurrentPerform(iterations: threads) { part in
                var search = Search(corpus: corpus, soft: soft, inTitles: inTitles, inDetails: inDetails, titleWeight: titleWeight, sides: sides)
                for record in parts[part] { search.run(record) }
                slots[part] = search.pairs
            }
        }
        var pairs = results[0] + results[1]
        pairs.sort()
        left.reserveCapacity(pairs.count)
        right.reserveCapacity(pairs.count)
        var previous: UInt64 = .max
        for pair in pairs where pair != previous {
            previous = pair
            left.append(UInt32(pair >> 32))
            right.append(UInt32(truncatingIfNeeded: pair))
        }
    }

    private struct Search {
        let corpus: TextCorpus
        let soft: SoftTokens
        let inTitles: TokenLists
        let inDetails: TokenLists
        let titleWeight: [Float]
        let sides: [UInt32]?
        var shared: [Float]
        var touched: [UInt32] = []
        var pairs: [UInt64] = []
        var ranked: [(score: Float, record: UInt32)] = []

        init(corpus: TextCorpus, soft: SoftTokens, inTitles: TokenLists, inDetails: TokenLists, titleWeight: [Float], sides: [UInt32]?) {
            self.corpus = corpus
            self.soft = soft
            self.inTitles = inTitles
            self.inDetails = inDetails
            self.titleWeight = titleWeight
            self.sides = sides
            shared = [Float](repeating: 0, count: corpus.count)
        }

        mutating func add(_ list: ArraySlice<UInt32>, _ amount: Float) {
            if list.count > listLimit { return }
            for record in list {
                if shared[Int(record)] == 0 { touched.append(record) }
                shared[Int(record)] += amount
            }
        }

        mutating func run(_ record: Int) {
            for token in corpus.titles[record] {
                let weight = corpus.weight[Int(token)]
                add(inTitles[Int(token)], weight)
                add(inDetails[Int(token)], weight * 0.5)
                for link in soft[token] { add(inTitles[Int(link.token)], weight * link.quality) }
            }
            let spans = corpus.spans[record]
            var place = spans.startIndex
            while place < spans.endIndex {
                let token = spans[place]
                add(inTitles[Int(token)], corpus.weight[Int(token)])
                for link in soft[token] { add(inTitles[Int(link.token)], corpus.weight[Int(token)] * link.quality) }
                place += 3
            }
            for token in corpus.details[record] {
                let weight = corpus.weight[Int(token)]
                add(inTitles[Int(token)], weight * 0.5)
                add(inDetails[Int(token)], weight * 0.2)
            }
            keep(record, across: true, limit: keptAcross)
            if sides != nil { keep(record, across: false, limit: keptWithin) }
            for other in touched { shared[Int(other)] = 0 }
            touched.removeAll(keepingCapacity: true)
        }

        mutating func keep(_ record: Int, across: Bool, limit: Int) {
            ranked.removeAll(keepingCapacity: true)
            for other in touched where Int(other) != record {
                if let sides, (sides[record] != sides[Int(other)]) != across { continue }
                ranked.append((shared[Int(other)] / (8 + titleWeight[Int(other)]).squareRoot(), other))
            }
            ranked.sort { ($0.score, $1.record) > ($1.score, $0.record) }
            for entry in ranked.prefix(limit) {
                let other = Int(entry.record)
                pairs.append(UInt64(min(record, other)) << 32 | UInt64(max(record, other)))
            }
        }
    }
}
