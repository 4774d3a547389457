import Dispatch

/// What comparing two records yields, as numbers a model can weigh.
struct TextFeatures {
    let width: Int
    let names: [String]
    private(set) var values: [Float]

    /// Where the columns of `learnAssociations` begin.
    private let firstAssociation: Int

    static let coverage = 15, trigrams = 16

    /// Fills in which values of columns with few values go together, as these matches show.
    mutating func learnAssociations(_ corpus: TextCorpus, _ pairs: TextCandidates, matches: [Int32], oneSource: (Int) -> Bool) {
        var isMatch = [Bool](repeating: false, count: pairs.count)
        for pair in matches { isMatch[Int(pair)] = true }
        for (offset, place) in corpus.roles.categories.enumerated() {
            let learned = ValueAssociations(
                corpus.sideValues[place], matches: matches.map { (Int(pairs.left[Int($0)]), Int(pairs.right[Int($0)])) })
            for pair in 0..<pairs.count {
                values[pair * width + firstAssociation + offset] = learned.logRatio(
                    Int(pairs.left[pair]), Int(pairs.right[pair]), seen: isMatch[pair], oneSource: oneSource(pair))
            }
        }
    }

    func row(_ pair: Int) -> Range<Int> { (pair * width)..<((pair + 1) * width) }

    init(_ corpus: TextCorpus, _ soft: SoftTokens, _ pairs: TextCandidates) {
        var names = [
            "wordBoth", "wordMin", "wordMax", "numBoth", "numMin", "numMax", "codeBoth", "codeMin", "codeMax",
            "wordDetail", "numDetail", "codeDetail", "coverH", "coverMax", "coverMin", "coverDetailH", "trigram", "bestCode", "idSame", "idOther",
            "detailCos",
        ]
        for place in corpus.roles.sides.indices { names += ["side\(place)cos", "side\(place)max", "side\(place)has", "side\(place)eq"] }
        firstAssociation = names.count
        for place in corpus.roles.categories { names.append("side\(place)goes") }
        for place in corpus.roles.amounts.indices { names += ["amount\(place)ratio", "amount\(place)same", "amount\(place)has"] }
        for place in corpus.roles.years.indices { names += ["year\(place)same", "year\(place)near", "year\(place)far"] }
        self.names = names
        let width = names.count
        self.width = width
        values = [Float](repeating: 0, count: width * pairs.count)
        let grams = TitleTrigrams(corpus)
        let threads = 2
        values.withUnsafeMutableBufferPointer { buffer in
            nonisolated(unsafe) let all = buffer
            DispatchQueue.concurrentPerform(iterations: threads) { part in
                var comparison = TextComparison(corpus, soft, grams)
                for pair in (pairs.count * part / threads)..<(pairs.count * (part + 1) / threads) {
                    let row = UnsafeMutableBufferPointer(rebasing: all[(pair * width)..<((pair + 1) * width)])
                    comparison.compare(Int(pairs.left[pair]), Int(pairs.right[pair]), row)
                }
            }
        }
    }
}
