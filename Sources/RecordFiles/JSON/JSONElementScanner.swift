/// Records inside JSON documents: the elements of the list that `path` leads to, or the one object there. Elements are found one by one,
/// so a document may be far larger than memory. Several documents may follow each other.
struct JSONElementScanner: RecordScanner {
    private enum State {
        /// Before a document.
        case outside
        /// In the list, before its first element.
        case listStart
        /// In the list, behind an element.
        case afterElement
        /// Behind the records: the rest of the document closes so many brackets.
        case tail(Int)
    }

    private let path: String
    /// The members that lead to the records.
    private let keys: [String]
    private let limits: RecordLimits
    private var state = State.outside
    private var line = 1
    private(set) var pending = 0
    /// Brackets open around the records.
    private var open = 0

    /// - Parameter path: the file's, for errors.
    init(path: String, keys: [String], limits: RecordLimits) {
        self.path = path
        self.keys = keys
        self.limits = limits
    }

    mutating func next(in source: ByteSource) throws(RecordFileError) -> ScannedRecord? {
        release(source, pending)
        pending = 0
        while true {
            switch state {
            case .outside:
                guard try peek(source) != nil else { return nil }
                open = 0
                try enter(source)
                if case .outside = state { return try element(source, next: open == 0 ? .outside : .tail(open)) }
            case .listStart, .afterElement:
                let byte = try expectByte(source, "the list of records must go on here")
                if byte == UInt8(ascii: "]") {
                    release(source, 1)
                    state = open == 0 ? .outside : .tail(open)
                    continue
                }
                if case .afterElement = state {
                    guard byte == UInt8(ascii: ",") else { throw malformed("a comma or the list's end must follow a record") }
                    release(source, 1)
                    _ = try expectByte(source, "a record must follow the comma")
                }
                return try element(source, next: .afterElement)
            case .tail(let brackets):
                try skipTail(source, brackets)
                state = .outside
            }
        }
    }

    /// Goes to the records: the state is `.listStart` in a list of them, or still `.outside` before a single one.
    private mutating func enter(_ source: ByteSource) throws(RecordFileError) {
        for key in keys {
            // A document that is a list is the list of records: exports are often cut down to it.
            if open == 0, try peek(source) == UInt8(ascii: "[") { break }
            guard try expectByte(source, "the document must go on here") == UInt8(ascii: "{") else {
                throw malformed("`records` leads through `\(key)`, but there is no object here; check the map's `records`")
            }
            release(source, 1)
            open += 1
            try find(key, source)
        }
        if try expectByte(source, "the records must start here") == UInt8(ascii: "[") {
            release(source, 1)
            state = .listStart
        }
    }

    /// Inside an object, goes to the value of the member `key`.
    private mutating func find(_ key: String, _ source: ByteSource) throws(RecordFileError) {
        while true {
            let byte = try expectByte(source, "the object must go on here")
            if byte == UInt8(ascii: ",") {
                release(source, 1)
                continue
            }
            guard byte == UInt8(ascii: "\"") else { throw malformed("the document has no member `\(key)` where the map's `records` looks for it") }
            let length = try valueLength(source, bound: limits.recordBytes)
            let found = source.bytes(1..<max(1, length - 1)).elementsEqual(key.utf8)
            release(source, length)
            guard try expectByte(source, "a colon must follow a key") == UInt8(ascii: ":") else { throw malformed("a colon must follow a key") }
            release(source, 1)
            _ = try expectByte(source, "a value must follow the colon")
            if found { return }
            try skipValue(source)
        }
    }

    private mutating func element(_ source: ByteSource, next: State) throws(RecordFileError) -> ScannedRecord {
        state = next
        let (start, offset) = (line, source.offset)
        let length = try valueLength(source, bound: limits.recordBytes)
        guard length > 0 else { throw malformed("a record must start here") }
        guard length <= limits.recordBytes else {
            let error = LineError(
                line: start, code: .tooLong, message: "the record has more than \(limits.recordBytes) bytes; split it or raise the bound",
                original: source.bytes(0..<min(source.available, limits.rejectedBytes + 1)), limits: limits)
            try skipValue(source)
            return ScannedRecord(line: start, offset: offset, content: .failure(error))
        }
        pending = length
        return ScannedRecord(line: start, offset: offset, content: .success(source.bytes(0..<length)))
    }

    /// Bytes of the value that starts here; some number above `bound` once it is passed.
    private func valueLength(_ source: ByteSource, bound: Int) throws(RecordFileError) -> Int {
        var depth = JSONDepth()
        var position = 0
        while true {
            while position < source.available {
                let byte = source[position]
                if depth.isOutside, position > 0, Self.endsScalar(byte) { return position }
                depth.take(byte)
                // A closing bracket that opens nothing ends the value before it.
                if depth.depth < 0 { return position }
                position += 1
                if depth.isOutside, byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "\"") { return position }
            }
            if position > bound { return position }
            if try !source.fill() {
                guard depth.isOutside else { throw malformed("the file ends inside a record") }
                return position
            }
        }
    }

    /// Passes over the value that starts here, however long it is.
    private mutating func skipValue(_ source: ByteSource) throws(RecordFileError) {
        var depth = JSONDepth()
        var isFirst = true
        while true {
            for position in 0..<source.available {
                let byte = source[position]
                if depth.isOutside, !isFirst, Self.endsScalar(byte) { return release(source, position) }
                depth.take(byte)
                isFirst = false
                if depth.isOutside, byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "\"") {
                    return release(source, position + 1)
                }
            }
            release(source, source.available)
            if try !source.fill() { throw malformed("the file ends inside a value") }
        }
    }

    /// Passes over what follows the records until `brackets` are closed.
    private mutating func skipTail(_ source: ByteSource, _ brackets: Int) throws(RecordFileError) {
        var depth = JSONDepth()
        while true {
            for position in 0..<source.available {
                depth.take(source[position])
                if depth.depth == -brackets { return release(source, position + 1) }
            }
            release(source, source.available)
            if try !source.fill() { throw malformed("the file ends inside its document; it may have been cut off") }
        }
    }

    private static func endsScalar(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") || isWhiteSpace(byte)
    }

    private static func isWhiteSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    /// The next byte that is no white space.
    private mutating func peek(_ source: ByteSource) throws(RecordFileError) -> UInt8? {
        while true {
            var position = 0
            while position < source.available, Self.isWhiteSpace(source[position]) { position += 1 }
            release(source, position)
            if source.available > 0 { return source[0] }
            if try !source.fill() { return nil }
        }
    }

    private mutating func expectByte(_ source: ByteSource, _ message: String) throws(RecordFileError) -> UInt8 {
        guard let byte = try peek(source) else { throw malformed("the file ends too early: " + message) }
        return byte
    }

    /// Lets go of bytes and counts the lines in them.
    private mutating func release(_ source: ByteSource, _ count: Int) {
        for byte in source.bytes(0..<count) where byte == 0x0A { line += 1 }
        source.consume(count)
    }

    private func malformed(_ message: String) -> RecordFileError {
        .malformed(path: path, line: line, message: message)
    }
}
