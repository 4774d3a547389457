import Testing

@testable import Matching

@Suite struct TitleLevelTests {
    @Test(arguments: [
        ("Cordless Drill YA-330 12 V", "cordless drill YA 330 12V", "identical"),
        ("Steel Shelf LU500 large", "Steel Shelf LU501 large", "other number"),
        ("Deep Groove Bearing", "Deep Groove Beering", "close"),
        ("Network Switch", "Network Switch with long documentation enclosed", "contained"),
        ("Network Switch", "Coffee Grinder", "different"),
    ])
    func levels(left: String, right: String, expected: String) {
        func words(_ text: String) -> Words { Words(folded: TextFolding.fold(text)) }
        let names = ComparisonKind.title.levels
        #expect(names[Int(TitleLevel.of(words(left), words(right)))] == expected)
        #expect(names[Int(TitleLevel.of(words(right), words(left)))] == expected)
        #expect(TitleLevel.of(words(left), words(left)) == TitleLevel.identical)
    }
}
