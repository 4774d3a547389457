/// Compares one record with several others: the first one's words are marked once.
struct TextComparison {
    private let corpus: TextCorpus
    private let soft: SoftTokens
    private let grams: TitleTrigrams
    private var current = -1
    /// For each token: 1 + first place and 1 + last place in the current title, packed; 0 where it is not there.
    private var inTitle: [UInt16]
    private var inDetails: [Bool]
    private var mine = [Float](repeating: 0, count: 64)
    private var theirs = [Float](repeating: 0, count: 64)

    init(_ corpus: TextCorpus, _ soft: SoftTokens, _ grams: TitleTrigrams) {
        self.corpus = corpus
        self.soft = soft
        self.grams = grams
        inTitle = [UInt16](repeating: 0, count: corpus.vocabulary.count)
        inDetails = [Bool](repeating: false, count: corpus.vocabulary.count)
    }

    private mutating func mark(_ record: Int) {
        if current >= 0 { setMarks(current, false) }
        current = record
        setMarks(record, true)
    }

    private mutating func setMarks(_ record: Int, _ on: Bool) {
        let spans = corpus.spans[record]
        var place = spans.startIndex
        while place < spans.endIndex {
            inTitle[Int(spans[place])] = on ? UInt16(spans[place + 1] + 1) << 8 | UInt16(spans[place + 2] + 1) : 0
            place += 3
        }
        for (place, token) in corpus.titles[record].enumerated() { inTitle[Int(token)] = on ? UInt16(place + 1) << 8 | UInt16(place + 1) : 0 }
        for token in corpus.details[record] { inDetails[Int(token)] = on }
    }

    private mutating func cover(_ packed: UInt16, _ first: Int, _ last: Int, _ quality: Float) {
        for place in (Int(packed >> 8) - 1)...(Int(packed & 0xFF) - 1) { mine[place] = max(mine[place], quality) }
        for place in first...last { theirs[place] = max(theirs[place], quality) }
    }

    private mutating func meet(_ token: UInt32, _ first: Int, _ last: Int) {
        let packed = inTitle[Int(token)]
        if packed != 0 {
            cover(packed, first, last, 1)
            return
        }
        for link in soft[token] where inTitle[Int(link.token)] != 0 { cover(inTitle[Int(link.token)], first, last, link.quality) }
    }

    mutating func compare(_ a: Int, _ b: Int, _ out: UnsafeMutableBufferPointer<Float>) {
        if current != a { mark(a) }
        let titleA = corpus.titles[a]
        let titleB = corpus.titles[b]
        for place in titleA.indices { mine[place - titleA.startIndex] = 0 }
        for place in titleB.indices { theirs[place - titleB.startIndex] = 0 }
        for (place, token) in titleB.enumerated() { meet(token, place, place) }
        let spans = corpus.spans[b]
        var span = spans.startIndex
        while span < spans.endIndex {
            meet(spans[span], Int(spans[span + 1]), Int(spans[span + 2]))
            span += 3
        }
        var matched: (Float, Float, Float) = (0, 0, 0)
        var openA: (Float, Float, Float) = (0, 0, 0)
        var openB: (Float, Float, Float) = (0, 0, 0)
        var inDetail: (Float, Float, Float) = (0, 0, 0)
        var totalA: Float = 0
        var totalB: Float = 0
        var coverA: Float = 0
        var coverB: Float = 0
        var bestCode: Float = 0
        func add(_ sums: inout (Float, Float, Float), _ kind: TokenClass, _ amount: Float) {
            switch kind {
            case .word: sums.0 += amount
            case .number: sums.1 += amount
            case .code: sums.2 += amount
            }
        }
        for (place, token) in titleA.enumerated() {
            let weight = corpus.weight[Int(token)]
            let kind = corpus.classes[Int(token)]
            let quality = mine[place]
            totalA += weight
            coverA += weight * quality
            add(&matched, kind, weight * quality / 2)
            add(&openA, kind, weight * (1 - quality))
            if kind == .code, weight * quality > bestCode { bestCode = weight * quality }
        }
        for (place, token) in titleB.enumerated() {
            let weight = corpus.weight[Int(token)]
            let kind = corpus.classes[Int(token)]
            let quality = theirs[place]
            totalB += weight
            coverB += weight * quality
            add(&matched, kind, weight * quality / 2)
            add(&openB, kind, weight * (1 - quality))
            if quality == 0, inDetails[Int(token)] { add(&inDetail, kind, weight) }
        }
        var detailA: Float = 0
        var detailB: Float = 0
        var detailBoth: Float = 0
        for token in corpus.details[b] {
            let weight = corpus.weight[Int(token)]
            detailB += weight
            if inDetails[Int(token)] { detailBoth += weight }
            let packed = inTitle[Int(token)]
            if packed != 0 {
                for place in (Int(packed >> 8) - 1)...(Int(packed & 0xFF) - 1) where mine[place] == 0 {
                    let own = titleA[titleA.startIndex + place]
                    add(&inDetail, corpus.classes[Int(own)], corpus.weight[Int(own)])
                    mine[place] = -1
                }
            }
        }
        for token in corpus.details[a] { detailA += corpus.weight[Int(token)] }
        let found = inDetail.0 + inDetail.1 + inDetail.2
        func ratio(_ part: Float, _ whole: Float) -> Float { whole > 0 ? part / whole : 0 }
        let (x, y) = (ratio(coverA, totalA), ratio(coverB, totalB))
        let whole = ratio(coverA + coverB + found, totalA + totalB)
        var next = 0
        func put(_ value: Float) {
            out[next] = value
            next += 1
        }
        put(matched.0); put(min(openA.0, openB.0)); put(max(openA.0, openB.0))
        put(matched.1); put(min(openA.1, openB.1)); put(max(openA.1, openB.1))
        put(matched.2); put(min(openA.2, openB.2)); put(max(openA.2, openB.2))
        put(inDetail.0); put(inDetail.1); put(inDetail.2)
        put(ratio(2 * x * y, x + y)); put(max(x, y)); put(min(x, y)); put(whole)
        put(grams.cosine(a, b)); put(bestCode)
        var same: Float = 0
        var other: Float = 0
        for token in corpus.identifiers[b] {
            let weight = corpus.weight[Int(token)]
            if corpus.identifiers[a].contains(token) { same = max(same, weight) } else { other = max(other, weight) }
        }
        put(same); put(same == 0 && !corpus.identifiers[a].isEmpty ? other : 0)
        put(ratio(detailBoth, (detailA * detailB).squareRoot()))
        for place in corpus.sides.indices {
            let lists = corpus.sides[place]
            let (p, q) = (lists[a], lists[b])
            var sumA: Float = 0
            var sumB: Float = 0
            var both: Float = 0
            for token in p { sumA += corpus.weight[Int(token)] }
            for token in q {
                sumB += corpus.weight[Int(token)]
                if p.contains(token) { both += corpus.weight[Int(token)] }
            }
            put(ratio(both, (sumA * sumB).squareRoot())); put(ratio(both, min(sumA, sumB))); put(sumA > 0 && sumB > 0 ? 1 : 0)
            put(corpus.sideValues[place][a] == corpus.sideValues[place][b] && corpus.sideValues[place][a] != Vocabulary.none ? 1 : 0)
        }
        for _ in corpus.roles.categories { put(0) }
        for list in corpus.amounts {
            let (p, q) = (list[a], list[b])
            let has = p > 0 && q > 0
            let share = has ? min(p, q) / max(p, q) : 0
            put(share); put(share > 0.98 ? 1 : 0); put(has ? 1 : 0)
        }
        for list in corpus.years {
            let (p, q) = (list[a], list[b])
            let has = !p.isNaN && !q.isNaN
            put(has && p == q ? 1 : 0); put(has && abs(p - q) == 1 ? 1 : 0); put(has && abs(p - q) > 1 ? 1 : 0)
        }
    }
}
