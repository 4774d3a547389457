/// Salesforce's record ids: 15 case-sensitive characters, or 18 that end in a suffix which says which of the 15 are capitals, so that tools
/// that lose the case do not lose the id.
package enum SalesforceId {
    /// The id with 18 characters.
    ///
    /// - 15 letters and digits get their suffix.
    /// - 18 whose suffix fits stay. Where it does not fit and the 15 are all in one case, a tool lost the case: the suffix restores it.
    /// - Any other suffix that does not fit is refused: either part may be the damaged one, and guessing would name another record.
    /// - Texts of other lengths or with other characters are no record ids but external ids, and stay.
    static func standardise(_ raw: String) throws(ValueRefusal) -> String {
        let bytes = Array(raw.utf8)
        guard bytes.count == 15 || bytes.count == 18, bytes.allSatisfy({ $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 }) else { return raw }
        let base = bytes[..<15]
        let fitting = suffix(base)
        if bytes.count == 15 { return raw + String(decoding: fitting, as: UTF8.self) }
        let given = bytes[15...].map(upper)
        if given == fitting { return String(decoding: base + fitting, as: UTF8.self) }
        let oneCase = base.allSatisfy { $0 &- 0x61 >= 26 } || base.allSatisfy { $0 &- 0x41 >= 26 }
        if oneCase, let restored = restoring(base, suffix: given) { return String(decoding: restored + given, as: UTF8.self) }
        throw ValueRefusal("native-id", "the last three characters of the Salesforce id do not fit the first fifteen; copy the id again")
    }

    /// The three characters that belong behind 15: one for each five, bit k set when character k is a capital.
    package static func suffix(of fifteen: String) -> String? {
        let bytes = Array(fifteen.utf8)
        return bytes.count == 15 ? String(decoding: suffix(bytes[...]), as: UTF8.self) : nil
    }

    private static func suffix(_ base: ArraySlice<UInt8>) -> [UInt8] {
        (0..<3).map { chunk in
            var bits = 0
            for place in 0..<5 where base[base.startIndex + chunk * 5 + place] &- 0x41 < 26 { bits |= 1 << place }
            return alphabet[bits]
        }
    }

    /// The 15 characters with the case that the suffix says; nil when it makes a capital of a digit.
    private static func restoring(_ base: ArraySlice<UInt8>, suffix: [UInt8]) -> [UInt8]? {
        var restored: [UInt8] = []
        for (chunk, code) in suffix.enumerated() {
            guard let bits = alphabet.firstIndex(of: code) else { return nil }
            for place in 0..<5 {
                let byte = base[base.startIndex + chunk * 5 + place]
                let isLetter = byte &- 0x30 >= 10
                let capital = bits & (1 << place) != 0
                guard isLetter || !capital else { return nil }
                restored.append(isLetter ? (capital ? upper(byte) : byte | 0x20) : byte)
            }
        }
        return restored
    }

    private static func upper(_ byte: UInt8) -> UInt8 { byte &- 0x61 < 26 ? byte & 0xDF : byte }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ012345".utf8)
}
