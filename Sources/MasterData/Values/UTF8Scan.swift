/// Finds out where text stops being UTF-8, for error positions only: the standard library decides whether it is.
enum UTF8Scan {
    /// Offset of the first byte that no valid UTF-8 has in its place; `bytes.count` when all is valid.
    static func firstInvalid(in bytes: UnsafeRawBufferPointer) -> Int {
        var low = 0
        while low < bytes.count {
            let length = sequenceLength(bytes[low])
            guard length > 0, low + length <= bytes.count else { return low }
            if length > 1 {
                let sequence = bytes[low..<low + length]
                guard String(validating: sequence, as: UTF8.self) != nil else { return low }
            }
            low += length
        }
        return low
    }

    private static func sequenceLength(_ lead: UInt8) -> Int {
        switch lead {
        case 0x00...0x7F: 1
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 0
        }
    }
}
