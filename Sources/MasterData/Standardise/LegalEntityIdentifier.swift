/// Legal entity identifiers (ISO 17442): 18 letters and digits, then two check digits by ISO 7064 mod 97-10.
package enum LegalEntityIdentifier {
    package static func standardise(_ text: String) throws(ValueRefusal) -> String {
        let bytes = Array(text.uppercased().utf8.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "-") })
        guard bytes.count == 20, bytes.allSatisfy({ $0 &- 0x30 < 10 || $0 &- 0x41 < 26 }), bytes[18...].allSatisfy({ $0 &- 0x30 < 10 }) else {
            throw ValueRefusal("lei", "not a legal entity identifier; send its 20 letters and digits")
        }
        guard CheckDigits.mod97(bytes) == 1 else {
            throw ValueRefusal("check-digit", "the check digits of the legal entity identifier are wrong; compare it with the register")
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
