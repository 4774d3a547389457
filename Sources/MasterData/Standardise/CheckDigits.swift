/// The check digit systems that several registers share. Digits are ASCII.
enum CheckDigits {
    /// Sum of digit times weight, place by place.
    static func weighted(_ digits: ArraySlice<UInt8>, _ weights: [Int]) -> Int {
        zip(digits, weights).reduce(0) { $0 + Int($1.0 - 0x30) * $1.1 }
    }

    /// The number that digits write, modulo `divisor`.
    static func remainder(_ digits: ArraySlice<UInt8>, _ divisor: Int) -> Int {
        digits.reduce(0) { ($0 * 10 + Int($1 - 0x30)) % divisor }
    }

    /// Luhn's formula (ISO/IEC 7812-1), check digit included.
    static func isLuhn(_ digits: ArraySlice<UInt8>) -> Bool {
        var sum = 0
        for (place, digit) in digits.reversed().enumerated() {
            let value = Int(digit - 0x30) * (place % 2 == 0 ? 1 : 2)
            sum += value > 9 ? value - 9 : value
        }
        return sum % 10 == 0
    }

    /// ISO 7064 mod 11,10, check digit included.
    static func isMod11And10(_ digits: ArraySlice<UInt8>) -> Bool {
        var product = 10
        for digit in digits.dropLast() {
            let sum = (Int(digit - 0x30) + product) % 10
            product = (sum == 0 ? 10 : sum) * 2 % 11
        }
        guard let last = digits.last else { return false }
        return (11 - product) % 10 == Int(last - 0x30)
    }

    /// ISO 7064 mod 97-10 of digits and capital letters (A is 10); 1 when the check digits are right.
    static func mod97(_ bytes: some Sequence<UInt8>) -> Int {
        bytes.reduce(0) { rest, byte in
            byte &- 0x30 < 10 ? (rest * 10 + Int(byte - 0x30)) % 97 : (rest * 100 + Int(byte) - 55) % 97
        }
    }
}
