/// A decimal taken apart: `digits` (ASCII, most significant first) of which the last `fraction` stand after the point.
struct ParsedDecimal {
    var negative: Bool
    var digits: [UInt8]
    var fraction: Int

    init(negative: Bool, digits: [UInt8], fraction: Int) {
        self.negative = negative
        self.digits = digits
        self.fraction = fraction
    }

    /// Reads sign, digits, point and exponent. The exponent is bounded so that a short text cannot ask for gigabytes of zeros.
    init(_ raw: String) throws(ValueRefusal) {
        let refusal = ValueRefusal("decimal", "not a plain decimal number; send digits with at most one point, such as 1234.50, without separators")
        var bytes = raw.utf8[...]
        while let first = bytes.first, first == 0x20 { bytes.removeFirst() }
        while let last = bytes.last, last == 0x20 { bytes.removeLast() }
        guard bytes.count <= JSONLimits.numberLength else { throw refusal }
        negative = false
        digits = []
        fraction = 0
        if let first = bytes.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
            negative = first == UInt8(ascii: "-")
            bytes.removeFirst()
        } else if bytes.last == UInt8(ascii: "-") {
            negative = true
            bytes.removeLast()
        }
        digits.reserveCapacity(bytes.count)
        var point = false
        var exponent: Int?
        while let byte = bytes.first {
            bytes.removeFirst()
            if byte &- 0x30 < 10 {
                digits.append(byte)
                if point { fraction += 1 }
            } else if byte == UInt8(ascii: "."), !point {
                point = true
            } else if byte | 0x20 == UInt8(ascii: "e") {
                exponent = Int(Substring(bytes))
                guard let exponent, abs(exponent) <= JSONLimits.exponent else { throw refusal }
                break
            } else {
                throw refusal
            }
        }
        guard !digits.isEmpty else { throw refusal }
        if let exponent {
            fraction -= exponent
            if fraction < 0 {
                digits.append(contentsOf: repeatElement(0x30, count: -fraction))
                fraction = 0
            }
        }
    }

    /// Removes zeros that say nothing, at both ends, and the sign of zero.
    mutating func strip() {
        while fraction > 0, digits.last == 0x30 {
            digits.removeLast()
            fraction -= 1
        }
        if digits.isEmpty || digits.allSatisfy({ $0 == 0x30 }) {
            digits = [0x30]
            fraction = 0
            negative = false
            return
        }
        digits.removeFirst(digits.prefix { $0 == 0x30 }.count)
    }

    var text: String {
        var bytes: [UInt8] = negative ? [UInt8(ascii: "-")] : []
        let whole = digits.count - fraction
        if whole <= 0 {
            bytes.append(0x30)
        } else {
            bytes.append(contentsOf: digits[..<whole])
        }
        if fraction > 0 {
            bytes.append(UInt8(ascii: "."))
            if whole < 0 { bytes.append(contentsOf: repeatElement(0x30, count: -whole)) }
            bytes.append(contentsOf: digits[max(0, whole)...])
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Schoolbook addition or subtraction of magnitudes on digits of one length.
    static func sum(_ left: ParsedDecimal, _ right: ParsedDecimal) -> ParsedDecimal {
        let fraction = max(left.fraction, right.fraction)
        let length = max(left.digits.count - left.fraction, right.digits.count - right.fraction, 0) + fraction + 1
        let first = left.padded(to: length, fraction: fraction)
        let second = right.padded(to: length, fraction: fraction)
        var sum = ParsedDecimal(negative: left.negative, digits: first, fraction: fraction)
        if left.negative == right.negative {
            var carry: UInt8 = 0
            for index in first.indices.reversed() {
                let digit = first[index] - 0x30 + second[index] - 0x30 + carry
                sum.digits[index] = 0x30 + digit % 10
                carry = digit / 10
            }
        } else {
            let firstIsLess = first.lexicographicallyPrecedes(second)
            let (larger, smaller) = firstIsLess ? (second, first) : (first, second)
            sum.negative = firstIsLess ? right.negative : left.negative
            var borrow: Int8 = 0
            for index in larger.indices.reversed() {
                let difference = Int8(larger[index]) - Int8(smaller[index]) - borrow
                borrow = difference < 0 ? 1 : 0
                sum.digits[index] = UInt8(0x30 + difference + borrow * 10)
            }
        }
        sum.strip()
        return sum
    }

    private func padded(to length: Int, fraction wanted: Int) -> [UInt8] {
        let behind = wanted - fraction
        let before = length - digits.count - behind
        return Array(repeating: 0x30, count: before) + digits + Array(repeating: 0x30, count: behind)
    }
}
