/// E-mail addresses, in a conservative reading of RFC 5321: what is refused here no platform could send to.
package enum EmailAddress {
    /// The address in lower case. Local parts are case-sensitive by the letter of the standard and nowhere in practice, and an address that
    /// comes in two spellings must be one. Takes `mailto:` and `Name <address>`.
    package static func standardise(_ raw: String) throws(ValueRefusal) -> String {
        let refusal = ValueRefusal("email", "not an e-mail address; send one address such as name@example.com")
        var bytes = Array(raw.utf8)
        if bytes.last == UInt8(ascii: ">"), let open = bytes.firstIndex(of: UInt8(ascii: "<")) {
            bytes = Array(bytes[(open + 1)..<(bytes.count - 1)])
        }
        if bytes.starts(with: "mailto:".utf8) { bytes.removeFirst(7) }
        var beyondASCII = false
        for index in bytes.indices {
            if bytes[index] &- 0x41 < 26 { bytes[index] |= 0x20 }
            beyondASCII = beyondASCII || bytes[index] >= 0x80
        }
        guard let at = bytes.firstIndex(of: UInt8(ascii: "@")), bytes.count <= 254 else { throw refusal }
        guard isLocalPart(bytes[..<at]), HostName.isHostName(bytes[(at + 1)...]) else { throw refusal }
        let text = String(decoding: bytes, as: UTF8.self)
        return beyondASCII ? text.lowercased() : text
    }

    /// 1 to 64 bytes of what may stand before the @ without quotes, no dot at an end or beside another. Letters beyond ASCII are taken (RFC 6531).
    private static func isLocalPart(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard (1...64).contains(bytes.count), bytes.first != UInt8(ascii: "."), bytes.last != UInt8(ascii: ".") else { return false }
        var previous: UInt8 = 0
        for byte in bytes {
            switch byte {
            case 0x30...0x39, 0x61...0x7A, 0x80...: break
            case UInt8(ascii: "."): if previous == byte { return false }
            case UInt8(ascii: "!"), UInt8(ascii: "#")...UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "/"),
                UInt8(ascii: "="), UInt8(ascii: "?"), UInt8(ascii: "^")...UInt8(ascii: "`"), UInt8(ascii: "{")...UInt8(ascii: "~"): break
            default: return false
            }
            previous = byte
        }
        return true
    }
}

/// Host names as e-mail and web addresses carry them, lower case.
enum HostName {
    /// At least two labels of letters, digits and inner hyphens; the last one not all digits. Letters beyond ASCII are taken (IDN).
    static func isHostName(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count <= 253 else { return false }
        let labels = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard labels.count >= 2, let last = labels.last, last.count >= 2, !last.allSatisfy({ $0 &- 0x30 < 10 }) else { return false }
        for label in labels {
            guard (1...63).contains(label.count), label.first != UInt8(ascii: "-"), label.last != UInt8(ascii: "-") else { return false }
            for byte in label where !(byte &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "-") || byte >= 0x80) { return false }
        }
        return true
    }
}
