/// An identifier in its scope: what stands before the last colon (`VAT:DE`), U+001F, and the value.
enum IdentifierLine {
    static let separator: UInt8 = 0x1F

    /// Letters and digits count, in lower case; a value that repeats its scope's country (`VAT:DE:DE123`) is the value without it.
    /// Missing when no letter or digit is in the value.
    static func write(_ text: Letters, to writer: inout ArenaWriter) -> Span {
        let colon = text.lastIndex(of: 0x3A)
        let start = writer.offset
        if let colon { compact(text.stretch(0, colon), keepsColons: true, &writer) }
        let scope = writer.letters(writer.span(from: start))
        let country = scope.stretch((scope.lastIndex(of: 0x3A) ?? -1) + 1, scope.count)
        writer.append(separator)
        let valueStart = writer.offset
        compact(colon.map { text.stretch($0 + 1, text.count) } ?? text, keepsColons: false, &writer)
        let value = writer.letters(writer.span(from: valueStart))
        if value.isEmpty { return .missing }
        if country.count == 2, value.count > 4, value.stretch(0, 2).equals(country) {
            let shorter = Array(value.dropFirst(2))
            writer.offset = valueStart
            shorter.withUnsafeBufferPointer { writer.append($0) }
        }
        return writer.span(from: start)
    }

    /// The value as it stands: two ids that differ in case are two ids.
    static func writeVerbatim(_ text: Letters, to writer: inout ArenaWriter) -> Span {
        let start = writer.offset
        writer.append(separator)
        writer.append(text)
        return writer.span(from: start)
    }

    /// Of two values that are not the same: whether they are of one scope.
    @inline(__always)
    static func haveOneScope(_ a: Letters, _ b: Letters) -> Bool {
        var place = 0
        while place < a.count, place < b.count, a[place] == b[place] {
            if a[place] == separator { return true }
            place += 1
        }
        return false
    }

    private static func compact(_ text: Letters, keepsColons: Bool, _ writer: inout ArenaWriter) {
        for byte in text {
            switch byte {
            case 0x30...0x39, 0x61...0x7A, 0x80...: writer.append(byte)
            case 0x41...0x5A: writer.append(byte + 0x20)
            case 0x3A where keepsColons: writer.append(byte)
            default: continue
            }
        }
    }
}
