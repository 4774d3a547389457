extension Country {
    static let unitedStates = Country(
        "US", spellings: ["United States", "USA", "United States of America", "U.S.A.", "usa"], currency: "USD", calling: "1", trunk: "1",
        phoneLength: 10, domain: "com",
        words: .english,
        legalForms: [
            LegalForm("Inc.", "Inc", "Incorporated", "INC", ", Inc."), LegalForm("LLC", "L.L.C.", "Llc", ", LLC"),
            LegalForm("Corp.", "Corporation", "Corp"),
            LegalForm("Co.", "Company", "Co"), LegalForm("LP", "L.P."), LegalForm("LLP", "L.L.P."), LegalForm("PLLC", "P.L.L.C."),
        ],
        cities: """
            New York|NY|100##|212
            Los Angeles|CA|900##|213
            Chicago|IL|606##|312
            Houston|TX|770##|713
            Phoenix|AZ|850##|602
            Philadelphia|PA|191##|215
            San Antonio|TX|782##|210
            San Diego|CA|921##|619
            Dallas|TX|752##|214
            San Jose|CA|951##|408
            Austin|TX|787##|512
            Columbus|OH|432##|614
            Charlotte|NC|282##|704
            Indianapolis|IN|462##|317
            San Francisco|CA|941##|415
            Seattle|WA|981##|206
            Denver|CO|802##|303
            Boston|MA|021##|617
            Nashville|TN|372##|615
            Portland|OR|972##|503
            Atlanta|GA|303##|404
            Minneapolis|MN|554##|612
            Springfield|IL|627##|217
            Springfield|MA|011##|413
            Springfield|MO|658##|417
            """,
        ruralPostcode: nil, ruralAreas: ["740", "812", "859", "517", "308", "641"], numberFirst: true)

    static let unitedKingdom = Country(
        "GB", spellings: ["United Kingdom", "UK", "GBR", "Great Britain", "England"], currency: "GBP", calling: "44", trunk: "0", phoneLength: 10,
        domain: "co.uk",
        words: .english,
        legalForms: [
            LegalForm("Ltd", "Limited", "Ltd.", "LTD"), LegalForm("PLC", "plc", "P.L.C.", "Public Limited Company"), LegalForm("LLP", "L.L.P."),
            LegalForm("& Sons Ltd", "and Sons Limited", "& Sons"),
        ],
        cities: """
            London|Greater London|EC#@ #@@|20
            Manchester|Greater Manchester|M#@ #@@|161
            Birmingham|West Midlands|B## #@@|121
            Leeds|West Yorkshire|LS## #@@|113
            Glasgow|Scotland|G## #@@|141
            Bristol|Avon|BS# #@@|117
            Liverpool|Merseyside|L## #@@|151
            Edinburgh|Scotland|EH# #@@|131
            Sheffield|South Yorkshire|S## #@@|114
            Cardiff|Wales|CF## #@@|29
            Leicester|Leicestershire|LE# #@@|116
            Nottingham|Nottinghamshire|NG# #@@|115
            Reading|Berkshire|RG## #@@|118
            Newcastle upon Tyne|Tyne and Wear|NE# #@@|191
            """,
        ruralPostcode: "T@## #@@", ruralAreas: ["1224", "1492", "1634", "1743"], numberFirst: true)

    static let ireland = Country(
        "IE", spellings: ["Ireland", "IRL", "Éire", "Republic of Ireland"], currency: "EUR", calling: "353", trunk: "0", phoneLength: 9, domain: "ie",
        words: .english,
        legalForms: [LegalForm("Ltd", "Limited", "Teoranta"), LegalForm("DAC", "Designated Activity Company"), LegalForm("PLC", "plc")],
        cities: """
            Dublin|D|D0# @###|1
            Cork|CO|T12 @###|21
            Galway|G|H91 @###|91
            Limerick|LK|V94 @###|61
            Waterford|WD|X91 @###|51
            """,
        ruralPostcode: "A9# @###", ruralAreas: ["42", "56", "64"], numberFirst: true)

    static let canada = Country(
        "CA", spellings: ["Canada", "CAN", "CANADA"], currency: "CAD", calling: "1", trunk: "1", phoneLength: 10, domain: "ca", words: .english,
        legalForms: [
            LegalForm("Inc.", "Inc", "Incorporated"), LegalForm("Ltd.", "Limited", "Ltd", "Ltée"), LegalForm("Corp.", "Corporation"),
            LegalForm("ULC", "U.L.C."),
        ],
        cities: """
            Toronto|ON|M5@ #@#|416
            Montréal|QC|H3@ #@#|514
            Vancouver|BC|V6@ #@#|604
            Calgary|AB|T2@ #@#|403
            Edmonton|AB|T5@ #@#|780
            Ottawa|ON|K1@ #@#|613
            Winnipeg|MB|R3@ #@#|204
            Halifax|NS|B3@ #@#|902
            """,
        ruralPostcode: "L0@ #@#", ruralAreas: ["705", "250", "306"], numberFirst: true)
}
