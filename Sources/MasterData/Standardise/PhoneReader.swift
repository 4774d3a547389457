/// A telephone number as people write it, taken apart: digits, and digits of an extension.
struct PhoneReader {
    var international = false
    var digits: [UInt8] = []
    var `extension`: [UInt8] = []

    /// Digits with any of `( ) - . /`, spaces and typographic dashes between them, perhaps `tel:` or `+` in front and an extension behind
    /// (`ext. 12`, `x12`, `#12`, `;ext=12`). Letters in place of digits are refused.
    static func read(_ raw: String) throws(ValueRefusal) -> PhoneReader {
        var number = PhoneReader()
        var bytes = Array(raw.lowercased().utf8)[...]
        if bytes.starts(with: "tel:".utf8) { bytes = bytes.dropFirst(4) }
        number.digits.reserveCapacity(16)
        while let byte = bytes.first {
            switch byte {
            case 0x30...0x39: number.digits.append(byte)
            case UInt8(ascii: "+"):
                guard number.digits.isEmpty, !number.international else { throw PhoneNumber.refusal }
                number.international = true
            case UInt8(ascii: " "), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"): break
            case 0xE2:
                // U+2010 ... U+2015, hyphens and dashes.
                guard bytes.count >= 3, bytes[bytes.startIndex + 1] == 0x80, (0x90...0x95).contains(bytes[bytes.startIndex + 2]) else {
                    throw PhoneNumber.refusal
                }
                bytes = bytes.dropFirst(2)
            case UInt8(ascii: "e"), UInt8(ascii: "x"), UInt8(ascii: "#"), UInt8(ascii: ";"), UInt8(ascii: ","):
                number.extension = try extensionDigits(bytes)
                bytes = []
                continue
            default: throw PhoneNumber.refusal
            }
            bytes = bytes.dropFirst()
        }
        guard !number.digits.isEmpty, number.digits.count <= 20 else { throw PhoneNumber.refusal }
        return number
    }

    private static func extensionDigits(_ written: ArraySlice<UInt8>) throws(ValueRefusal) -> [UInt8] {
        var bytes = written
        while let first = bytes.first, first == UInt8(ascii: ",") || first == UInt8(ascii: ";") || first == 0x20 { bytes = bytes.dropFirst() }
        for marker in ["extension", "extn", "ext", "x", "#"] where bytes.starts(with: marker.utf8) {
            var digits = bytes.dropFirst(marker.utf8.count)
            while let first = digits.first, ".:= ".utf8.contains(first) { digits = digits.dropFirst() }
            guard (1...8).contains(digits.count), digits.allSatisfy({ $0 &- 0x30 < 10 }) else { throw PhoneNumber.refusal }
            return Array(digits)
        }
        throw PhoneNumber.refusal
    }
}
