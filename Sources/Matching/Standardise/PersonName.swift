/// A person's name as it is compared: given names and family name, titles left out.
struct PersonName: Sendable, Hashable {
    var given: Words
    var family: Words

    /// A full name: `Given Family` or `Family, Given`. nil when nothing is left of it.
    init?(_ text: String) {
        if let comma = text.firstIndex(of: ",") {
            self.init(given: String(text[text.index(after: comma)...]), family: String(text[..<comma]))
            return
        }
        let folded = TextFolding.fold(text)
        if Placeholders.isName(folded) { return nil }
        let parts = Words.split(folded).filter { !Self.isTitle($0) }
        guard let last = parts.indices.last else { return nil }
        var start = last  // the family name takes its particles with it
        while start > 1, Self.isParticle(parts[start - 1]) { start -= 1 }
        self.init(givenParts: Array(parts[..<start]), familyParts: Array(parts[start...]))
    }

    /// A name that comes in parts; either may be empty.
    init?(given: String, family: String) {
        self.init(
            givenParts: Words.split(TextFolding.fold(given)).filter { !Self.isTitle($0) },
            familyParts: Words.split(TextFolding.fold(family)).filter { !Self.isTitle($0) })
    }

    private init?(givenParts: [ArraySlice<UInt8>], familyParts: [ArraySlice<UInt8>]) {
        given = Words(parts: givenParts)
        family = Words(parts: familyParts)
        if given.isEmpty && family.isEmpty { return nil }
    }

    private static func isTitle(_ word: ArraySlice<UInt8>) -> Bool { titles.contains(word.withUnsafeBufferPointer { StableHash.of($0) }) }
    private static func isParticle(_ word: ArraySlice<UInt8>) -> Bool { particles.contains(word.withUnsafeBufferPointer { StableHash.of($0) }) }

    private static let titles = Set(
        "mr mrs ms miss dr prof professor herr frau hr fr sir madam mme mlle sr sra ing dipl mag phd md jr ii iii iv esq".split(separator: " ").map {
            StableHash.of(TextFolding.fold(String($0)))
        })
    private static let particles = Set(
        "van von der den de del della di da dos du la le el al bin ibn ter ten zu zum zur mac mc st san".split(separator: " ").map {
            StableHash.of(TextFolding.fold(String($0)))
        })
}
