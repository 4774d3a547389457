/// Follows JSON byte by byte just closely enough to know where a value ends: brackets outside strings.
struct JSONDepth {
    private(set) var depth = 0
    private(set) var isInString = false
    private var isEscaped = false

    /// Not inside any bracket or string.
    var isOutside: Bool { depth == 0 && !isInString }

    mutating func take(_ byte: UInt8) {
        if isInString {
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                isInString = false
            }
            return
        }
        switch byte {
        case UInt8(ascii: "\""): isInString = true
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
        default: break
        }
    }
}
