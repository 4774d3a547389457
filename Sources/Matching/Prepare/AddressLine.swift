/// A line of street and house number, taken apart in place.
enum AddressLine {
    /// Writes the street's words in their common spelling.
    ///
    /// The house number stands before the street (`12 Main St`) or behind it (`Hauptstr. 12`); what names a part of the building is left
    /// out, and so is a number behind the street when there is one before. A number of five digits at the end is a postcode.
    /// - Parameter folded: the line as `ArenaWriter.fold` wrote it.
    static func write(_ folded: Letters, wantsNumber: Bool, to writer: inout ArenaWriter) -> (street: Span, number: Span, postcode: Span) {
        var number = Letters(start: nil, count: 0)
        var postcode = Letters(start: nil, count: 0)
        let start = writer.offset
        var isFirst = true
        var skipsNext = false
        var words = FoldedWords(folded)
        var written = 0
        line: while let word = words.next() {
            defer { isFirst = false }
            let startsWithDigit = word[0] >= 0x30 && word[0] <= 0x39
            if isFirst, startsWithDigit, wantsNumber, !isOrdinal(word) {
                number = word
                continue
            }
            if skipsNext {
                skipsNext = false
                if word.count == 1 || startsWithDigit { continue }
            }
            let known = vocabulary.value(word)
            switch known {
            case unit:
                skipsNext = true
                continue
            case remark: break line
            default: break
            }
            if startsWithDigit, !isOrdinal(word) {
                if word.count >= 5, written > 0 {
                    postcode = word.stretch(0, 5)
                    continue
                }
                if number.isEmpty, wantsNumber, written > 0 {
                    number = word
                    continue
                }
                // the unit without a word before it (`#12`), or the second number of a range
                if written > 0 || !number.isEmpty { continue }
            }
            if written > 0 { writer.append(0x20) }
            if known >= 0 { spellings[known].withUnsafeBufferPointer { writer.append($0) } } else { writer.append(word) }
            written += 1
        }
        if written == 0, !number.isEmpty, folded.count > 0, folded.count == number.count {
            // nothing but a number: it may as well be the street's name
            writer.append(number)
            number = Letters(start: nil, count: 0)
        }
        let street = writer.span(from: start)
        return (street, copy(number.leadingDigits, &writer), copy(postcode, &writer))
    }

    private static func copy(_ letters: Letters, _ writer: inout ArenaWriter) -> Span {
        let start = writer.offset
        writer.append(letters)
        return writer.span(from: start)
    }

    /// `5th`, `21st`: a street's name, no house number.
    private static func isOrdinal(_ word: Letters) -> Bool {
        guard word.count > 2 else { return false }
        let (a, b) = (word[word.count - 2], word[word.count - 1])
        return (a == 0x74 && b == 0x68) || (a == 0x73 && b == 0x74) || (a == 0x6E && b == 0x64) || (a == 0x72 && b == 0x64)
    }

    private static let unit = 100_000
    private static let remark = 100_001

    /// The common spelling of each known word, and which word is which.
    private static let (vocabulary, spellings): (WordTable, [[UInt8]]) = {
        var words: [(word: [UInt8], value: Int)] = []
        var spellings: [[UInt8]] = []
        for line in StreetWords.typeLines + StreetWords.directionLines + StreetWords.otherLines {
            let group = line.split(separator: " ").map { TextFolding.fold(String($0)) }
            for word in group { words.append((word, spellings.count)) }
            // the shortest: a long common word would make different streets look alike
            spellings.append(group.min { $0.count < $1.count } ?? group[0])
        }
        for word in StreetWords.unitWords.split(separator: " ") { words.append((TextFolding.fold(String(word)), unit)) }
        for word in StreetWords.remarkWords.split(separator: " ") { words.append((TextFolding.fold(String(word)), remark)) }
        return (WordTable(words), spellings)
    }()
}

extension UnsafeBufferPointer where Element == UInt8 {
    /// `12a` and `012` as `12`; a number without digits stays whole.
    var leadingDigits: Letters {
        var start = 0
        while start < count, self[start] == 0x30 { start += 1 }
        var end = start
        while end < count, self[end] >= 0x30, self[end] <= 0x39 { end += 1 }
        return end > start ? stretch(start, end - start) : self
    }
}
