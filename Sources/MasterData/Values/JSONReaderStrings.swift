extension JSONReader {
    /// The string that starts at the cursor, and whether it was written with escapes.
    mutating func string() throws(JSONError) -> (text: String, escaped: Bool) {
        let start = position + 1
        var index = start
        var seen: UInt64 = 0
        // Eight bytes at a time while none of them ends the string, escapes, or is a control character.
        while index + 8 <= count {
            let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            if JSONReader.hasSpecialByte(word) { break }
            seen |= word
            index += 8
        }
        while index < count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") {
                position = index + 1
                return (try text(of: UnsafeRawBufferPointer(rebasing: bytes[start..<index]), from: start, isASCII: seen & 0x8080_8080_8080_8080 == 0), false)
            }
            if byte == UInt8(ascii: "\\") {
                position = index
                return (try escapedString(from: start), true)
            }
            guard byte >= 0x20 else { throw error("a control character inside a string; write it as an escape", at: index) }
            seen |= UInt64(byte)
            index += 1
        }
        throw error("the text ends inside a string", at: count)
    }

    /// True when a byte of `word` is `"`, `\` or below 0x20; now and then also true for a byte above 0x7F, which only costs speed.
    @inline(__always)
    private static func hasSpecialByte(_ word: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs: UInt64 = 0x8080_8080_8080_8080
        let quote = word ^ (ones &* 0x22)
        let backslash = word ^ (ones &* 0x5C)
        let found = ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash) | ((word &- ones &* 0x20) & ~word)
        return found & highs != 0
    }

    /// Makes a string of bytes that were validated here: `String(decoding:)` then repairs nothing and is twice as fast as `String(validating:)`.
    private func text(of slice: UnsafeRawBufferPointer, from start: Int, isASCII: Bool) throws(JSONError) -> String {
        if !isASCII {
            let invalid = UTF8Scan.firstInvalid(in: slice)
            guard invalid == slice.count else { throw error("invalid UTF-8 in a string; send the text as UTF-8", at: start + invalid) }
        }
        return slice.withMemoryRebound(to: UInt8.self) { String(decoding: $0, as: UTF8.self) }
    }

    /// The rest of a string from its first backslash, where the cursor stands.
    private mutating func escapedString(from start: Int) throws(JSONError) -> String {
        decoded.removeAll(keepingCapacity: true)
        decoded.append(contentsOf: bytes[start..<position])
        while position < count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") {
                position += 1
                guard let text = String(validating: decoded, as: UTF8.self) else {
                    let slice = UnsafeRawBufferPointer(rebasing: bytes[start..<position - 1])
                    throw error("invalid UTF-8 in a string; send the text as UTF-8", at: start + UTF8Scan.firstInvalid(in: slice))
                }
                return text
            }
            guard byte >= 0x20 else { throw error("a control character inside a string; write it as an escape") }
            if byte == UInt8(ascii: "\\") {
                try escape()
            } else {
                decoded.append(byte)
                position += 1
            }
        }
        throw error("the text ends inside a string")
    }

    private mutating func escape() throws(JSONError) {
        guard position + 1 < count else { throw error("the text ends inside an escape") }
        switch bytes[position + 1] {
        case UInt8(ascii: "\""): decoded.append(0x22)
        case UInt8(ascii: "\\"): decoded.append(0x5C)
        case UInt8(ascii: "/"): decoded.append(0x2F)
        case UInt8(ascii: "b"): decoded.append(0x08)
        case UInt8(ascii: "f"): decoded.append(0x0C)
        case UInt8(ascii: "n"): decoded.append(0x0A)
        case UInt8(ascii: "r"): decoded.append(0x0D)
        case UInt8(ascii: "t"): decoded.append(0x09)
        case UInt8(ascii: "u"): return try unicodeEscape()
        default: throw error("unknown escape; \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u are the only ones")
        }
        position += 2
    }

    private mutating func unicodeEscape() throws(JSONError) {
        var code = try hexDigits(at: position + 2)
        var length = 6
        if code & 0xFC00 == 0xD800 {
            guard position + 7 < count, bytes[position + 6] == UInt8(ascii: "\\"), bytes[position + 7] == UInt8(ascii: "u") else {
                throw error("half of a surrogate pair; write both halves")
            }
            let low = try hexDigits(at: position + 8)
            guard low & 0xFC00 == 0xDC00 else { throw error("half of a surrogate pair; write both halves") }
            code = 0x10000 + ((code & 0x3FF) << 10) + (low & 0x3FF)
            length = 12
        }
        guard let scalar = Unicode.Scalar(code) else { throw error("half of a surrogate pair; write both halves") }
        guard code != 0 else { throw error("a NUL character, which no attribute can hold; leave it out") }
        decoded.append(contentsOf: scalar.utf8)
        position += length
    }

    private func hexDigits(at start: Int) throws(JSONError) -> UInt32 {
        guard start + 4 <= count else { throw error("the text ends inside an escape") }
        var code: UInt32 = 0
        for index in start..<start + 4 {
            let byte = bytes[index]
            switch byte {
            case 0x30...0x39: code = code << 4 | UInt32(byte - 0x30)
            case 0x41...0x46: code = code << 4 | UInt32(byte - 0x41 + 10)
            case 0x61...0x66: code = code << 4 | UInt32(byte - 0x61 + 10)
            default: throw error("\\u must be followed by four hexadecimal digits")
            }
        }
        return code
    }
}
