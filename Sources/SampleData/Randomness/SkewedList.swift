/// A list whose early elements are drawn far more often than its late ones, as names, cities and words are in life (Zipf's law).
struct SkewedList<Element: Sendable>: Sendable {
    let elements: [Element]
    /// Running sums of the weights `1 / (rank + flatness)`, as integers.
    private let cumulative: [Int]

    /// - Parameter flatness: how many ranks share the top; larger is closer to even.
    init(_ elements: [Element], flatness: Int = 4) {
        precondition(!elements.isEmpty, "a list to draw from needs at least one element")
        self.elements = elements
        var total = 0
        cumulative = elements.indices.map { rank in
            total += 1_000_000 / (rank + flatness)
            return total
        }
    }

    func pick(_ random: inout SeededRandom) -> Element {
        elements[pickIndex(&random)]
    }

    /// The place of the element drawn.
    func pickIndex(_ random: inout SeededRandom) -> Int {
        let target = random.below(cumulative[cumulative.count - 1])
        var low = 0
        var high = cumulative.count - 1
        while low < high {
            let middle = (low + high) / 2
            if cumulative[middle] > target { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

extension SkewedList<String> {
    /// Words parted by blanks, the most frequent first; `_` stands for a blank inside one.
    init(words: String, flatness: Int = 4) {
        self.init(words.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(Self.withBlanks), flatness: flatness)
    }

    private static func withBlanks(_ word: Substring) -> String {
        String(word.map { $0 == "_" ? " " : $0 })
    }
}
