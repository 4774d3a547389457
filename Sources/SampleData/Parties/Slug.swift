/// Names as they stand in domains and e-mail addresses: lower-case letters a to z, digits, perhaps hyphens.
enum Slug {
    static func make(_ text: String, hyphens: Bool = false) -> String {
        var slug: [UInt8] = []
        slug.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                let byte = UInt8(scalar.value)
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): slug.append(byte)
                case UInt8(ascii: "A")...UInt8(ascii: "Z"): slug.append(byte | 0x20)
                default: if hyphens, let last = slug.last, last != UInt8(ascii: "-") { slug.append(UInt8(ascii: "-")) }
                }
            } else if let plain = Transliteration.plain[scalar] {
                slug.append(contentsOf: plain.lowercased().utf8)
            }
        }
        if slug.last == UInt8(ascii: "-") { slug.removeLast() }
        return String(decoding: slug, as: UTF8.self)
    }
}

/// Letters with marks as people without them on the keyboard write them.
enum Transliteration {
    static let plain: [Unicode.Scalar: String] = [
        "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "å": "a", "Å": "A", "æ": "ae", "ø": "o", "Ø": "O", "é": "e",
        "è": "e", "ê": "e",
        "ë": "e", "É": "E", "È": "E", "Ê": "E", "à": "a", "â": "a", "á": "a", "ã": "a", "Á": "A", "À": "A", "Â": "A", "ç": "c", "Ç": "C", "î": "i",
        "ï": "i", "í": "i",
        "Í": "I", "Î": "I", "ô": "o", "ó": "o", "õ": "o", "Ó": "O", "Ô": "O", "ù": "u", "û": "u", "ú": "u", "Ú": "U", "ñ": "n", "Ñ": "N", "ł": "l",
        "Ł": "L", "ś": "s",
        "Ś": "S", "ż": "z", "ź": "z", "Ż": "Z", "Ź": "Z", "ć": "c", "Ć": "C", "ń": "n", "ą": "a", "ę": "e",
    ]

    static func spell(_ text: String) -> String {
        guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
        var spelled = ""
        for scalar in text.unicodeScalars {
            if let plain = plain[scalar] { spelled += plain } else { spelled.unicodeScalars.append(scalar) }
        }
        return spelled
    }
}
