/// What the values of a column look like, from a sample spread over the file.
struct ValueShape {
    /// Values that are not missing.
    var filled = 0
    var distinct = 0
    var emails = 0.0
    /// One word with a full stop in it.
    var hosts = 0.0
    var dates = 0.0
    var years = 0.0
    var numbers = 0.0
    /// Of all characters, how many are digits.
    var digitsShare = 0.0
    /// Mean number of words.
    var words = 0.0
    /// Two or three words of which one is a known given name.
    var personNames = 0.0

    var distinctShare: Double { filled == 0 ? 0 : Double(distinct) / Double(filled) }

    static let sampleSize = 4_000

    init(_ cells: RecordCells, column: Int) {
        let step = max(1, cells.count / Self.sampleSize)
        var seen: Set<UInt64> = []
        var digits = 0
        var letters = 0
        for record in stride(from: 0, to: cells.count, by: step) {
            let value = cells.cell(record, column)
            let text = value.trimmed
            if text.isEmpty { continue }
            filled += 1
            seen.insert(text.stableHash(seed: 0))
            let ownDigits = text.count { $0 >= 0x30 && $0 <= 0x39 }
            digits += ownDigits
            letters += text.count
            if text.contains(0x40), text.contains(0x2E) { emails += 1 }
            if !text.contains(0x20), text.contains(0x2E), text.contains(where: { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }) { hosts += 1 }
            if DateDigits.looksLikeDate(text) { dates += 1 }
            if text.count == 4, ownDigits == 4, text[0] == 0x31 || text[0] == 0x32 { years += 1 }
            if text.allSatisfy({ ($0 >= 0x30 && $0 <= 0x39) || "+-.,$ ".utf8.contains($0) || $0 >= 0x80 }), ownDigits > 0 { numbers += 1 }
            let parts = text.split(separator: 0x20)
            words += Double(parts.count)
            if (2...4).contains(parts.count), parts.contains(where: { Nicknames.isKnown(TextFolding.fold(String(decoding: $0, as: UTF8.self))) }) {
                personNames += 1
            }
        }
        distinct = seen.count
        let total = Double(max(1, filled))
        emails /= total
        hosts /= total
        dates /= total
        years /= total
        numbers /= total
        words /= total
        personNames /= total
        digitsShare = Double(digits) / Double(max(1, letters))
    }

    /// The kind of a column whose name says nothing.
    var kind: FieldKind {
        if emails > 0.5 { return .email }
        if dates > 0.7 { return .date }
        if years > 0.9 { return .year }
        if distinctShare < 0.02 || distinct <= 12 { return .category }
        if numbers > 0.8 { return digitsShare > 0.9 && distinctShare > 0.5 ? .identifier : .number }
        if words > 3 { return .text }
        if digitsShare > 0.3, distinctShare > 0.5 { return .identifier }
        return distinctShare < 0.3 ? .category : .text
    }
}

extension UnsafeBufferPointer where Element == UInt8 {
    /// Without spaces and control characters at both ends.
    var trimmed: Letters {
        var start = 0
        var end = count
        while start < end, self[start] <= 0x20 { start += 1 }
        while end > start, self[end - 1] <= 0x20 { end -= 1 }
        return stretch(start, end - start)
    }
}
