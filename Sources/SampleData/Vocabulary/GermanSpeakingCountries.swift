extension Country {
    static let germany = Country(
        "DE", spellings: ["Germany", "Deutschland", "GERMANY", "DEU", "D"], currency: "EUR", calling: "49", trunk: "0", phoneLength: 10, domain: "de",
        words: .german,
        legalForms: [
            LegalForm("GmbH", "G.m.b.H.", "Gesellschaft mbH", "mbH", "GMBH"),
            LegalForm("GmbH & Co. KG", "GmbH & Co KG", "GmbH+Co.KG", "GmbH und Co. KG"),
            LegalForm("AG", "Aktiengesellschaft", "A.G."), LegalForm("UG (haftungsbeschränkt)", "UG"), LegalForm("KG", "Kommanditgesellschaft"),
            LegalForm("OHG", "oHG"), LegalForm("e.K.", "eK"), LegalForm("SE", "S.E."),
        ],
        cities: """
            Berlin|BE|10###|30
            Hamburg|HH|20###|40
            München|BY|80###|89
            Köln|NW|50###|221
            Frankfurt am Main|HE|60###|69
            Stuttgart|BW|70###|711
            Düsseldorf|NW|40###|211
            Leipzig|SN|04###|341
            Dortmund|NW|44###|231
            Essen|NW|45###|201
            Bremen|HB|28###|421
            Dresden|SN|01###|351
            Hannover|NI|30###|511
            Nürnberg|BY|90###|911
            Mannheim|BW|68###|621
            Karlsruhe|BW|76###|721
            Augsburg|BY|86###|821
            Münster|NW|48###|251
            Bielefeld|NW|33###|521
            Kassel|HE|34###|561
            Freiburg im Breisgau|BW|79###|761
            Würzburg|BY|97###|931
            """,
        ruralPostcode: nil, ruralAreas: ["7141", "8161", "2331", "6221", "9131", "5241", "3671", "4551"])

    static let austria = Country(
        "AT", spellings: ["Austria", "Österreich", "AUT", "Oesterreich", "A"], currency: "EUR", calling: "43", trunk: "0", phoneLength: 9,
        domain: "at", words: .german,
        legalForms: [
            LegalForm("GmbH", "Ges.m.b.H.", "GesmbH", "G.m.b.H."), LegalForm("GmbH & Co KG", "GmbH & Co. KG"), LegalForm("AG", "Aktiengesellschaft"),
            LegalForm("KG", "K.G."), LegalForm("e.U.", "eU"),
        ],
        cities: """
            Wien|9|1##0|1
            Graz|6|80##|316
            Linz|4|40##|732
            Salzburg|5|50##|662
            Innsbruck|7|60##|512
            Klagenfurt|2|90##|463
            Wels|4|46##|7242
            Dornbirn|8|68##|5572
            """,
        ruralPostcode: "3###", ruralAreas: ["2742", "7612", "6212", "4242"])

    static let switzerland = Country(
        "CH", spellings: ["Switzerland", "Schweiz", "CHE", "Suisse"], currency: "CHF", calling: "41", trunk: "0", phoneLength: 9, domain: "ch",
        words: .german,
        legalForms: [LegalForm("AG", "Aktiengesellschaft", "SA"), LegalForm("GmbH", "Sàrl", "G.m.b.H."), LegalForm("KlG", "Kollektivgesellschaft")],
        cities: """
            Zürich|ZH|80##|44
            Genève|GE|12##|22
            Basel|BS|40##|61
            Bern|BE|30##|31
            Lausanne|VD|10##|21
            Winterthur|ZH|84##|52
            Luzern|LU|60##|41
            St. Gallen|SG|90##|71
            Zug|ZG|63##|41
            """,
        ruralPostcode: "5###", ruralAreas: ["62", "56", "33"])
}
