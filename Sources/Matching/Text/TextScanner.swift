/// Cuts a value into folded words: runs of letters and digits in lower case without accents.
///
/// Unlike `TextFolding` it keeps what tells products apart: `2.0` is the number 2 and not 20, `1,000` is 1000, `22-1/2` is three
/// words. Numeric character references (`&#252;`) are read as the letter they stand for.
struct TextScanner {
    /// What is done with a word; its buffer is valid during the call only. True when only a hyphen, stroke or point parts it
    /// from the word before (`KDL-32M4000`).
    typealias Found = (UnsafeBufferPointer<UInt8>, Bool) -> Void

    private var word: [UInt8] = []
    private var hasLetter = false
    private var continues = false

    mutating func scan(_ text: UnsafeBufferPointer<UInt8>, found: Found) {
        var offset = 0
        continues = false
        while offset < text.count {
            let byte = text[offset]
            switch byte {
            case 0x30...0x39, 0x61...0x7A: append(byte)
            case 0x41...0x5A: append(byte | 0x20)
            case 0x27, 0x60: break  // an apostrophe joins
            case 0x26:  // &
                if let (scalar, next) = Self.reference(text, offset) {
                    append(scalar: scalar, found)
                    offset = next
                    continue
                }
                flush(found)
            case 0x2E, 0x2C:  // . and , inside a number
                if !isInsideNumber(text, offset) { flush(found) } else if byte == 0x2E { word.append(byte) }
            case 0x80...:
                append(scalar: CodePoints.next(text, &offset), found)
                continue
            default:
                flush(found)
                if byte != 0x2D && byte != 0x2F && byte != 0x5F { continues = false }
            }
            offset += 1
        }
        flush(found)
    }

    private mutating func append(_ byte: UInt8) {
        word.append(byte)
        if byte > 0x39 { hasLetter = true }
    }

    private mutating func append(scalar: UInt32, _ found: Found) {
        if scalar < 0x80 {
            let byte = UInt8(scalar)
            switch byte {
            case 0x30...0x39, 0x61...0x7A: append(byte)
            case 0x41...0x5A: append(byte | 0x20)
            default: flush(found)
            }
            return
        }
        var plain = LatinLetters.plain(scalar)
        if plain != 0 {
            while plain != 0 {
                append(UInt8(truncatingIfNeeded: plain))
                plain >>= 8
            }
            return
        }
        switch scalar {
        case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: append(scalar: scalar - 0xFEE0, found)  // full-width ASCII
        case 0x0300...0x036F, 0x200B...0x200F, 0xFEFF, 0x00AD, 0x2019, 0x2018, 0x02BC, 0x00B4: break  // marks and apostrophes
        default:
            guard let value = Unicode.Scalar(scalar) else { return flush(found) }
            let properties = value.properties
            if properties.isAlphabetic || properties.generalCategory == .decimalNumber {
                hasLetter = true
                word.append(contentsOf: properties.lowercaseMapping.utf8)
            } else {
                flush(found)
            }
        }
    }

    /// A point before one to four digits, a comma before exactly three, and only digits so far.
    private func isInsideNumber(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
        if word.isEmpty || hasLetter { return false }
        if text[offset] == 0x2E, word.contains(0x2E) { return false }
        var digits = 0
        while offset + 1 + digits < text.count, digits < 5, text[offset + 1 + digits] &- 0x30 < 10 { digits += 1 }
        return text[offset] == 0x2C ? digits == 3 : digits > 0 && digits < 5
    }

    private mutating func flush(_ found: Found) {
        if word.isEmpty { return }
        if !hasLetter, word.contains(0x2E) {  // 2.50 is 2.5, 2.0 is 2
            while word.last == 0x30 { word.removeLast() }
            if word.last == 0x2E { word.removeLast() }
        }
        if !word.isEmpty { word.withUnsafeBufferPointer { found($0, continues) } }
        continues = true
        word.removeAll(keepingCapacity: true)
        hasLetter = false
    }

    /// `&#252;` at `offset`: the code point and what follows.
    private static func reference(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> (UInt32, Int)? {
        guard offset + 3 < text.count, text[offset + 1] == 0x23 else { return nil }
        var value: UInt32 = 0
        var place = offset + 2
        while place < text.count, place < offset + 9, text[place] &- 0x30 < 10 {
            value = value * 10 + UInt32(text[place] - 0x30)
            place += 1
        }
        guard place > offset + 2, place < text.count, text[place] == 0x3B else { return nil }
        return (value, place + 1)
    }
}
