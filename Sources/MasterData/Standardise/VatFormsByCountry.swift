/// Spain: companies (CIF), residents (DNI) and foreigners (NIE) share one number space.
enum SpanishVat {
    static func isValid(_ body: ArraySlice<UInt8>) -> Bool {
        guard let first = body.first, let last = body.last else { return false }
        let digits = body.dropFirst().prefix(7)
        switch first {
        case 0x30...0x39: return last == letter(CheckDigits.remainder(body.prefix(8), 23))
        case UInt8(ascii: "X"), UInt8(ascii: "Y"), UInt8(ascii: "Z"):
            return last == letter(CheckDigits.remainder([first - UInt8(ascii: "X") + 0x30] + digits, 23))
        case UInt8(ascii: "K"), UInt8(ascii: "L"), UInt8(ascii: "M"): return last == letter(CheckDigits.remainder(digits, 23))
        default: return isCompany(first, digits, last)
        }
    }

    private static func isCompany(_ kind: UInt8, _ digits: ArraySlice<UInt8>, _ last: UInt8) -> Bool {
        guard "ABCDEFGHJNPQRSUVW".utf8.contains(kind) else { return false }
        guard let check = (0...9).first(where: { CheckDigits.isLuhn(digits + [UInt8($0) + 0x30]) }) else { return false }
        // Which kinds of body have the check as a digit and which as a letter has changed over time; both forms of one number are one body.
        return last == UInt8(check) + 0x30 || last == Array("JABCDEFGHI".utf8)[check]
    }

    private static func letter(_ rest: Int) -> UInt8 { Array("TRWAGMYFPDXBNJZSQVHLCKE".utf8)[rest] }
}

/// France: two key characters before the SIREN of the company.
enum FrenchVat {
    static func isValid(_ body: ArraySlice<UInt8>) -> Bool {
        let siren = body.suffix(9)
        // Numbers of Monaco start with 000 in place of a SIREN.
        guard siren.starts(with: "000".utf8) || CheckDigits.isLuhn(siren) else { return false }
        let key = Array(body.prefix(2))
        if key.allSatisfy({ $0 &- 0x30 < 10 }) {
            return CheckDigits.remainder(siren + "12".utf8, 97) == CheckDigits.remainder(key[...], 100)
        }
        guard let first = alphabet.firstIndex(of: key[0]), let second = alphabet.firstIndex(of: key[1]) else { return false }
        let value = first < 10 ? first * 24 + second - 10 : first * 34 + second - 100
        return (CheckDigits.remainder(siren, 11) + 1 + value / 11) % 11 == value % 11
    }

    /// Letters O and I are not used.
    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRSTUVWXYZ".utf8)
}

/// Ireland: a check letter after seven digits, a second letter since 2013, and the form of before 1985 with a letter in second place.
enum IrishVat {
    static func isValid(_ body: ArraySlice<UInt8>) -> Bool {
        var number = Array(body)
        if number[1] &- 0x30 >= 10 { number = [0x30] + number[2..<7] + [number[0], number[7]] }
        var sum = CheckDigits.weighted(number.prefix(7), [8, 7, 6, 5, 4, 3, 2])
        if number.count == 9 {
            guard let second = alphabet.firstIndex(of: number[8]) else { return false }
            sum += 9 * second
        }
        return alphabet[sum % 23] == number[7]
    }

    private static let alphabet = Array("WABCDEFGHIJKLMNOPQRSTUV".utf8)
}

/// Bulgaria: companies have 9 digits; persons and foreigners 10, in three systems that a number does not tell apart.
enum BulgarianVat {
    static func isValid(_ body: ArraySlice<UInt8>) -> Bool {
        let last = VatSchemes.last(body)
        if body.count == 9 {
            let sum = CheckDigits.weighted(body, [1, 2, 3, 4, 5, 6, 7, 8]) % 11
            return (sum == 10 ? CheckDigits.weighted(body, [3, 4, 5, 6, 7, 8, 9, 10]) % 11 % 10 : sum) == last
        }
        return CheckDigits.weighted(body, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11 % 10 == last
            || CheckDigits.weighted(body, [21, 19, 17, 13, 11, 9, 7, 3, 1]) % 10 == last
            || (11 - CheckDigits.weighted(body, [4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11 == last
    }
}

/// Latvia: companies start above 3; persons have a birth date or, since 2017, 32 and no check digit.
enum LatvianVat {
    static func isValid(_ body: ArraySlice<UInt8>) -> Bool {
        guard let first = body.first else { return false }
        if first > 0x33 { return CheckDigits.weighted(body, [9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1]) % 11 == 3 }
        if body.starts(with: "32".utf8) { return true }
        return (1 + CheckDigits.weighted(body, [10, 5, 8, 4, 2, 1, 6, 3, 7, 9])) % 11 % 10 == VatSchemes.last(body)
    }
}

/// Italy: a running number, the office that gave it (a province, or 120, 121, 888 and 999 for foreigners), a check digit.
enum ItalianVat {
    static func isValid(_ body: ArraySlice<UInt8>) -> Bool {
        let office = CheckDigits.remainder(body.dropFirst(7).prefix(3), 1000)
        guard (1...100).contains(office) || [120, 121, 888, 999].contains(office) else { return false }
        return body.prefix(7).contains { $0 != 0x30 } && CheckDigits.isLuhn(body)
    }
}
