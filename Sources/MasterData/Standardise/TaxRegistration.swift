/// A tax registration as the hub keeps it.
package struct TaxRegistration: Sendable, Hashable {
    /// `vat`, `ein`, the platform's own name of another kind in lower case, or `other`.
    package var type: String
    /// VAT: with its prefix, without punctuation (`DE136695976`, `CHE116281710`, `NO923609016`). EIN: `12-3456789`. Others: letters and
    /// digits only, upper case.
    package var number: String
    /// ISO alpha-2, where known.
    package var country: String?

    /// Infers the kind, the country and the prefix where the number or its sender says them, and checks format and check digits of VAT numbers.
    /// - Parameters:
    ///   - type: What the platform calls the number: `vat`, Stripe's `eu_vat`, SAP's `DE0`, `ein`, …; nil: infer.
    ///   - country: Country that the sender gave with the number.
    ///   - recordCountry: Country of the record, for a number said to be a VAT number that has no country itself.
    package static func standardise(
        number raw: String, type: String?, country: String?, recordCountry: String?
    ) throws(ValueRefusal) -> TaxRegistration {
        let bytes = try compact(raw)
        let kind = type.map { TaxKind(named: $0) } ?? TaxKind(isVat: false, isEin: false, name: nil, country: nil)
        let stated = country ?? kind.country
        let prefix = vatPrefix(of: bytes, stated: stated)
        if kind.isEin || (type == nil && isWrittenAsEin(raw) && (stated ?? "US") == "US") { return try ein(bytes) }
        // Norway marks the organisation number of a VAT payer behind: 995525828MVA.
        if kind.isVat || type == nil, bytes.count == 12, bytes.suffix(3).elementsEqual("MVA".utf8) { return try vat("NO", bytes) }
        if kind.isVat || (type == nil && prefix != nil) {
            if let prefix { return try vat(prefix, bytes.dropFirst(2)) }
            guard let prefix = (stated ?? recordCountry).flatMap(VatNumber.prefix(ofCountry:)) else {
                guard stated == nil, recordCountry == nil else {
                    return TaxRegistration(type: "vat", number: String(decoding: bytes, as: UTF8.self), country: stated ?? recordCountry)
                }
                throw ValueRefusal("tax-id-country", "a VAT number without its country; send it with its prefix, such as DE, or with `country`")
            }
            return try vat(prefix, bytes)
        }
        if type == nil, let stated, let prefix = VatNumber.prefix(ofCountry: stated) {
            let body = VatNumber.body(bytes, prefix: prefix)
            if VatNumber.judge(body, prefix: prefix) == .valid { return try vat(prefix, bytes) }
        }
        return TaxRegistration(type: kind.name ?? "other", number: String(decoding: bytes, as: UTF8.self), country: stated)
    }

    private static func vat(_ prefix: String, _ digits: ArraySlice<UInt8>) throws(ValueRefusal) -> TaxRegistration {
        let body = VatNumber.body(digits, prefix: prefix)
        switch VatNumber.judge(body, prefix: prefix) {
        case .valid:
            return TaxRegistration(type: "vat", number: prefix + String(decoding: body, as: UTF8.self), country: VatNumber.country(ofPrefix: prefix))
        case .wrongFormat: throw ValueRefusal("tax-id-format", "not in the form of a VAT number of \(prefix); compare it with the register (VIES)")
        case .wrongCheckDigit: throw ValueRefusal("check-digit", "the check digit of the VAT number is wrong; compare it with the register (VIES)")
        }
    }

    /// The VAT prefix that the number starts with. When the sender gave a country, only that country's prefix counts: a Spanish or French
    /// body may itself start with two letters.
    private static func vatPrefix(of bytes: ArraySlice<UInt8>, stated: String?) -> String? {
        guard bytes.count > 3 else { return nil }
        var prefix = String(decoding: bytes.prefix(2), as: UTF8.self)
        if prefix == "GR" { prefix = "EL" }
        guard let country = VatNumber.country(ofPrefix: prefix) else { return nil }
        return stated == nil || stated == country ? prefix : nil
    }

    /// Letters and digits in upper case; spaces and `. - / _` are how people group them.
    private static func compact(_ raw: String) throws(ValueRefusal) -> ArraySlice<UInt8> {
        var bytes: [UInt8] = []
        for byte in raw.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A: bytes.append(byte)
            case 0x61...0x7A: bytes.append(byte & 0xDF)
            case UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "_"): break
            default: throw ValueRefusal("tax-id-format", "a tax number has only letters, digits and . - / between them; send it alone")
            }
        }
        guard (2...40).contains(bytes.count), bytes.contains(where: { $0 &- 0x30 < 10 }) else {
            throw ValueRefusal("tax-id-format", "a tax number has 2 to 40 letters and digits; send it in full")
        }
        return bytes[...]
    }

    // MARK: United States

    /// `12-3456789`: no other register writes its numbers so.
    private static func isWrittenAsEin(_ raw: String) -> Bool {
        let bytes = Array(raw.utf8)
        return bytes.count == 10 && bytes[2] == UInt8(ascii: "-") && bytes.enumerated().allSatisfy { $0.offset == 2 || $0.element &- 0x30 < 10 }
    }

    private static func ein(_ bytes: ArraySlice<UInt8>) throws(ValueRefusal) -> TaxRegistration {
        var digits = bytes
        if digits.starts(with: "US".utf8) { digits = digits.dropFirst(2) }
        let isNumber = digits.count == 9 && digits.allSatisfy { $0 &- 0x30 < 10 }
        guard isNumber, einPrefixes.contains(where: { $0.contains(CheckDigits.remainder(digits.prefix(2), 100)) })
        else { throw ValueRefusal("tax-id-format", "not an employer identification number; send its nine digits, such as 12-3456789") }
        let text = String(decoding: digits, as: UTF8.self)
        return TaxRegistration(type: "ein", number: text.prefix(2) + "-" + text.dropFirst(2), country: "US")
    }

    /// Campus prefixes in use (IRS, "How EINs are assigned and valid EIN prefixes").
    private static let einPrefixes = [1...6, 10...16, 20...27, 30...48, 50...68, 71...77, 80...88, 90...95, 98...99]
}

/// What a platform's name for a kind of tax number means.
struct TaxKind {
    var isVat: Bool
    var isEin: Bool
    /// The name to keep for any other kind.
    var name: String?
    var country: String?

    private static let vatNames: Set<String> = [
        "vat", "vatid", "vat_id", "vat number", "ust-id", "ustid", "tva", "btw", "mwst", "mva", "moms",
    ]

    init(isVat: Bool, isEin: Bool, name: String?, country: String?) {
        self.isVat = isVat
        self.isEin = isEin
        self.name = name
        self.country = country
    }

    init(named raw: String) {
        let name = raw.lowercased()
        let upper = raw.uppercased()
        self.init(isVat: false, isEin: false, name: name, country: nil)
        let parts = name.split(separator: "_", maxSplits: 1)
        if Self.vatNames.contains(name) || (parts.count == 2 && parts[1] == "vat") {
            isVat = true
        } else if ["ein", "fein", "us_ein"].contains(name) {
            isEin = true
        }
        // Stripe puts the country first (`gb_vat`), SAP two letters of the country before the digit of the kind, of which 0 is VAT.
        if parts.count == 2, parts[0].utf8.count == 2, Country.isCode(parts[0].uppercased()) { country = parts[0].uppercased() }
        if upper.utf8.count == 3, let digit = upper.utf8.last, digit &- 0x30 < 10, Country.isCode(String(upper.prefix(2))) {
            country = String(upper.prefix(2))
            isVat = digit == 0x30 && VatNumber.prefix(ofCountry: String(upper.prefix(2))) != nil
        }
    }
}
