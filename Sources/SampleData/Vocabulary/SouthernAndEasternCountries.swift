extension Country {
    static let italy = Country(
        "IT", spellings: ["Italy", "Italia", "ITA"], currency: "EUR", calling: "39", trunk: "", phoneLength: 10, domain: "it", words: .italian,
        legalForms: [
            LegalForm("S.r.l.", "SRL", "Srl", "s.r.l."), LegalForm("S.p.A.", "SPA", "SpA", "Società per Azioni"), LegalForm("S.n.c.", "SNC"),
            LegalForm("S.a.s.", "SAS"),
        ],
        cities: """
            Milano|MI|201##|02
            Roma|RM|001##|06
            Torino|TO|101##|011
            Napoli|NA|801##|081
            Bologna|BO|401##|051
            Firenze|FI|501##|055
            Genova|GE|161##|010
            Verona|VR|371##|045
            Padova|PD|351##|049
            Bari|BA|701##|080
            """,
        ruralPostcode: nil, ruralAreas: ["0423", "0536", "0734"])

    static let spain = Country(
        "ES", spellings: ["Spain", "España", "ESP", "Espana"], currency: "EUR", calling: "34", trunk: "", phoneLength: 9, domain: "es",
        words: .iberian,
        legalForms: [
            LegalForm("S.L.", "SL", "Sociedad Limitada", "S.L.U."), LegalForm("S.A.", "SA", "Sociedad Anónima"), LegalForm("S. Coop.", "SCoop"),
        ],
        cities: """
            Madrid|Madrid|280##|91
            Barcelona|Barcelona|080##|93
            Valencia|Valencia|460##|96
            Sevilla|Sevilla|410##|95
            Zaragoza|Zaragoza|500##|976
            Málaga|Málaga|290##|952
            Bilbao|Vizcaya|480##|94
            Murcia|Murcia|300##|968
            """,
        ruralPostcode: nil, ruralAreas: ["924", "967", "973"])

    static let portugal = Country(
        "PT", spellings: ["Portugal", "PRT", "PORTUGAL"], currency: "EUR", calling: "351", trunk: "", phoneLength: 9, domain: "pt", words: .iberian,
        legalForms: [LegalForm("Lda.", "Lda", "Limitada"), LegalForm("S.A.", "SA"), LegalForm("Unipessoal Lda.", "Unipessoal, Lda")],
        cities: """
            Lisboa||1###-###|21
            Porto||4###-###|22
            Braga||47##-###|253
            Coimbra||30##-###|239
            Faro||80##-###|289
            """,
        ruralPostcode: "2###-###", ruralAreas: ["244", "262", "272"])

    static let poland = Country(
        "PL", spellings: ["Poland", "Polska", "POL"], currency: "PLN", calling: "48", trunk: "", phoneLength: 9, domain: "pl", words: .polish,
        legalForms: [
            LegalForm("Sp. z o.o.", "sp. z o.o.", "Spółka z o.o.", "SP. Z O.O.", "Sp.z.o.o."), LegalForm("S.A.", "SA", "Spółka Akcyjna"),
            LegalForm("Sp. k.", "Spółka komandytowa"), LegalForm("Sp. j.", "Spółka jawna"),
        ],
        cities: """
            Warszawa||0#-###|22
            Kraków||3#-###|12
            Łódź||9#-###|42
            Wrocław||5#-###|71
            Poznań||6#-###|61
            Gdańsk||8#-###|58
            Katowice||40-###|32
            """,
        ruralPostcode: "2#-###", ruralAreas: ["17", "23", "29", "87"])
}
