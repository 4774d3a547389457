/// A cursor over JSON text: recursive descent, one pass, no look-ahead beyond a byte.
///
/// Works on a raw pointer because every request and every loaded line passes through here. Each read is preceded by a comparison with
/// `count`, and the pointer never outlives the call of `JSONParser.parse` that lent it.
struct JSONReader {
    let bytes: UnsafeRawBufferPointer
    let count: Int
    var position = 0
    private var depth = 0
    private let depthLimit: Int
    /// Members and elements of the containers that are open, innermost last: one growing stack instead of one growing array a container.
    private var openMembers: [JSONObject.Member] = []
    private var openKeys: [JSONKeySlice] = []
    private var openElements: [JSONValue] = []
    /// Where a string with escapes is put together.
    var decoded: [UInt8] = []

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
}
