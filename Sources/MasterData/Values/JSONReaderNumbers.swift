extension JSONReader {
    /// The literal of the number that starts at the cursor, kept as it is written.
    mutating func number() throws(JSONError) -> String {
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
