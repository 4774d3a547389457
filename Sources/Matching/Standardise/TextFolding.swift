/// Text as comparisons see it: lower case, no accents, words of letters and digits parted by one space.
///
/// Latin letters lose their accents, full-width forms become ASCII, `&` becomes ` and `, apostrophes and full stops vanish
/// (`O'Neil` is `oneil`, `S.A.` is `sa`), everything else that is no letter or digit parts words. Other scripts are kept
/// in lower case. In words of four letters and more `ae`, `oe` and `ue` become `a`, `o` and `u`: then `Müller`, `Mueller`
/// and `Muller` are one spelling. The result is UTF-8.
enum TextFolding {
    static func fold(_ text: String) -> [UInt8] {
        var text = text
        return text.withUTF8 { fold($0) }
    }

    static func fold(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var folded = Folded(capacity: text.count + 8)
        let classes = AsciiClass.table
        var offset = 0
        while offset < text.count {
            let byte = text[offset]
            if byte < 0x80 {
                folded.append(classes[Int(byte)])
                offset += 1
            } else {
                folded.append(scalar: CodePoints.next(text, &offset))
            }
        }
        return folded.finish()
    }
}

/// What an ASCII byte does: a value above these is the letter or digit it folds to.
private enum AsciiClass {
    static let separator: UInt8 = 0
    static let dropped: UInt8 = 1
    static let ampersand: UInt8 = 2

    static let table: [UInt8] = (0..<128).map { code in
        let byte = UInt8(code)
        switch byte {
        case 0x30...0x39, 0x61...0x7A: return byte
        case 0x41...0x5A: return byte + 0x20
        case 0x26: return ampersand
        case 0x27, 0x2E, 0x60: return dropped
        default: return separator
        }
    }
}

/// Folded words being written.
private struct Folded {
    private var bytes: [UInt8] = []
    /// Where the word being written starts.
    private var word = 0

    init(capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    mutating func append(_ asciiClass: UInt8) {
        switch asciiClass {
        case AsciiClass.separator: endWord()
        case AsciiClass.dropped: break
        case AsciiClass.ampersand:
            endWord()
            bytes.append(contentsOf: "and".utf8)
            endWord()
        default: bytes.append(asciiClass)
        }
    }

    mutating func append(scalar: UInt32) {
        var plain = LatinLetters.plain(scalar)
        if plain != 0 {
            while plain != 0 {
                bytes.append(UInt8(truncatingIfNeeded: plain))
                plain >>= 8
            }
            return
        }
        switch scalar {
        case 0xFF01...0xFF5E: append(AsciiClass.table[Int(scalar - 0xFEE0)])  // full-width ASCII
        case 0x0300...0x036F, 0x200B...0x200F, 0xFEFF, 0x00AD, 0x2019, 0x2018, 0x02BC, 0x00B4: break  // marks and apostrophes
        default:
            guard let value = Unicode.Scalar(scalar) else { return endWord() }
            let properties = value.properties
            let category = properties.generalCategory
            if properties.isAlphabetic || category == .decimalNumber || category == .nonspacingMark || category == .spacingMark {
                bytes.append(contentsOf: properties.lowercaseMapping.utf8)
            } else {
                endWord()
            }
        }
    }

    mutating func finish() -> [UInt8] {
        endWord()
        if bytes.last == 0x20 { bytes.removeLast() }
        return bytes
    }

    private mutating func endWord() {
        collapseUmlauts()
        if bytes.count > word { bytes.append(0x20) }
        word = bytes.count
    }

    /// `ae`, `oe`, `ue` to their first letter, in the word that ends here.
    private mutating func collapseUmlauts() {
        if bytes.count - word < 4 { return }
        var write = word
        for read in word..<bytes.count {
            let byte = bytes[read]
            let before = write > word ? bytes[write - 1] : 0
            if byte == 0x65, before == 0x61 || before == 0x6F || before == 0x75 { continue }
            bytes[write] = byte
            write += 1
        }
        bytes.removeLast(bytes.count - write)
    }
}
