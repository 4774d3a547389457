/// The VAT number (or other tax registration) of an organisation, by country, with valid check digits.
///
/// Algorithms as the tax authorities publish them, collected in "VIES VAT number algorithms" (European Commission, DG TAXUD);
/// Swiss UID: eCH-0097; Norwegian organisation number: Brønnøysund register; Canadian business number: Luhn.
enum TaxNumbers {
    /// The registration of the party with this stem of random digits; nil only when the digits allow no check digit (draw again).
    /// - Parameter stem: at least 9 digits.
    static func number(country: String, stem: [Int]) -> String? {
        switch country {
        case "DE": germany(stem)
        case "AT": austria(stem)
        case "CH": switzerland(stem)
        case "US": unitedStates(stem)
        case "GB": unitedKingdom(stem)
        case "IE": ireland(stem)
        case "CA": canada(stem)
        case "FR": france(stem)
        case "BE": belgium(stem)
        case "NL": netherlands(stem)
        case "SE": sweden(stem)
        case "DK": denmark(stem)
        case "NO": norway(stem)
        case "FI": finland(stem)
        case "IT": italy(stem)
        case "ES": spain(stem)
        case "PT": portugal(stem)
        case "PL": poland(stem)
        default: nil
        }
    }

    private static func germany(_ stem: [Int]) -> String {
        let digits = [max(1, stem[0])] + stem[1..<8]
        return "DE" + text(digits + [CheckDigits.mod1110(digits)])
    }

    private static func austria(_ stem: [Int]) -> String {
        let digits = Array(stem[0..<7])
        var sum = 0
        for (offset, digit) in digits.enumerated() {
            sum += offset % 2 == 0 ? digit : (digit * 2) / 10 + (digit * 2) % 10
        }
        return "ATU" + text(digits + [(10 - (sum + 4) % 10) % 10])
    }

    private static func switzerland(_ stem: [Int]) -> String? {
        let digits = [1] + stem[1..<8]
        let check = (11 - CheckDigits.weighted(digits, [5, 4, 3, 2, 7, 6, 5, 4]) % 11) % 11
        guard check < 10 else { return nil }
        return "CHE" + text(digits + [check])
    }

    /// An employer identification number: a prefix the IRS has assigned, then seven digits; it has no check digit.
    private static func unitedStates(_ stem: [Int]) -> String {
        let prefixes = ["20", "26", "27", "36", "45", "46", "47", "52", "61", "77", "82", "83", "84", "85", "94", "95"]
        return prefixes[(stem[0] * 10 + stem[1]) % prefixes.count] + "-" + text(Array(stem[2..<9]))
    }

    private static func unitedKingdom(_ stem: [Int]) -> String {
        let digits = [max(1, stem[0])] + stem[1..<7]
        // New numbers have carried the "97 - 55" check since 2010.
        let remainder = (CheckDigits.weighted(digits, [8, 7, 6, 5, 4, 3, 2]) + 55) % 97
        let check = 97 - remainder
        return "GB" + text(digits) + (check < 10 ? "0" : "") + String(check)
    }

    private static func ireland(_ stem: [Int]) -> String {
        let digits = [max(1, stem[0])] + stem[1..<7]
        let letters = Array("WABCDEFGHIJKLMNOPQRSTUV".utf8)
        return "IE" + text(digits) + String(UnicodeScalar(letters[CheckDigits.weighted(digits, [8, 7, 6, 5, 4, 3, 2]) % 23]))
    }

    private static func canada(_ stem: [Int]) -> String {
        let digits = [max(1, stem[0])] + stem[1..<8]
        return text(digits + [CheckDigits.luhn(digits)]) + "RT0001"
    }

    private static func france(_ stem: [Int]) -> String {
        let first = [max(3, stem[0])] + stem[1..<8]
        let siren = first + [CheckDigits.luhn(first)]
        let key = (12 + 3 * (siren.reduce(0) { ($0 * 10 + $1) % 97 })) % 97
        return "FR" + (key < 10 ? "0" : "") + String(key) + text(siren)
    }

    private static func belgium(_ stem: [Int]) -> String {
        let digits = [0, max(4, stem[0] % 8)] + stem[1..<7]
        let check = 97 - digits.reduce(0) { $0 * 10 + $1 } % 97
        return "BE" + text(digits) + (check < 10 ? "0" : "") + String(check)
    }

    private static func netherlands(_ stem: [Int]) -> String? {
        let digits = Array(stem[0..<8])
        let check = CheckDigits.weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2]) % 11
        guard check < 10 else { return nil }
        return "NL" + text(digits + [check]) + "B01"
    }

    private static func sweden(_ stem: [Int]) -> String {
        // Organisation numbers of limited companies start with 5 and have a third digit of at least 2.
        let digits = [5, 5, 6 + stem[2] % 4] + stem[3..<9]
        return "SE" + text(digits + [CheckDigits.luhn(digits)]) + "01"
    }

    private static func denmark(_ stem: [Int]) -> String? {
        let digits = [max(1, stem[0])] + stem[1..<7]
        let check = (11 - CheckDigits.weighted(digits, [2, 7, 6, 5, 4, 3, 2]) % 11) % 11
        guard check < 10 else { return nil }
        return "DK" + text(digits + [check])
    }

    private static func norway(_ stem: [Int]) -> String? {
        let digits = [9] + stem[1..<8]
        let check = (11 - CheckDigits.weighted(digits, [3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11
        guard check < 10 else { return nil }
        return "NO" + text(digits + [check]) + "MVA"
    }

    private static func finland(_ stem: [Int]) -> String? {
        let digits = [max(1, stem[0] % 4)] + stem[1..<7]
        let check = (11 - CheckDigits.weighted(digits, [7, 9, 10, 5, 8, 4, 2]) % 11) % 11
        guard check < 10 else { return nil }
        return "FI" + text(digits + [check])
    }

    private static func italy(_ stem: [Int]) -> String {
        // Seven digits of the company, three of the province's office (001...100), Luhn.
        let office = 1 + (stem[7] * 10 + stem[8]) % 100
        let digits = Array(stem[0..<7]) + [office / 100, office / 10 % 10, office % 10]
        return "IT" + text(digits + [CheckDigits.luhn(digits)])
    }

    private static func spain(_ stem: [Int]) -> String {
        let digits = [max(1, stem[0])] + stem[1..<7]
        return "ES" + (stem[7] < 6 ? "B" : "A") + text(digits + [CheckDigits.luhn(digits)])
    }

    private static func portugal(_ stem: [Int]) -> String {
        let digits = [5] + stem[1..<8]
        let check = 11 - CheckDigits.weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2]) % 11
        return "PT" + text(digits + [check > 9 ? 0 : check])
    }

    private static func poland(_ stem: [Int]) -> String? {
        let digits = [max(1, stem[0]), max(1, stem[1]), max(1, stem[2])] + stem[3..<9]
        let check = CheckDigits.weighted(digits, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11
        guard check < 10 else { return nil }
        return "PL" + text(digits + [check])
    }

    private static func text(_ digits: [Int]) -> String {
        String(decoding: digits.map { UInt8(48 + $0) }, as: UTF8.self)
    }
}
