/// A cursor over JSON text: recursive descent, one pass, no look-ahead beyond a byte.
///
/// Works on a raw pointer because every request and every loaded line passes through here. Each read is preceded by a comparison with
/// `count`, and the pointer never outlives the call of `JSONParser.parse` that lent it.
struct JSONReader {
    let bytes: UnsafeRawBufferPointer
    let count: Int
    private(set) var position = 0
    private var depth = 0
    private let depthLimit: Int
    /// Members and elements of the containers that are open, innermost last: one growing stack instead of one growing array a container.
    private var openMembers: [JSONObject.Member] = []
    private var openKeys: [JSONKeySlice] = []
    private var openElements: [JSONValue] = []
    private var decoded: [UInt8] = []

    init(_ bytes: UnsafeRawBufferPointer, depthLimit: Int) {
        self.bytes = bytes
        count = bytes.count
        self.depthLimit = depthLimit
    }

    mutating func document() throws(JSONError) -> JSONValue {
        skipWhiteSpace()
        if position == 0, count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
            throw error("the text starts with a byte order mark; leave it out")
        }
        let value = try value()
        skipWhiteSpace()
        guard position == count else { throw error("text follows after the end of the JSON value") }
        return value
    }

    func error(_ message: String, at offset: Int? = nil) -> JSONError {
        JSONError(at: offset ?? position, in: bytes, message: message)
    }

    private mutating func value() throws(JSONError) -> JSONValue {
        guard position < count else { throw error("the text ends where a value should be") }
        switch bytes[position] {
        case UInt8(ascii: "\""): return .string(try string().text)
        case UInt8(ascii: "{"): return .object(try object())
        case UInt8(ascii: "["): return .array(try array())
        case UInt8(ascii: "t"): return try literal("true", .bool(true))
        case UInt8(ascii: "f"): return try literal("false", .bool(false))
        case UInt8(ascii: "n"): return try literal("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
        default: throw error("a value must start here: one of { [ \" - 0-9 true false null")
        }
    }

    private mutating func literal(_ name: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
        let length = name.utf8CodeUnitCount
        guard count - position >= length else { throw error("the text ends inside a literal") }
        for index in 0..<length where bytes[position + index] != name.utf8Start[index] {
            throw error("unknown literal; true, false and null are the only ones")
        }
        position += length
        return value
    }

    @inline(__always)
    private mutating func skipWhiteSpace() {
        while position < count {
            let byte = bytes[position]
            guard byte <= 0x20, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            position += 1
        }
    }

    private mutating func enter() throws(JSONError) {
        depth += 1
        guard depth <= depthLimit else { throw error("nested deeper than the \(depthLimit) levels allowed; flatten the value") }
        position += 1
        skipWhiteSpace()
    }

    private mutating func array() throws(JSONError) -> [JSONValue] {
        try enter()
        defer { depth -= 1 }
        if position < count, bytes[position] == UInt8(ascii: "]") {
            position += 1
            return []
        }
        let base = openElements.count
        while true {
            let element = try value()
            openElements.append(element)
            skipWhiteSpace()
            guard position < count else { throw error("the text ends inside an array") }
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "]") { break }
            guard byte == UInt8(ascii: ",") else { throw error("an array's element must be followed by , or ]", at: position - 1) }
            skipWhiteSpace()
        }
        let elements = Array(openElements[base...])
        openElements.removeSubrange(base...)
        return elements
    }

    private mutating func object() throws(JSONError) -> JSONObject {
        let start = position
        try enter()
        defer { depth -= 1 }
        if position < count, bytes[position] == UInt8(ascii: "}") {
            position += 1
            return JSONObject()
        }
        let base = openMembers.count
        // More keys than members are open: each enclosing object has a key whose value is being read.
        let keyBase = openKeys.count
        var escapedKey = false
        while true {
            guard position < count, bytes[position] == UInt8(ascii: "\"") else { throw error("a key in double quotes must start here") }
            let keyStart = position + 1
            let (key, escaped) = try string()
            escapedKey = escapedKey || escaped
            openKeys.append(JSONKeySlice(start: keyStart, count: position - 1 - keyStart, index: openKeys.count - keyBase, in: bytes))
            skipWhiteSpace()
            guard position < count, bytes[position] == UInt8(ascii: ":") else { throw error("a key must be followed by :") }
            position += 1
            skipWhiteSpace()
            let value = try value()
            openMembers.append(JSONObject.Member(key: key, value: value))
            skipWhiteSpace()
            guard position < count else { throw error("the text ends inside an object") }
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "}") { break }
            guard byte == UInt8(ascii: ",") else { throw error("an object's member must be followed by , or }", at: position - 1) }
            skipWhiteSpace()
        }
        defer {
            openMembers.removeSubrange(base...)
            openKeys.removeSubrange(keyBase...)
        }
        let object = escapedKey ? sortedByDecodedKeys(from: base) : sortedByWrittenKeys(from: base, keys: keyBase)
        guard let object else { throw error("an object that starts here has the same key twice; send each key once", at: start) }
        return object
    }

    /// The members from `base` on, in key order, or nil when two keys are the same. For keys whose bytes stand in the text as they are.
    private mutating func sortedByWrittenKeys(from base: Int, keys keyBase: Int) -> JSONObject? {
        let end = openKeys.count
        let bytes = bytes
        var inOrder = true
        for index in keyBase + 1..<end where inOrder { inOrder = openKeys[index - 1].precedes(openKeys[index], in: bytes) }
        if inOrder { return JSONObject(sortedUnique: Array(openMembers[base...])) }
        openKeys[keyBase...].sort { $0.precedes($1, in: bytes) }
        for index in keyBase + 1..<end where !openKeys[index - 1].precedes(openKeys[index], in: bytes) { return nil }
        return JSONObject(sortedUnique: openKeys[keyBase...].map { openMembers[base + $0.index] })
    }

    private func sortedByDecodedKeys(from base: Int) -> JSONObject? {
        let members = openMembers[base...].sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        for index in members.indices.dropFirst() where members[index - 1].key.utf8.elementsEqual(members[index].key.utf8) { return nil }
        return JSONObject(sortedUnique: members)
    }

    /// The string that starts at the cursor, and whether it was written with escapes.
    private mutating func string() throws(JSONError) -> (text: String, escaped: Bool) {
        let start = position + 1
        var index = start
        // Eight bytes at a time while none of them ends the string, escapes, or is a control character.
        while index + 8 <= count {
            let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            if JSONReader.hasSpecialByte(word) { break }
            index += 8
        }
        while index < count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") {
                position = index + 1
                return (try text(of: UnsafeRawBufferPointer(rebasing: bytes[start..<index]), from: start), false)
            }
            if byte == UInt8(ascii: "\\") {
                position = index
                return (try escapedString(from: start), true)
            }
            guard byte >= 0x20 else { throw error("a control character inside a string; write it as an escape", at: index) }
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

    private func text(of slice: UnsafeRawBufferPointer, from start: Int) throws(JSONError) -> String {
        let text = slice.withMemoryRebound(to: UInt8.self) { String(validating: $0, as: UTF8.self) }
        guard let text else { throw error("invalid UTF-8 in a string; send the text as UTF-8", at: start + UTF8Scan.firstInvalid(in: slice)) }
        return text
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

    private mutating func number() throws(JSONError) -> String {
        let start = position
        if bytes[position] == UInt8(ascii: "-") { position += 1 }
        let wholeStart = position
        guard skipDigits() > 0 else { throw error("a number needs a digit here") }
        guard bytes[wholeStart] != UInt8(ascii: "0") || position == wholeStart + 1 else {
            throw error("a number must not start with a zero that says nothing; send it as a string if it is an id", at: wholeStart)
        }
        if position < count, bytes[position] == UInt8(ascii: ".") {
            position += 1
            guard skipDigits() > 0 else { throw error("a decimal point must be followed by a digit") }
        }
        if position < count, bytes[position] | 0x20 == UInt8(ascii: "e") {
            position += 1
            if position < count, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") { position += 1 }
            let exponentStart = position
            guard skipDigits() > 0 else { throw error("an exponent needs a digit here") }
            var exponent = 0
            for index in exponentStart..<position where exponent <= JSONLimits.exponent { exponent = exponent * 10 + Int(bytes[index] - 0x30) }
            guard exponent <= JSONLimits.exponent else { throw error("an exponent beyond ±\(JSONLimits.exponent)", at: exponentStart) }
        }
        guard position - start <= JSONLimits.numberLength else {
            throw error("a number of more than \(JSONLimits.numberLength) characters; send it as a string if it is an id", at: start)
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func skipDigits() -> Int {
        let start = position
        while position < count, bytes[position] &- 0x30 < 10 { position += 1 }
        return position - start
    }
}
