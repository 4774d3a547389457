/// A person's whole name taken apart: `Last, First` at the comma, else the last word is the family name.
enum PersonLine {
    static func write(_ text: Letters, to writer: inout ArenaWriter) -> (given: Span, family: Span) {
        if let comma = text.firstIndex(of: 0x2C) {
            let family = names(text.stretch(0, comma), &writer)
            return (names(text.stretch(comma + 1, text.count), &writer), family)
        }
        let whole = names(text, &writer)
        let letters = writer.letters(whole)
        guard let space = letters.lastIndex(of: 0x20) else { return (.missing, whole) }
        var familyStart = space + 1
        // `van der Berg`, `de la Cruz`: particles belong to the family name
        while let before = letters.stretch(0, familyStart - 1).lastIndex(of: 0x20),
            particles.value(letters.stretch(before + 1, familyStart - 2 - before)) >= 0
        {
            familyStart = before + 1
        }
        return (
            Span(offset: whole.offset, count: UInt32(familyStart - 1)),
            Span(offset: whole.offset + UInt32(familyStart), count: whole.count - UInt32(familyStart))
        )
    }

    /// Folded, without forms of address and generations.
    private static func names(_ text: Letters, _ writer: inout ArenaWriter) -> Span {
        let folded = writer.letters(writer.fold(text))
        let start = writer.offset
        var words = FoldedWords(folded)
        while let word = words.next() {
            if titles.value(word) >= 0 { continue }
            if writer.offset > start { writer.append(0x20) }
            writer.append(word)
        }
        return writer.span(from: start)
    }

    private static func table(_ words: String) -> WordTable {
        WordTable(words.split(separator: " ").map { (TextFolding.fold(String($0)), 0) })
    }

    private static let titles = table(
        "mr mrs ms miss dr prof professor sir lord lady rev hon herr frau monsieur madame dipl ing phd md esq jr sr ii iii iv junior senior")
    private static let particles = table("van von de der den del della la le di da dos du zu zur ter st san al el bin ibn mac mc o")
}
