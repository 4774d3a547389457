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
        var out: [UInt8] = []
        out.reserveCapacity(text.count + 8)
        var word = 0  // where the word being written starts
        var offset = 0
        func endWord() {
            collapseUmlauts(&out, from: word)
            if out.count > word { out.append(space) }
            word = out.count
        }
        while offset < text.count {
            let byte = text[offset]
            if byte < 0x80 {
                offset += 1
                switch asciiClass[Int(byte)] {
                case separator: endWord()
                case dropped: break
                case ampersand:
                    endWord()
                    out.append(contentsOf: "and".utf8)
                    endWord()
                case let letter: out.append(letter)
                }
                continue
            }
            let scalar = CodePoints.next(text, &offset)
            append(scalar, to: &out, endWord)
        }
        endWord()
        if out.last == space { out.removeLast() }
        return out
    }

    private static func append(_ scalar: UInt32, to out: inout [UInt8], _ endWord: () -> Void) {
        var plain = LatinLetters.plain(scalar)
        if plain != 0 {
            while plain != 0 {
                out.append(UInt8(truncatingIfNeeded: plain))
                plain >>= 8
            }
            return
        }
        switch scalar {
        case 0xFF01...0xFF5E:  // full-width ASCII
            let byte = asciiClass[Int(scalar - 0xFEE0)]
            if byte > ampersand { out.append(byte) } else if byte != dropped { endWord() }
        case 0x0300...0x036F, 0x200B...0x200F, 0xFEFF, 0x00AD, 0x2019, 0x2018, 0x02BC, 0x00B4: break  // marks and apostrophes
        default:
            guard let value = Unicode.Scalar(scalar) else { return endWord() }
            let properties = value.properties
            if properties.isAlphabetic || properties.numericType != nil || properties.generalCategory == .nonspacingMark || properties.generalCategory == .spacingMark {
                out.append(contentsOf: properties.lowercaseMapping.utf8)
            } else {
                endWord()
            }
        }
    }

    private static func collapseUmlauts(_ out: inout [UInt8], from start: Int) {
        guard out.count - start >= 4 else { return }
        var write = start
        for read in start..<out.count {
            let byte = out[read]
            if byte == 0x65, read > start, isUmlautBase(out[read - 1]), write > start, out[write - 1] == out[read - 1] { continue }
            out[write] = byte
            write += 1
        }
        out.removeLast(out.count - write)
    }

    private static func isUmlautBase(_ byte: UInt8) -> Bool { byte == 0x61 || byte == 0x6F || byte == 0x75 }

    private static let space: UInt8 = 0x20
    private static let separator: UInt8 = 0
    private static let dropped: UInt8 = 1
    private static let ampersand: UInt8 = 2

    /// For each ASCII byte the letter or digit it folds to, or what it does to the word.
    private static let asciiClass: [UInt8] = (0..<128).map { code in
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
