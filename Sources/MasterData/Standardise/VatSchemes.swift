/// The rules of all countries; those of more than one form stand in files of their own.
enum VatSchemes {
    static let byPrefix: [String: VatScheme] = [
        "AT": VatScheme("U99999999") { austria($0.dropFirst()) },
        "BE": VatScheme("0999999999", "1999999999") { CheckDigits.remainder($0.prefix(8), 97) + CheckDigits.remainder($0.suffix(2), 100) == 97 },
        "BG": VatScheme("999999999", "9999999999") { BulgarianVat.isValid($0) },
        "CH": VatScheme("E999999999") { modulus11($0.dropFirst(), [5, 4, 3, 2, 7, 6, 5, 4]) },
        "CY": VatScheme("99999999@") { cyprus($0) },
        "CZ": VatScheme("99999999", "999999999", "9999999999") { czechia($0) },
        "DE": VatScheme("999999999") { $0.first != 0x30 && CheckDigits.isMod11And10($0) },
        "DK": VatScheme("99999999") { $0.first != 0x30 && CheckDigits.weighted($0, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0 },
        "EE": VatScheme("999999999") { CheckDigits.weighted($0, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 == 0 },
        "EL": VatScheme("999999999") { CheckDigits.weighted($0, [256, 128, 64, 32, 16, 8, 4, 2]) % 11 % 10 == last($0) },
        "ES": VatScheme("*9999999*") { SpanishVat.isValid($0) },
        "FI": VatScheme("99999999") { CheckDigits.weighted($0, [7, 9, 10, 5, 8, 4, 2, 1]) % 11 == 0 },
        "FR": VatScheme("**999999999") { FrenchVat.isValid($0) },
        "GB": britain,
        "HR": VatScheme("99999999999") { CheckDigits.isMod11And10($0) },
        "HU": VatScheme("99999999") { CheckDigits.weighted($0, [9, 7, 3, 1, 9, 7, 3, 1]) % 10 == 0 },
        "IE": VatScheme("9999999@", "9999999@@", "9@99999@") { IrishVat.isValid($0) },
        "IT": VatScheme("99999999999") { ItalianVat.isValid($0) },
        "LT": VatScheme("999999999", "999999999999") { lithuania($0) },
        "LU": VatScheme("99999999") { CheckDigits.remainder($0.prefix(6), 89) == CheckDigits.remainder($0.suffix(2), 100) },
        "LV": VatScheme("99999999999") { LatvianVat.isValid($0) },
        "MT": VatScheme("99999999") { $0.first != 0x30 && CheckDigits.weighted($0, [3, 4, 6, 7, 8, 9, 10, 1]) % 37 == 0 },
        "NL": VatScheme("999999999B99") { netherlands($0) },
        "NO": VatScheme("999999999") { modulus11($0, [3, 2, 7, 6, 5, 4, 3, 2]) },
        "PL": VatScheme("9999999999") { CheckDigits.weighted($0, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 == last($0) },
        "PT": VatScheme("999999999") { $0.first != 0x30 && (11 - CheckDigits.weighted($0, [9, 8, 7, 6, 5, 4, 3, 2]) % 11) % 11 % 10 == last($0) },
        "RO": VatScheme("99", "999", "9999", "99999", "999999", "9999999", "99999999", "999999999", "9999999999") { romania($0) },
        "SE": VatScheme("999999999999") { $0.suffix(2).contains { $0 != 0x30 } && CheckDigits.isLuhn($0.prefix(10)) },
        "SI": VatScheme("99999999") { slovenia($0) },
        "SK": VatScheme("9999999999") { $0.first != 0x30 && CheckDigits.remainder($0, 11) == 0 && [2, 3, 4, 7, 8, 9].contains($0[$0.startIndex + 2] - 0x30) },
        "XI": britain,
    ]

    static func last(_ body: ArraySlice<UInt8>) -> Int { body.last.map { Int($0) - 0x30 } ?? -1 }

    /// Check digit 11 - sum modulo 11, where 11 is 0 and 10 is never given out.
    private static func modulus11(_ body: ArraySlice<UInt8>, _ weights: [Int]) -> Bool {
        (11 - CheckDigits.weighted(body, weights) % 11) % 11 == last(body)
    }

    private static func austria(_ body: ArraySlice<UInt8>) -> Bool {
        var sum = 4
        for (place, digit) in body.prefix(7).enumerated() {
            let value = Int(digit - 0x30) * (place % 2 == 0 ? 1 : 2)
            sum += value > 9 ? value - 9 : value
        }
        return (10 - sum % 10) % 10 == last(body)
    }

    private static func cyprus(_ body: ArraySlice<UInt8>) -> Bool {
        let odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21]
        guard !body.starts(with: "12".utf8), let letter = body.last else { return false }
        let sum = body.prefix(8).enumerated().reduce(0) { $0 + ($1.offset % 2 == 0 ? odd[Int($1.element - 0x30)] : Int($1.element - 0x30)) }
        return UInt8(sum % 26) + 0x41 == letter
    }

    /// Companies have 8 digits; persons 9 or 10, of which 10 have a check digit.
    private static func czechia(_ body: ArraySlice<UInt8>) -> Bool {
        switch body.count {
        case 8:
            let check = (11 - CheckDigits.weighted(body, [8, 7, 6, 5, 4, 3, 2]) % 11) % 11
            return body.first != 0x39 && (check == 0 ? 1 : check % 10) == last(body)
        case 10: return CheckDigits.remainder(body.prefix(9), 11) % 10 == last(body)
        default: return true
        }
    }

    /// HMRC's modulus 97 and 9755, then the numbers of government departments and health authorities.
    private static let britain = VatScheme("999999999", "999999999999", "GD999", "HA999") { body in
        switch body.first {
        case UInt8(ascii: "G"): return CheckDigits.remainder(body.suffix(3), 1000) < 500
        case UInt8(ascii: "H"): return CheckDigits.remainder(body.suffix(3), 1000) >= 500
        default:
            let rest = CheckDigits.weighted(body.prefix(9), [8, 7, 6, 5, 4, 3, 2, 10, 1]) % 97
            return rest == 0 || (CheckDigits.remainder(body.prefix(3), 1000) >= 100 && (rest == 42 || rest == 55))
        }
    }

    private static func lithuania(_ body: ArraySlice<UInt8>) -> Bool {
        let digits = Array(body)
        guard digits[digits.count - 2] == 0x31 else { return false }
        func sum(_ shift: Int) -> Int {
            digits.dropLast().enumerated().reduce(0) { $0 + Int($1.element - 0x30) * (1 + ($1.offset + shift) % 9) } % 11
        }
        let first = sum(0)
        return (first == 10 ? sum(2) : first) % 10 == last(body)
    }

    /// Old numbers are a citizen service number with modulus 11; those of sole traders since 2020 have ISO 7064 mod 97-10 over all.
    private static func netherlands(_ body: ArraySlice<UInt8>) -> Bool {
        guard body.prefix(9).contains(where: { $0 != 0x30 }), body.suffix(2).contains(where: { $0 != 0x30 }) else { return false }
        let service = CheckDigits.weighted(body.prefix(8), [9, 8, 7, 6, 5, 4, 3, 2]) - Int(body[body.startIndex + 8] - 0x30)
        return service % 11 == 0 || CheckDigits.mod97(Array("NL".utf8) + body) == 1
    }

    private static func romania(_ body: ArraySlice<UInt8>) -> Bool {
        guard body.first != 0x30 else { return false }
        let padded = Array(repeating: UInt8(0x30), count: 10 - body.count) + body
        return CheckDigits.weighted(padded[...], [7, 5, 3, 2, 1, 7, 5, 3, 2]) * 10 % 11 % 10 == last(body)
    }

    private static func slovenia(_ body: ArraySlice<UInt8>) -> Bool {
        let check = 11 - CheckDigits.weighted(body, [8, 7, 6, 5, 4, 3, 2]) % 11
        return body.first != 0x30 && (check == 10 ? 0 : check) == last(body)
    }
}
