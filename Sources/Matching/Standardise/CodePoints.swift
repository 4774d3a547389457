/// UTF-8 read one code point at a time. Swift's strings are valid UTF-8, so no error can occur; a broken tail ends the text.
enum CodePoints {
    static func next(_ text: UnsafeBufferPointer<UInt8>, _ offset: inout Int) -> UInt32 {
        let lead = text[offset]
        let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard offset + length <= text.count else {
            offset = text.count
            return 0xFFFD
        }
        var scalar = length == 1 ? UInt32(lead) : UInt32(lead & (0x7F >> UInt8(length)))
        for place in 1..<length { scalar = scalar << 6 | UInt32(text[offset + place] & 0x3F) }
        offset += length
        return scalar
    }

    static func all(_ text: UnsafeBufferPointer<UInt8>) -> [UInt32] {
        var points: [UInt32] = []
        points.reserveCapacity(text.count)
        var offset = 0
        while offset < text.count { points.append(next(text, &offset)) }
        return points
    }

    static func all(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }
}
