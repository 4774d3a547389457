/// Countries by ISO 3166-1.
package enum Country {
    /// The alpha-2 code of a country given by alpha-2, alpha-3 or numeric code or by its English or native name.
    package static func code(of text: String) throws(ValueRefusal) -> String {
        var text = text
        if let code = text.withUTF8(known) { return code }
        if text.utf8.allSatisfy({ $0 &- 0x30 < 10 }) {
            guard text.utf8.count <= 3, let number = Int(text), let code = byNumber[number] else { throw refusal }
            return code
        }
        let key = NameFold.fold(text)
        if let code = byName[key] { return code }
        if key.hasPrefix("the"), let code = byName[String(key.dropFirst(3))] { return code }
        throw refusal
    }

    private static let refusal = ValueRefusal("country", "not a country; send its ISO 3166-1 code, such as DE")

    /// True for an alpha-2 code in upper case.
    package static func isCode(_ text: String) -> Bool {
        alpha2.contains(text)
    }

    /// Alpha-2 codes in any case, without touching the table of names.
    private static func known(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        guard bytes.count == 2 else { return nil }
        let first = bytes[0] & 0xDF, second = bytes[1] & 0xDF
        let code = String(decoding: [first, second], as: UTF8.self)
        return alpha2.contains(code) ? code : nil
    }

    private static let alpha2: Set<String> = {
        var codes = Set<String>()
        TableLines.read(CountryTable.lines, fields: 4) { codes.insert(String($0[0])) }
        return codes
    }()

    private static let byNumber: [Int: String] = {
        var codes: [Int: String] = [:]
        TableLines.read(CountryTable.lines, fields: 4) { row in
            if let number = Int(row[2]) { codes[number] = String(row[0]) }
        }
        return codes
    }()

    /// Alpha-3 codes and names, folded.
    private static let byName: [String: String] = {
        var codes: [String: String] = [:]
        TableLines.read(CountryTable.lines, fields: 4) { row in
            let code = String(row[0])
            codes[NameFold.fold(String(row[1]))] = code
            for name in row[3].split(separator: "|") { codes[NameFold.fold(String(name))] = code }
        }
        return codes
    }()
}
