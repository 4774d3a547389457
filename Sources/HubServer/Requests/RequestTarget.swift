/// The target of a request (`/v1/crosswalks/sap/customer/0000%2F12?target=zuora`), cut into what routes look at.
///
/// Segments are cut at `/` before anything is decoded, and each is decoded exactly once: `%2F` inside an id stays inside its
/// segment, `%252F` means the three characters `%2F`, and `..` is an id like any other: nothing here is ever a path of files.
struct RequestTarget: Sendable, Equatable {
    /// The decoded segments of the path; `/v1/customers` has two.
    var segments: [String]
    /// The decoded parameters in the order they came.
    var query: [QueryParameter]

    struct QueryParameter: Sendable, Equatable {
        var name: String
        var value: String
    }

    /// - Parameter text: The request target in origin form, or in absolute form as proxies send it.
    /// - Throws: `Problem` (400) where it is no target, has a broken escape, or its escapes are not UTF-8.
    init(_ text: String) throws(Problem) {
        var text = text
        let parsed: Result<RequestTarget, Problem> = text.withUTF8 { bytes in
            Result { () throws(Problem) in try RequestTarget(bytes: bytes) }
        }
        self = try parsed.get()
    }

    private init(bytes: UnsafeBufferPointer<UInt8>) throws(Problem) {
        segments = []
        query = []
        var index = try Self.pathStart(bytes)
        var start = index
        segments.reserveCapacity(6)
        while true {
            let byte = index < bytes.count ? bytes[index] : UInt8(ascii: "#")
            if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") {
                segments.append(try Self.decoded(bytes, start..<index, plusIsSpace: false))
                index += 1
                start = index
                if byte == UInt8(ascii: "/") { continue }
                if byte == UInt8(ascii: "?") { try readQuery(bytes, from: index) }
                return
            }
            index += 1
        }
    }

    /// Where the path begins, past its first `/`.
    private static func pathStart(_ bytes: UnsafeBufferPointer<UInt8>) throws(Problem) -> Int {
        if bytes.first == UInt8(ascii: "/") { return 1 }
        // Absolute form (RFC 9112, 3.2.2): the authority is whoever the client connected to, so it says nothing new.
        for prefix in ["http://", "https://"] where bytes.starts(with: prefix.utf8) {
            if let slash = bytes[prefix.utf8.count...].firstIndex(of: UInt8(ascii: "/")) { return slash + 1 }
        }
        throw Problem(.malformed, "the request target must begin with `/`")
    }

    private mutating func readQuery(_ bytes: UnsafeBufferPointer<UInt8>, from first: Int) throws(Problem) {
        var start = first
        var equals: Int?
        var index = first
        while true {
            let byte = index < bytes.count ? bytes[index] : UInt8(ascii: "#")
            if byte == UInt8(ascii: "=") {
                if equals == nil { equals = index }
            } else if byte == UInt8(ascii: "&") || byte == UInt8(ascii: "#") {
                if index > start {
                    let name = try Self.decoded(bytes, start..<(equals ?? index), plusIsSpace: true)
                    let value = try equals.map { (equals) throws(Problem) in try Self.decoded(bytes, (equals + 1)..<index, plusIsSpace: true) }
                    query.append(QueryParameter(name: name, value: value ?? ""))
                }
                if byte == UInt8(ascii: "#") { return }
                start = index + 1
                equals = nil
            }
            index += 1
        }
    }

    /// The text of `range` with its escapes decoded once.
    private static func decoded(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, plusIsSpace: Bool) throws(Problem) -> String {
        let slice = UnsafeBufferPointer(rebasing: bytes[range])
        guard slice.contains(where: { $0 == UInt8(ascii: "%") || (plusIsSpace && $0 == UInt8(ascii: "+")) }) else {
            return String(decoding: slice, as: UTF8.self)
        }
        var output: [UInt8] = []
        output.reserveCapacity(slice.count)
        var index = 0
        while index < slice.count {
            let byte = slice[index]
            if byte == UInt8(ascii: "%") {
                guard index + 2 < slice.count, let high = hexValue(slice[index + 1]), let low = hexValue(slice[index + 2]) else {
                    throw Problem(.malformed, "a `%` in the request target is not followed by two hexadecimal digits; write a literal `%` as `%25`")
                }
                output.append(high << 4 | low)
                index += 3
            } else {
                output.append(plusIsSpace && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
                index += 1
            }
        }
        guard let text = String(validating: output, as: UTF8.self) else {
            throw Problem(.malformed, "the escapes of a part of the request target are not UTF-8")
        }
        return text
    }

    private static func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - 48
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - 87
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - 55
        default: nil
        }
    }
}
