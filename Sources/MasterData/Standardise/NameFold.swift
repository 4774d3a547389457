/// A key for looking names up in tables: lower case, accents of Latin letters away, letters and digits only, `&` as `and`.
/// `U.S.A.`, `usa` and `USA` have one key. Not for matching records: Matching has its own, richer forms.
enum NameFold {
    static func fold(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for scalar in text.lowercased().unicodeScalars {
            switch scalar.value {
            case 0x30...0x39, 0x61...0x7A: bytes.append(UInt8(scalar.value))
            case 0x26: bytes.append(contentsOf: "and".utf8)
            case 0..<0x80: break
            case 0xDF: bytes.append(contentsOf: "ss".utf8)
            case 0xE0...0x17F: bytes.append(latin[Int(scalar.value - 0xE0)])
            case 0x219: bytes.append(UInt8(ascii: "s"))
            case 0x21B: bytes.append(UInt8(ascii: "t"))
            case 0x300...0x36F, 0x2010...0x2027, 0xA0...0xBF: break
            default: bytes.append(contentsOf: scalar.utf8)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Base letters of U+00E0 ... U+017F; ligatures and thorn by their first letter, which is enough for a key.
    private static let latin = Array(
        ("aaaaaaaceeeeiiiidnooooo/ouuuuyty"
            + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
            + "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)
}
