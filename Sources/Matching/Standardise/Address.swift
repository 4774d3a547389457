/// One address as it is compared: as one thing, never street by street and place by place.
struct Address: Sendable, Hashable {
    /// The street's words, without house number and unit.
    var street: Words
    var number: [UInt8]
    var postcode: [UInt8]
    var locality: Words
    var region: UInt64
    var country: UInt64

    /// nil when no part says anything.
    init?(_ address: MatchAddress) {
        var line = StreetLine(address.street, number: address.houseNumber)
        line.finish()
        street = line.words
        number = line.number
        postcode = Self.postcode(address.postcode)
        locality = Words(folded: TextFolding.fold(address.locality))
        let regionText = TextFolding.fold(address.region)
        region = regionText.isEmpty ? 0 : StableHash.of(regionText)
        let countryText = TextFolding.fold(address.country)
        country = countryText.isEmpty ? 0 : StableHash.of(countryText)
        if street.isEmpty && postcode.isEmpty && locality.isEmpty && region == 0 && country == 0 { return nil }
    }

    /// Street, number, postcode and place as standardised.
    var text: String {
        [street.text, String(decoding: number, as: UTF8.self), String(decoding: postcode, as: UTF8.self), locality.text]
            .filter { !$0.isEmpty }.joined(separator: ", ")
    }

    /// Letters and digits without spaces; nine digits are a ZIP+4 and lose the last four.
    static func postcode(_ text: String) -> [UInt8] {
        let folded = TextFolding.fold(text).filter { $0 != 0x20 }
        let digitsOnly = folded.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
        return digitsOnly && folded.count == 9 ? Array(folded.prefix(5)) : folded
    }
}

/// A street line taken apart into street and house number.
private struct StreetLine {
    var number: [UInt8] = []
    var words = Words(folded: [])
    private var parts: [ArraySlice<UInt8>] = []
    private var given: [UInt8] = []

    init(_ street: String, number: String) {
        parts = Words.split(TextFolding.fold(street))
        given = Words.split(TextFolding.fold(number)).first.map(Array.init) ?? []
    }

    mutating func finish() {
        var names: [ArraySlice<UInt8>] = []
        var skipsNext = false
        var numberPlace: Int?
        number = given
        parts: for (index, part) in parts.enumerated() {
            let startsWithDigit = part.first.map { $0 >= 0x30 && $0 <= 0x39 } == true
            if startsWithDigit, index == 0, parts.count > 1, number.isEmpty, !Self.isOrdinal(part) {
                number = Array(part)
                numberPlace = index
                continue
            }
            if skipsNext {
                skipsNext = false
                if part.count == 1 || part.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) { continue }
            }
            switch StreetWords.role(of: part) {
            case .unit: skipsNext = true
            case .remark: break parts
            case .box: if !names.contains(Self.box) { names.append(Self.box) }
            case .name(let bytes, let tellsLittle):
                if startsWithDigit, !Self.isOrdinal(part), index > 0 {
                    if number.isEmpty {
                        number = Array(part)
                        numberPlace = index
                        continue
                    }
                    // `12 14` of a range, or the given number again
                    if part.elementsEqual(number) || numberPlace == index - 1 { continue }
                }
                if part.count == 1, index == parts.count - 1, !tellsLittle, !number.isEmpty { continue }  // `12 a`
                names.append(bytes)
            }
        }
        if names.isEmpty, parts.count == 1, given.isEmpty { names = [parts[0]]; number = [] }
        words = Words(parts: names, weigh: StreetWords.weight)
        number = Self.leadingDigits(number)
    }

    private static let box = Array("pobox".utf8)[...]

    /// `12a` and `12` are one house for the purposes here; a number without digits stays whole.
    private static func leadingDigits(_ number: [UInt8]) -> [UInt8] {
        let digits = number.prefix { $0 >= 0x30 && $0 <= 0x39 }.drop { $0 == 0x30 }
        return digits.isEmpty ? number : Array(digits)
    }

    /// `5th`, `21st`: a street's name, no house number.
    private static func isOrdinal(_ part: ArraySlice<UInt8>) -> Bool {
        let letters = part.drop { $0 >= 0x30 && $0 <= 0x39 }
        return letters.elementsEqual("th".utf8) || letters.elementsEqual("st".utf8) || letters.elementsEqual("nd".utf8)
            || letters.elementsEqual("rd".utf8)
    }
}
