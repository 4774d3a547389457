/// Check digits that several identifiers share. All work on decimal digits `0...9`.
enum CheckDigits {
    /// The digit that makes `digits + [digit]` pass Luhn's test (ISO/IEC 7812-1).
    static func luhn(_ digits: [Int]) -> Int {
        var sum = 0
        for (offset, digit) in digits.reversed().enumerated() {
            let doubled = offset % 2 == 0 ? digit * 2 : digit
            sum += doubled > 9 ? doubled - 9 : doubled
        }
        return (10 - sum % 10) % 10
    }

    /// The sum of each digit times the weight at its place.
    static func weighted(_ digits: [Int], _ weights: [Int]) -> Int {
        zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
    }

    /// The digit that completes `digits` under ISO 7064 MOD 11,10.
    static func mod1110(_ digits: [Int]) -> Int {
        var product = 10
        for digit in digits {
            let sum = (digit + product) % 10
            product = (sum == 0 ? 10 : sum) * 2 % 11
        }
        return (11 - product) % 10
    }

    /// The last digit of a GTIN-8, -12, -13 or -14 (GS1 General Specifications, 7.9).
    static func gtin(_ digits: [Int]) -> Int {
        var sum = 0
        for (offset, digit) in digits.reversed().enumerated() { sum += offset % 2 == 0 ? digit * 3 : digit }
        return (10 - sum % 10) % 10
    }

    /// The two digits that complete an LEI of 18 letters and digits (ISO 17442, ISO 7064 MOD 97-10).
    static func mod97(_ text: [UInt8]) -> Int {
        var remainder = 0
        for byte in text {
            let value = byte <= UInt8(ascii: "9") ? Int(byte) - 48 : Int(byte) - 55
            remainder = value > 9 ? (remainder * 100 + value) % 97 : (remainder * 10 + value) % 97
        }
        return 98 - remainder * 100 % 97
    }
}
