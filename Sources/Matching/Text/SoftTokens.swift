/// For each token the tokens that may stand for it, with how far they do: typing errors of rare words, variants of model codes.
///
/// Words meet by their spellings with one letter deleted (F. J. Damerau 1964 for the edits; the deletion neighbourhood after
/// T. Bocek, E. Hunt and B. Stiller 2007). Codes meet by a common beginning or end that cuts no run of digits: `feq332` and
/// `feq332wh` are variants, `mdrex81` and `mdrex85` are not.
struct SoftTokens {
    struct Link {
        var token: UInt32
        var quality: Float
    }

    private var starts: [UInt32]
    private var links: [Link]

    static let typingError: Float = 0.8
    static let contained: Float = 0.85
    static let otherEnding: Float = 0.7
    /// Groups of spellings larger than this say nothing.
    private static let groupLimit = 40

    subscript(token: UInt32) -> ArraySlice<Link> { links[Int(starts[Int(token)])..<Int(starts[Int(token) + 1])] }

    init(_ corpus: TextCorpus) {
        let rare = UInt32(max(30, corpus.count / 100))
        var keys: [Key] = []
        for token in 0..<UInt32(corpus.vocabulary.count) where corpus.frequency[Int(token)] > 0 && corpus.frequency[Int(token)] <= rare {
            corpus.spelling(token).withUnsafeBufferPointer { spelling in
                switch corpus.classes[Int(token)] {
                case .word: Self.addDeletions(of: spelling, token, to: &keys)
                case .code: Self.addStems(of: spelling, token, to: &keys)
                case .number: break
                }
            }
        }
        keys.sort { ($0.hash, $0.token) < ($1.hash, $1.token) }
        var found: [(from: UInt32, link: Link)] = []
        var first = 0
        while first < keys.count {
            var end = first + 1
            while end < keys.count, keys[end].hash == keys[first].hash { end += 1 }
            if end - first > 1, end - first <= Self.groupLimit {
                for x in first..<end {
                    for y in first..<end where keys[x].token != keys[y].token {
                        let quality = Self.quality(keys[x], keys[y], corpus)
                        if quality > 0 { found.append((keys[x].token, Link(token: keys[y].token, quality: quality))) }
                    }
                }
            }
            first = end
        }
        found.sort { ($0.from, $0.link.token, -$0.link.quality) < ($1.from, $1.link.token, -$1.link.quality) }
        starts = [UInt32](repeating: 0, count: corpus.vocabulary.count + 1)
        links = []
        var previous: (UInt32, UInt32) = (.max, .max)
        for (from, link) in found where (from, link.token) != previous {
            previous = (from, link.token)
            links.append(link)
            starts[Int(from) + 1] += 1
        }
        for token in 0..<corpus.vocabulary.count { starts[token + 1] += starts[token] }
    }

    private struct Key {
        var hash: UInt64
        var token: UInt32
        /// Letters that are not part of the key.
        var cut: UInt8
        var isWord: Bool
    }

    private static func quality(_ a: Key, _ b: Key, _ corpus: TextCorpus) -> Float {
        if a.isWord != b.isWord { return 0 }
        if a.isWord { return typingError }
        return a.cut == 0 || b.cut == 0 ? contained : otherEnding
    }

    private static func addDeletions(of word: UnsafeBufferPointer<UInt8>, _ token: UInt32, to keys: inout [Key]) {
        if word.count < 5 || word.count > 32 || word.contains(where: { $0 >= 0x80 }) { return }
        keys.append(Key(hash: StableHash.of(word), token: token, cut: 0, isWord: true))
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: word.count) { shorter in
            for gap in word.indices {
                if gap > 0, word[gap] == word[gap - 1] { continue }  // the same spelling
                var place = 0
                for index in word.indices where index != gap {
                    shorter[place] = word[index]
                    place += 1
                }
                keys.append(Key(hash: StableHash.of(UnsafeBufferPointer(rebasing: shorter[..<place])), token: token, cut: 1, isWord: true))
            }
        }
    }

    private static func addStems(of code: UnsafeBufferPointer<UInt8>, _ token: UInt32, to keys: inout [Key]) {
        if code.count < 4 || code.count > 32 { return }
        keys.append(Key(hash: StableHash.of(code), token: token, cut: 0, isWord: false))
        func isDigit(_ place: Int) -> Bool { code[place] &- 0x30 < 10 }
        for cut in 1...4 where code.count - cut >= 4 {
            let stem = code.count - cut
            if !(isDigit(stem - 1) && isDigit(stem)), (0..<stem).contains(where: isDigit) {
                keys.append(Key(hash: StableHash.of(UnsafeBufferPointer(rebasing: code[..<stem])), token: token, cut: UInt8(cut), isWord: false))
            }
            if stem >= 5, !(isDigit(cut - 1) && isDigit(cut)), (cut..<code.count).contains(where: isDigit) {
                keys.append(Key(hash: StableHash.of(UnsafeBufferPointer(rebasing: code[cut...])), token: token, cut: UInt8(cut), isWord: false))
            }
        }
    }
}
