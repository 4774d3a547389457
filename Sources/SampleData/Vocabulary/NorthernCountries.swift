extension Country {
    static let sweden = Country(
        "SE", spellings: ["Sweden", "Sverige", "SWE"], currency: "SEK", calling: "46", trunk: "0", phoneLength: 9, domain: "se", words: .nordic,
        legalForms: [LegalForm("AB", "Aktiebolag", "A.B."), LegalForm("HB", "Handelsbolag"), LegalForm("AB (publ)", "AB publ")],
        cities: """
            Stockholm|AB|11# ##|8
            Göteborg|O|41# ##|31
            Malmö|M|21# ##|40
            Uppsala|C|75# ##|18
            Västerås|U|72# ##|21
            Örebro|T|70# ##|19
            Linköping|E|58# ##|13
            """,
        ruralPostcode: "8## ##", ruralAreas: ["500", "660", "911"])

    static let denmark = Country(
        "DK", spellings: ["Denmark", "Danmark", "DNK"], currency: "DKK", calling: "45", trunk: "", phoneLength: 8, domain: "dk", words: .nordic,
        legalForms: [LegalForm("A/S", "AS", "Aktieselskab"), LegalForm("ApS", "APS", "Anpartsselskab"), LegalForm("I/S", "IS")],
        cities: """
            København||1###|33
            Aarhus||80##|86
            Odense||50##|65
            Aalborg||90##|98
            Esbjerg||67##|75
            """,
        ruralPostcode: "4###", ruralAreas: ["57", "59", "97"])

    static let norway = Country(
        "NO", spellings: ["Norway", "Norge", "NOR"], currency: "NOK", calling: "47", trunk: "", phoneLength: 8, domain: "no", words: .nordic,
        legalForms: [LegalForm("AS", "A/S", "Aksjeselskap"), LegalForm("ASA", "A.S.A."), LegalForm("ANS", "DA")],
        cities: """
            Oslo||0###|22
            Bergen||50##|55
            Trondheim||70##|73
            Stavanger||40##|51
            Tromsø||90##|77
            """,
        ruralPostcode: "6###", ruralAreas: ["61", "35", "38"])

    static let finland = Country(
        "FI", spellings: ["Finland", "Suomi", "FIN"], currency: "EUR", calling: "358", trunk: "0", phoneLength: 9, domain: "fi", words: .nordic,
        legalForms: [
            LegalForm("Oy", "OY", "Osakeyhtiö"), LegalForm("Oyj", "Abp"), LegalForm("Oy Ab", "Ab Oy"), LegalForm("Ky", "Kommandiittiyhtiö"),
        ],
        cities: """
            Helsinki||00##0|9
            Espoo||02##0|9
            Tampere||33##0|3
            Turku||20##0|2
            Oulu||90##0|8
            """,
        ruralPostcode: "6##00", ruralAreas: ["14", "17", "19"])
}
