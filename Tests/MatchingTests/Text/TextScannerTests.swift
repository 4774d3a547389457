import Testing

@testable import Matching

@Suite struct TextScannerTests {
    private func words(_ text: String) -> [String] {
        var scanner = TextScanner()
        var words: [String] = []
        var text = text
        text.withUTF8 { scanner.scan($0) { word, _ in words.append(String(decoding: word, as: UTF8.self)) } }
        return words
    }

    @Test func numbersKeepTheirPoint() {
        #expect(words("2.0 cu.ft. 22.50 1,299 5.1") == ["2", "cu", "ft", "22.5", "1299", "5.1"])
    }

    @Test func lettersAreFolded() {
        #expect(words("Müller's Café g&#252;ting") == ["mullers", "cafe", "guting"])
    }

    @Test func codesArePartedAtHyphens() {
        #expect(words("KDL-32M4000/B") == ["kdl", "32m4000", "b"])
    }

    @Test func classesOfTokens() {
        #expect(TokenClass("camera".utf8.map { $0 }[...]) == .word)
        #expect(TokenClass("60gb".utf8.map { $0 }[...]) == .number)
        #expect(TokenClass("32m4000".utf8.map { $0 }[...]) == .code)
        #expect(TokenClass("711719707608".utf8.map { $0 }[...]) == .code)
    }
}
