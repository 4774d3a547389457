import Testing

@testable import MasterData

@Suite struct TaxRegistrationTests {
    /// Numbers that authorities or the companies themselves publish, and what becomes of other spellings.
    @Test(arguments: [
        ("DE 136 695 976", "DE136695976", "DE"), ("de129274202", "DE129274202", "DE"), ("ATU13585627", "ATU13585627", "AT"), ("BE 0776.091.951", "BE0776091951", "BE"),
        ("BE428759497", "BE0428759497", "BE"), ("BG175074752", "BG175074752", "BG"), ("CHE-107.787.577 IVA", "CHE107787577", "CH"), ("CHE116281710MWST", "CHE116281710", "CH"),
        ("CY10259033P", "CY10259033P", "CY"), ("CZ25123891", "CZ25123891", "CZ"), ("DK13585628", "DK13585628", "DK"), ("EE100594102", "EE100594102", "EE"),
        ("EL094259216", "EL094259216", "GR"), ("GR 094259216", "EL094259216", "GR"), ("ES B58378431", "ESB58378431", "ES"), ("ESX2482300W", "ESX2482300W", "ES"),
        ("FI20774740", "FI20774740", "FI"), ("FR 40 303 265 045", "FR40303265045", "FR"), ("FRK7399859412", "FRK7399859412", "FR"), ("GB 980 7806 84", "GB980780684", "GB"),
        ("XI980780684", "XI980780684", "GB"), ("HR33392005961", "HR33392005961", "HR"), ("HU12892312", "HU12892312", "HU"), ("IE6433435F", "IE6433435F", "IE"),
        ("IE6433435OA", "IE6433435OA", "IE"), ("IE8D79739I", "IE8D79739I", "IE"), ("IT00743110157", "IT00743110157", "IT"), ("LT119511515", "LT119511515", "LT"),
        ("LU15027442", "LU15027442", "LU"), ("LV40003521600", "LV40003521600", "LV"), ("MT11679112", "MT11679112", "MT"), ("NL004495445B01", "NL004495445B01", "NL"),
        ("NL002455799B11", "NL002455799B11", "NL"), ("NO 995 525 828 MVA", "NO995525828", "NO"), ("995525828MVA", "NO995525828", "NO"), ("PL8567346215", "PL8567346215", "PL"),
        ("PT501964843", "PT501964843", "PT"), ("RO18547290", "RO18547290", "RO"), ("SE123456789701", "SE123456789701", "SE"), ("SI50223054", "SI50223054", "SI"),
        ("SK2022749619", "SK2022749619", "SK"),
    ])
    func vat(raw: String, number: String, country: String) throws {
        let registration = try TaxRegistration.standardise(number: raw, type: nil, country: nil, recordCountry: nil)
        #expect(registration == TaxRegistration(type: "vat", number: number, country: country))
        #expect(try TaxRegistration.standardise(number: number, type: "vat", country: country, recordCountry: nil) == registration)
    }

    /// Every other check digit of a number is refused.
    @Test(arguments: [
        "DE136695976", "ATU13585627", "BE0428759497", "CHE107787577", "DK13585628", "EL094259216", "FI20774740", "FR40303265045", "GB980780684", "HR33392005961",
        "HU12892312", "IT00743110157", "LU15027442", "LV40003521600", "MT11679112", "NO995525828", "PL8567346215", "PT501964843", "SI50223054", "EE100594102",
        "RO18547290",
    ])
    func everyOtherCheckDigitIsRefused(number: String) {
        let right = number.utf8.last ?? 0
        for digit in UInt8(ascii: "0")...UInt8(ascii: "9") where digit != right {
            let changed = String(decoding: number.utf8.dropLast() + [digit], as: UTF8.self)
            #expect { try TaxRegistration.standardise(number: changed, type: nil, country: nil, recordCountry: nil) } throws: {
                ($0 as? ValueRefusal)?.code == "check-digit"
            }
        }
    }

    @Test(arguments: [("DE12345678", "tax-id-format"), ("NL004495445A01", "tax-id-format"), ("DE", "tax-id-format"), ("", "tax-id-format"), ("n/a", "tax-id-format"), ("DE136695976; x", "tax-id-format")])
    func refuses(raw: String, code: String) {
        #expect { try TaxRegistration.standardise(number: raw, type: nil, country: nil, recordCountry: nil) } throws: { ($0 as? ValueRefusal)?.code == code }
    }

    @Test(arguments: [
        ("136695976", "vat", "DE", nil, "vat", "DE136695976", "DE"), ("136695976", "vat", nil, "DE", "vat", "DE136695976", "DE"),
        ("136695976", nil, "DE", nil, "vat", "DE136695976", "DE"), ("12/345/67890", nil, "DE", nil, "other", "1234567890", "DE"),
        ("DE136695976", "DE0", nil, nil, "vat", "DE136695976", "DE"), ("136695976", "DE0", nil, nil, "vat", "DE136695976", "DE"),
        ("1234567890", "DE1", nil, nil, "de1", "1234567890", "DE"), ("DE136695976", "eu_vat", nil, nil, "vat", "DE136695976", "DE"),
        ("980780684", "gb_vat", nil, nil, "vat", "GB980780684", "GB"), ("12-3456789", nil, nil, nil, "ein", "12-3456789", "US"),
        ("123456789", "us_ein", nil, nil, "ein", "12-3456789", "US"), ("123456789", nil, nil, nil, "other", "123456789", nil),
        ("12.345.678-9", "cl_tin", nil, nil, "cl_tin", "123456789", "CL"), ("29GGGGG1314R9Z6", "in_gst", nil, nil, "in_gst", "29GGGGG1314R9Z6", "IN"),
    ] as [(String, String?, String?, String?, String, String, String?)])
    func kinds(raw: String, type: String?, country: String?, record: String?, kind: String, number: String, where place: String?) throws {
        let registration = try TaxRegistration.standardise(number: raw, type: type, country: country, recordCountry: record)
        #expect(registration == TaxRegistration(type: kind, number: number, country: place))
        #expect(
            try TaxRegistration.standardise(number: number, type: kind, country: place, recordCountry: nil) == registration, "a second pass changes nothing")
    }

    @Test func aVatNumberNeedsItsCountry() {
        #expect { try TaxRegistration.standardise(number: "136695976", type: "vat", country: nil, recordCountry: nil) } throws: {
            ($0 as? ValueRefusal)?.code == "tax-id-country"
        }
    }

    @Test(arguments: ["07-1234567", "00-0000000", "89-1234567"])
    func einsOfNoCampus(raw: String) {
        #expect(throws: ValueRefusal.self) { try TaxRegistration.standardise(number: raw, type: nil, country: nil, recordCountry: nil) }
    }
}
