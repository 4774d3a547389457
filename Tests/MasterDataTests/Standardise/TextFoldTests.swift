import Foundation
import Testing

@testable import MasterData

@Suite struct TextFoldTests {
    @Test(arguments: [
        ("a", "a"), ("  a  b ", "a b"), ("a\tb\r\nc", "a b c"), ("\u{A0}a\u{3000}b\u{2003}", "a b"), ("a\u{0}b\u{7F}c\u{85}d", "abc d"), ("a\u{200B}b\u{FEFF}\u{AD}c", "abc"),
        ("\u{202E}abc", "abc"), ("e\u{301}", "é"), ("\u{212B}", "Å"), ("\u{1100}\u{1161}", "가"), ("Müller & Söhne", "Müller & Söhne"), ("Müller  GmbH", "Müller GmbH"),
        ("東京\u{3000}株式会社", "東京 株式会社"), ("می\u{200C}خواهم", "می\u{200C}خواهم"), ("  é", "é"), ("a \u{200B} b", "a b"),
    ])
    func folds(raw: String, text: String) {
        #expect(TextFold.fold(raw).map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
    }

    @Test(arguments: ["", " ", "\t\n", "\u{A0}\u{3000}", "\u{0}\u{1}", "\u{200B}\u{FEFF}", " \u{200B} "])
    func nothingIsLeft(raw: String) {
        #expect(TextFold.fold(raw) == nil)
    }

    /// Folded text is in NFC, has no double or outer spaces, and folds to itself.
    @Test func holdsForRandomText() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SplitMix(seed: seed)
        for _ in 0..<20_000 {
            let raw = String.random(using: &random)
            guard let text = TextFold.fold(raw) else { continue }
            #expect(Array(text.precomposedStringWithCanonicalMapping.unicodeScalars) == Array(text.unicodeScalars), "seed \(seed)")
            #expect(!text.contains("  ") && !text.hasPrefix(" ") && !text.hasSuffix(" "), "seed \(seed)")
            #expect(TextFold.fold(text).map { Array($0.utf8) } == Array(text.utf8), "seed \(seed)")
        }
    }

    /// The shortcut around normalisation must agree with Foundation for each single character and for each before a combining accent.
    @Test func theShortcutAgreesWithFoundation() {
        for value in Array(UInt32(0xA1)...0x33FF) + Array(0xA000...0xABFF) + Array(0xF900...0x10FFF) + Array(0x1F300...0x1F64F) {
            // White space and invisible characters alone fold to nothing; they are not NFC's business.
            guard let scalar = Unicode.Scalar(value), TextFold.fold(String(scalar)) != nil else { continue }
            for text in [String(scalar), "a" + String(scalar) + "\u{301}"] {
                if TextFold.fold(text).map({ Array($0.utf8) }) != Array(text.precomposedStringWithCanonicalMapping.utf8) {
                    Issue.record("U+\(String(value, radix: 16))")
                    return
                }
            }
        }
    }
}
