import Testing

@testable import MasterData

@Suite struct LanguageTagTests {
    @Test(arguments: [
        ("en", "en"), ("EN", "en"), ("en_US", "en-US"), ("en-us", "en-US"), ("eng", "en"), ("ger", "de"), ("deu", "de"), ("German", "de"), ("zh-hant-tw", "zh-Hant-TW"),
        ("pt-BR", "pt-BR"), ("es-419", "es-419"), ("nds", "nds"), ("fre_CA", "fr-CA"),
    ])
    func tags(text: String, tag: String) throws {
        #expect(try LanguageTag.standardise(text, platform: .other) == tag)
        #expect(try LanguageTag.standardise(tag, platform: .sap) == tag)
    }

    @Test(arguments: ["", "E", "xx", "Klingonese", "en-QQ", "e n", "en-toolongsubtag", "en--US1é"])
    func refuses(text: String) {
        #expect { try LanguageTag.standardise(text, platform: .other) } throws: { ($0 as? ValueRefusal)?.code == "language" }
    }

    @Test func sapHasLettersOfItsOwn() throws {
        #expect(try LanguageTag.standardise("E", platform: .sap) == "en")
        #expect(try LanguageTag.standardise("D", platform: .sap) == "de")
    }
}
