extension ArenaWriter {
    /// Writes a text as comparisons see it (`TextFolding`); plain ASCII, which most values are, without a detour.
    mutating func fold(_ text: Letters) -> Span {
        let start = offset
        var pendingSpace = false
        var hasUmlaut = false
        for byte in text {
            let folded = ASCIIFolding.table[Int(byte)]
            if folded > 3 {
                if pendingSpace, offset > start { append(0x20) }
                pendingSpace = false
                if folded == 0x65, offset > start, isUmlautStem(base[offset - 1]) { hasUmlaut = true }
                append(folded)
            } else if folded == ASCIIFolding.separator {
                pendingSpace = true
            } else if folded != ASCIIFolding.dropped {
                offset = start
                return foldSlowly(text)
            }
        }
        if hasUmlaut { collapseUmlauts(from: start) }
        return span(from: start)
    }

    /// As `TextFolding`: `ae`, `oe`, `ue` to their first letter in words of four letters and more.
    private mutating func collapseUmlauts(from start: Int) {
        var write = start
        var read = start
        while read < offset {
            var end = read
            while end < offset, base[end] != 0x20 { end += 1 }
            let isLong = end - read >= 4
            let word = write
            while read < end {
                if !(isLong && base[read] == 0x65 && write > word && isUmlautStem(base[write - 1])) {
                    base[write] = base[read]
                    write += 1
                }
                read += 1
            }
            if read < offset {
                // write is at most read: what was written only shrinks
                base[write] = 0x20
                write += 1
                read += 1
            }
        }
        offset = write
    }

    private func isUmlautStem(_ byte: UInt8) -> Bool { byte == 0x61 || byte == 0x6F || byte == 0x75 }

    /// Scripts of two bytes a letter (Greek, Cyrillic, Hebrew, Arabic) take one, so that one letter is one step of an edit distance.
    private mutating func foldSlowly(_ text: Letters) -> Span {
        let start = offset
        let folded = TextFolding.fold(String(decoding: text, as: UTF8.self))
        var index = 0
        while index < folded.count {
            let lead = folded[index]
            if lead >= 0xC0, lead < 0xE0, index + 1 < folded.count {
                append(0x80 | (lead << 6 & 0x40) | (folded[index + 1] & 0x3F))
                index += 2
            } else {
                append(lead)
                index += 1
            }
        }
        return span(from: start)
    }
}

/// What each byte becomes: a letter or digit, or one of three ways to treat it.
enum ASCIIFolding {
    static let separator: UInt8 = 0
    static let dropped: UInt8 = 1
    /// Not to be told from one byte.
    static let slow: UInt8 = 2

    static let table: [UInt8] = (0..<256).map { code in
        let byte = UInt8(code)
        switch byte {
        case 0x30...0x39, 0x61...0x7A: return byte
        case 0x41...0x5A: return byte + 0x20
        case 0x27, 0x2E, 0x60: return dropped
        case 0x26: return slow
        case 0x80...: return slow
        default: return separator
        }
    }
}

/// The words of a folded value.
struct FoldedWords: Sequence, IteratorProtocol {
    private let letters: Letters
    private var position = 0

    init(_ letters: Letters) { self.letters = letters }

    mutating func next() -> Letters? {
        while position < letters.count, letters[position] == 0x20 { position += 1 }
        if position >= letters.count { return nil }
        let start = position
        while position < letters.count, letters[position] != 0x20 { position += 1 }
        return letters.stretch(start, position - start)
    }
}
