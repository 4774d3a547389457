/// Languages as BCP 47 tags.
package enum LanguageTag {
    /// The tag in its usual spelling (`en`, `en-US`, `zh-Hant-TW`): two letters where ISO 639 has them, script in title case, region in upper
    /// case. Takes `en_US`, three-letter codes, English names and, from SAP, its one-letter codes.
    package static func standardise(_ text: String, platform: PlatformKind) throws(ValueRefusal) -> String {
        let refusal = ValueRefusal("language", "not a language; send a BCP 47 tag such as en or en-US")
        if platform == .sap, text.utf8.count == 1, let language = sapLetters[text.uppercased()] { return language }
        let subtags = text.lowercased().split { $0 == "-" || $0 == "_" }
        guard let first = subtags.first, subtags.count <= 8 else { throw refusal }
        guard let language = languages[String(first)] else {
            guard let named = byName[NameFold.fold(text)] else { throw refusal }
            return named
        }
        var tag = language
        for (index, subtag) in subtags.enumerated().dropFirst() {
            guard (1...8).contains(subtag.utf8.count), subtag.utf8.allSatisfy({ $0 &- 0x30 < 10 || $0 &- 0x61 < 26 }) else { throw refusal }
            let letters = subtag.utf8.allSatisfy { $0 &- 0x61 < 26 }
            if subtag.utf8.count == 4, letters, index == 1 {
                tag += "-" + subtag.prefix(1).uppercased() + subtag.dropFirst()
            } else if subtag.utf8.count == 2, letters, index <= 2 {
                guard Country.isCode(subtag.uppercased()) else { throw refusal }
                tag += "-" + subtag.uppercased()
            } else {
                tag += "-" + subtag
            }
        }
        return tag
    }

    /// Two- and three-letter codes to the tag's language.
    private static let languages: [String: String] = {
        var languages: [String: String] = [:]
        TableLines.read(LanguageTable.lines, fields: 4) { row in
            for code in row[..<3] where code != "-" { languages[String(code)] = String(row[0]) }
        }
        for code in LanguageTable.threeLetterOnly.split(whereSeparator: \.isWhitespace) { languages[String(code)] = String(code) }
        return languages
    }()

    private static let byName: [String: String] = {
        var languages: [String: String] = [:]
        TableLines.read(LanguageTable.lines, fields: 4) { languages[NameFold.fold(String($0[3]))] = String($0[0]) }
        return languages
    }()

    /// SAP's language keys (domain SPRAS) as far as they are one letter.
    private static let sapLetters = [
        "A": "ar", "B": "he", "C": "cs", "D": "de", "E": "en", "F": "fr", "G": "el", "H": "hu", "I": "it", "J": "ja", "K": "da", "L": "pl", "M": "zh-Hant",
        "N": "nl", "O": "no", "P": "pt", "Q": "sk", "R": "ru", "S": "es", "T": "tr", "U": "fi", "V": "sv", "W": "bg", "X": "lt", "Y": "lv", "1": "zh",
        "2": "th", "3": "ko", "4": "ro", "5": "sl", "6": "hr", "7": "ms", "8": "uk", "9": "et",
    ]
}
