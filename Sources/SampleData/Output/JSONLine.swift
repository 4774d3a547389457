/// Writes one JSON object after another as lines of bytes; members stand in the order they are written.
struct JSONLine {
    private(set) var bytes: [UInt8] = []
    private var needsComma = false

    init() {
        bytes.reserveCapacity(4_096)
    }

    mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        needsComma = false
    }

    mutating func endLine() {
        bytes.append(UInt8(ascii: "\n"))
    }

    mutating func object(_ key: StaticString? = nil, _ contents: (inout JSONLine) -> Void) {
        start(key)
        bytes.append(UInt8(ascii: "{"))
        needsComma = false
        contents(&self)
        bytes.append(UInt8(ascii: "}"))
        needsComma = true
    }

    mutating func array(_ key: StaticString, _ contents: (inout JSONLine) -> Void) {
        start(key)
        bytes.append(UInt8(ascii: "["))
        needsComma = false
        contents(&self)
        bytes.append(UInt8(ascii: "]"))
        needsComma = true
    }

    /// A text member, or an element when `key` is nil. Nothing is written for a nil value: the platform does not say.
    mutating func text(_ key: StaticString?, _ value: String?) {
        guard let value else { return }
        start(key)
        bytes.append(UInt8(ascii: "\""))
        appendEscaped(value)
        bytes.append(UInt8(ascii: "\""))
    }

    /// A member that is a number or one of `true`, `false`, `null`, as its literal.
    mutating func literal(_ key: StaticString, _ value: String) {
        start(key)
        bytes.append(contentsOf: value.utf8)
    }

    private mutating func start(_ key: StaticString?) {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
        guard let key else { return }
        bytes.append(UInt8(ascii: "\""))
        key.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }

    private mutating func appendEscaped(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case UInt8(ascii: "\n"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(UInt8(ascii: "n"))
            default:
                // The vocabulary holds no other control characters.
                bytes.append(byte)
            }
        }
    }
}
