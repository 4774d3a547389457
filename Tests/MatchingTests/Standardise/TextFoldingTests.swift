import Testing

@testable import Matching

@Suite struct TextFoldingTests {
    @Test(arguments: [
        ("  Hello,  WORLD! ", "hello world"), ("O'Neil & Sons", "oneil and sons"), ("S.A.", "sa"), ("Müller", "muller"), ("Mueller", "muller"),
        ("MÜLLER", "muller"),
        ("Straße", "strasse"), ("Ærø", "aro"), ("Łódź", "lodz"), ("ＡＢＣ１２", "abc12"), ("e\u{301}cole", "ecole"), ("", ""), ("–…", ""), ("Joe", "joe"),
        ("Москва", "москва"), ("東京", "東京"), ("ΑΘΗΝΑ", "αθηνα"), ("a\u{00A0}b", "a b"), ("x-1/2", "x 1 2"),
    ])
    func folds(text: String, expected: String) {
        #expect(String(decoding: TextFolding.fold(text), as: UTF8.self) == expected)
    }

    @Test func foldingTwiceChangesNothing() {
        let seed = SeededRandom.fresh()
        var random = SeededRandom(seed: seed)
        let signs = Array("aäéßo eu-'.&Жя中９ȳ\u{301}ﬁ½٣")
        for _ in 0..<1_000 {
            let text = String((0..<random.below(14)).map { _ in signs[random.below(signs.count)] })
            let once = String(decoding: TextFolding.fold(text), as: UTF8.self)
            let twice = String(decoding: TextFolding.fold(once), as: UTF8.self)
            #expect(once == twice, "`\(text)`, seed \(seed)")
        }
    }
}
