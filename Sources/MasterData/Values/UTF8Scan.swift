/// Finds where bytes stop being UTF-8 (RFC 3629, table in section 4): no overlong forms, no surrogates, nothing above U+10FFFF.
enum UTF8Scan {
    /// Offset of the first sequence that is not valid; `bytes.count` when all are.
    static func firstInvalid(in bytes: UnsafeRawBufferPointer) -> Int {
        let count = bytes.count
        var index = 0
        while index < count {
            let lead = bytes[index]
            if lead < 0x80 {
                index += 1
                continue
            }
            let length: Int
            // Bounds of the second byte, which rule out overlong forms, surrogates and what lies above U+10FFFF.
            var least: UInt8 = 0x80
            var most: UInt8 = 0xBF
            switch lead {
            case 0xC2...0xDF: length = 2
            case 0xE0...0xEF:
                length = 3
                if lead == 0xE0 { least = 0xA0 } else if lead == 0xED { most = 0x9F }
            case 0xF0...0xF4:
                length = 4
                if lead == 0xF0 { least = 0x90 } else if lead == 0xF4 { most = 0x8F }
            default: return index
            }
            guard index + length <= count, (least...most).contains(bytes[index + 1]) else { return index }
            for place in index + 2..<max(index + length, index + 2) where bytes[place] & 0xC0 != 0x80 { return index }
            index += length
        }
        return count
    }
}
