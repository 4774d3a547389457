/// The words from which the names of one language's people, companies, streets and towns are made; the frequent first.
final class WordFamily: Sendable {
    /// BCP 47.
    let language: String
    let givenNames: SkewedList<String>
    let surnames: SkewedList<String>
    /// What a company does, as it stands in its name.
    let activities: SkewedList<String>
    /// Words with no meaning of their own here that start a company's name.
    let brands: SkewedList<String>
    /// Sites and units that a company puts behind its name.
    let branchWord: String
    let groupWords: [String]
    let streets: SkewedList<String>
    let townStarts: SkewedList<String>
    let townEnds: SkewedList<String>
    /// The word for "and" in a company's name.
    let and: String

    init(
        language: String, givenNames: String, surnames: String, activities: String, brands: String, branchWord: String, groupWords: [String],
        streets: String, townStarts: String, townEnds: String, and: String
    ) {
        self.language = language
        self.givenNames = SkewedList(words: givenNames, flatness: 12)
        self.surnames = SkewedList(words: surnames, flatness: 12)
        self.activities = SkewedList(words: activities, flatness: 8)
        self.brands = SkewedList(words: brands, flatness: 10)
        self.branchWord = branchWord
        self.groupWords = groupWords
        self.streets = SkewedList(words: streets, flatness: 6)
        self.townStarts = SkewedList(words: townStarts, flatness: 10)
        self.townEnds = SkewedList(words: townEnds, flatness: 4)
        self.and = and
    }
}
