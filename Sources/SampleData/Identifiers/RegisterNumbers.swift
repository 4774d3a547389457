/// Numbers of world-wide registers: D-U-N-S, LEI, GTIN.
enum RegisterNumbers {
    /// Nine digits; D&B gave up check digits in 2006.
    static func duns(_ random: inout SeededRandom) -> String {
        String(decoding: digits(9, &random).map { UInt8(48 + $0) }, as: UTF8.self)
    }

    /// Twenty letters and digits: issuer, reserved `00`, entity, two check digits (ISO 17442).
    static func lei(_ random: inout SeededRandom) -> String {
        let issuers = ["5299", "5493", "2138", "9695", "3912", "8156", "9845", "7245"]
        var text = Array(random.pick(issuers).utf8) + Array("00".utf8)
        let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
        for _ in 0..<12 { text.append(alphabet[random.below(alphabet.count)]) }
        let check = CheckDigits.mod97(text)
        text.append(UInt8(48 + check / 10))
        text.append(UInt8(48 + check % 10))
        return String(decoding: text, as: UTF8.self)
    }

    /// A GTIN-13 under a GS1 prefix of Germany, the United Kingdom, France or the United States.
    static func gtin(_ random: inout SeededRandom) -> String {
        let prefixes = [[4, 0, 1], [4, 2, 6], [5, 0, 2], [3, 2, 7], [0, 8, 1]]
        let body = random.pick(prefixes) + digits(9, &random)
        return String(decoding: (body + [CheckDigits.gtin(body)]).map { UInt8(48 + $0) }, as: UTF8.self)
    }

    /// `count` random digits, the first of which is not zero.
    static func digits(_ count: Int, _ random: inout SeededRandom) -> [Int] {
        (0..<count).map { $0 == 0 ? random.within(1...9) : random.below(10) }
    }
}
