/// An organisation's name as words in their common spelling, its legal form apart.
enum OrganisationLine {
    /// - Parameter folded: the name as `ArenaWriter.fold` wrote it; its words are parted by single spaces.
    static func write(_ folded: Letters, to writer: inout ArenaWriter) -> (name: Span, legalForm: Span) {
        let (core, form) = withoutLegalForm(folded)
        let start = writer.offset
        var written = 0
        var words = FoldedWords(core)
        while let word = words.next() {
            let known = vocabulary.value(word)
            if known == filler { continue }
            if written > 0 { writer.append(0x20) }
            if known >= 0 { spellings[known].withUnsafeBufferPointer { writer.append($0) } } else { writer.append(word) }
            written += 1
        }
        if written == 0 { writer.append(core) }
        let name = writer.span(from: start)
        if form <= LegalForms.Form.vague.group { return (name, .missing) }
        let formStart = writer.offset
        writer.append(UInt8(truncatingIfNeeded: form))
        return (name, writer.span(from: formStart))
    }

    /// Takes legal forms off both ends; a name that consists of nothing else is left alone.
    private static func withoutLegalForm(_ folded: Letters) -> (Letters, group: UInt16) {
        var rest = folded
        var form: UInt16 = 0
        trailing: while !rest.isEmpty {
            // words from the end, the longest form first: look up the suffix that starts at each of the last words' starts
            var starts = (0, 0, 0, 0, 0, 0, 0)
            var found = 0
            var index = rest.count
            while index > 0, found < 7 {
                index -= 1
                if rest[index] == 0x20 {
                    withUnsafeMutableBytes(of: &starts) { $0.assumingMemoryBound(to: Int.self)[found] = index }
                    found += 1
                }
            }
            guard found > 0, lastWords.value(rest.stretch(starts.0 + 1, rest.count)) >= 0 else { break }
            for candidate in stride(from: found - 1, through: 0, by: -1) {
                let space = withUnsafeBytes(of: starts) { $0.assumingMemoryBound(to: Int.self)[candidate] }
                let group = forms.value(rest.stretch(space + 1, rest.count))
                if group > 0 {
                    if form <= LegalForms.Form.vague.group { form = UInt16(group) }
                    rest = rest.stretch(0, space)
                    continue trailing
                }
            }
            break
        }
        while let space = rest.firstIndex(of: 0x20) {
            let group = leading.value(rest.stretch(0, space))
            guard group > 0 else { break }
            if form <= LegalForms.Form.vague.group { form = UInt16(group) }
            rest = rest.stretch(space + 1, rest.count)
        }
        return (rest, form)
    }

    private static let filler = 100_000

    private static let (vocabulary, spellings): (WordTable, [[UInt8]]) = {
        var words: [(word: [UInt8], value: Int)] = []
        var spellings: [[UInt8]] = []
        for word in OrganisationWords.fillerWords.split(separator: " ") { words.append((TextFolding.fold(String(word)), filler)) }
        for line in OrganisationWords.abbreviationLines {
            let group = line.split(separator: " ").map { TextFolding.fold(String($0)) }
            for word in group.dropFirst() { words.append((word, spellings.count)) }
            spellings.append(group[0])
        }
        return (WordTable(words), spellings)
    }()

    private static let spelledForms: [(word: [UInt8], value: Int)] = LegalForms.groups.enumerated().flatMap { index, spellings in
        spellings.map { (TextFolding.fold($0), index + 1) }
    }
    private static let forms = WordTable(spelledForms)
    private static let lastWords = WordTable(
        spelledForms.map { (Array($0.word.split(separator: 0x20).last ?? []), $0.value) })
    private static let leading = WordTable(
        LegalForms.groups.enumerated().flatMap { index, spellings in
            spellings.filter(LegalForms.leadingForms.contains).map { (TextFolding.fold($0), index + 1) }
        })
}
