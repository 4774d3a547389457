/// How often the words, or the values, of one field occur: the most frequent by themselves, all others alike.
///
/// What is not in the table counts as occurring `unseen` times, which is the mean of those that were left out when the table was made.
package struct FrequencyTable: Sendable, Hashable {
    package struct Entry: Sendable, Hashable {
        /// As standardising leaves it.
        package var letters: [UInt8]
        package var count: Int

        package init(letters: [UInt8], count: Int) {
            self.letters = letters
            self.count = count
        }
    }

    /// Records that were counted.
    package var records: Int
    package var unseen: Int
    /// The most frequent first, then by spelling.
    package var entries: [Entry]

    /// More entries are left out: a model stays a file that can be read.
    package static let limit = 20_000

    package init(records: Int, unseen: Int, entries: [Entry]) {
        self.records = records
        self.unseen = unseen
        self.entries = entries.sorted { $0.count != $1.count ? $0.count > $1.count : $0.letters.lexicographicallyPrecedes($1.letters) }
    }

    /// What occurs once is left out, and what is beyond the limit.
    ///
    /// - Parameters:
    ///   - counts: how often each distinct text occurs.
    ///   - letters: the text of one of them by its number.
    init(records: Int, counts: [UInt32], letters: (Int) -> Letters) {
        var frequent = counts.indices.filter { counts[$0] > 1 }
        if frequent.count > Self.limit {
            frequent.sort { counts[$0] != counts[$1] ? counts[$0] > counts[$1] : letters($0).isBefore(letters($1)) }
            frequent.removeLast(frequent.count - Self.limit)
        }
        let all = counts.reduce(0) { $0 + Int($1) }
        let kept = frequent.reduce(0) { $0 + Int(counts[$1]) }
        let others = max(1, counts.count - frequent.count)
        self.init(
            records: records, unseen: max(1, (all - kept + others / 2) / others),
            entries: frequent.map { Entry(letters: Array(letters($0)), count: Int(counts[$0])) })
    }

    /// Finds an entry by its text.
    var lookup: WordTable { WordTable(entries.map { ($0.letters, $0.count) }) }
}

extension WordTable {
    /// How often a text occurs.
    @inline(__always)
    func count(_ letters: Letters, unseen: Int) -> Int {
        let found = value(letters)
        return found < 0 ? unseen : found
    }
}
