/// An organisation's name as it is compared: the words that name it, and its legal form apart.
struct OrganisationName: Sendable, Hashable {
    var words: Words
    var form: LegalForms.Form
    /// Hash of the initials written together when there are at least two words, else 0.
    var initials: UInt64
    /// Nothing but one short or common word: agreement says less.
    var isPlain: Bool

    /// nil when the text holds no letter or digit, or stands for "unknown".
    init?(_ text: String) {
        let folded = TextFolding.fold(text)
        if Placeholders.isName(folded) { return nil }
        var parts = Self.parted(folded)
        form = LegalForms.take(from: &parts)
        var kept = parts.filter { !OrganisationWords.isFiller($0) }
        if kept.isEmpty { kept = parts }
        for index in kept.indices {
            if let long = OrganisationWords.spelledOut(kept[index]) { kept[index] = long[...] }
        }
        words = Words(parts: kept, weigh: OrganisationWords.weight)
        if words.isEmpty { return nil }
        isPlain = words.weight < 1_100
        initials = Self.initials(of: kept)
    }

    /// Splits words, and takes East Asian legal forms off the words they are written together with.
    private static func parted(_ folded: [UInt8]) -> [ArraySlice<UInt8>] {
        var parts: [ArraySlice<UInt8>] = []
        for word in Words.split(folded) {
            guard word.first.map({ $0 >= 0xE0 }) == true,
                let form = writtenTogether.first(where: {
                    word.count > $0.count && (word.starts(with: $0) || word.suffix($0.count).elementsEqual($0))
                })
            else {
                parts.append(word)
                continue
            }
            if word.starts(with: form) {
                parts.append(word.prefix(form.count))
                parts.append(word.dropFirst(form.count))
            } else {
                parts.append(word.dropLast(form.count))
                parts.append(word.suffix(form.count))
            }
        }
        return parts
    }

    private static let writtenTogether: [[UInt8]] = ["股份有限公司", "有限责任公司", "株式会社", "有限公司", "合同会社", "주식회사"].map { Array($0.utf8) }

    private static func initials(of words: [ArraySlice<UInt8>]) -> UInt64 {
        guard words.count >= 2, words.count <= 8 else { return 0 }
        var letters: [UInt8] = []
        for word in words {
            guard let first = word.first, first < 0x80 else { return 0 }
            letters.append(first)
        }
        return StableHash.of(letters)
    }
}
