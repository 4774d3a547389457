extension Country {
    static let france = Country(
        "FR", spellings: ["France", "FRA", "FRANCE"], currency: "EUR", calling: "33", trunk: "0", phoneLength: 9, domain: "fr", words: .french,
        legalForms: [
            LegalForm("SARL", "S.A.R.L.", "Sàrl", "Sarl"), LegalForm("SAS", "S.A.S.", "Société par actions simplifiée"),
            LegalForm("SA", "S.A.", "Société Anonyme"),
            LegalForm("EURL", "E.U.R.L."), LegalForm("SNC", "S.N.C."),
        ],
        cities: """
            Paris|Île-de-France|750##|1
            Lyon|Auvergne-Rhône-Alpes|6900#|4
            Marseille|Provence-Alpes-Côte d'Azur|130##|4
            Toulouse|Occitanie|31#00|5
            Nice|Provence-Alpes-Côte d'Azur|06#00|4
            Nantes|Pays de la Loire|44#00|2
            Strasbourg|Grand Est|67#00|3
            Bordeaux|Nouvelle-Aquitaine|33#00|5
            Lille|Hauts-de-France|59#00|3
            Rennes|Bretagne|35#00|2
            Grenoble|Auvergne-Rhône-Alpes|38#00|4
            Dijon|Bourgogne-Franche-Comté|21#00|3
            """,
        ruralPostcode: nil, ruralAreas: ["2", "3", "4", "5"], numberFirst: true)

    static let belgium = Country(
        "BE", spellings: ["Belgium", "België", "BEL", "Belgique"], currency: "EUR", calling: "32", trunk: "0", phoneLength: 8, domain: "be",
        words: .dutch,
        legalForms: [LegalForm("BV", "B.V.", "BVBA", "SRL"), LegalForm("NV", "N.V.", "SA"), LegalForm("CV", "CVBA")],
        cities: """
            Brussel|BRU|10#0|2
            Antwerpen|VAN|20#0|3
            Gent|VOV|90#0|9
            Liège|WLG|40#0|4
            Brugge|VWV|80#0|50
            Leuven|VBR|30#0|16
            """,
        ruralPostcode: "85#0", ruralAreas: ["56", "14", "89"])

    static let netherlands = Country(
        "NL", spellings: ["Netherlands", "Nederland", "The Netherlands", "NLD", "Holland"], currency: "EUR", calling: "31", trunk: "0",
        phoneLength: 9, domain: "nl",
        words: .dutch,
        legalForms: [
            LegalForm("B.V.", "BV", "b.v.", "Besloten Vennootschap"), LegalForm("N.V.", "NV"), LegalForm("V.O.F.", "VOF"), LegalForm("C.V.", "CV"),
        ],
        cities: """
            Amsterdam|NH|10## @@|20
            Rotterdam|ZH|30## @@|10
            Den Haag|ZH|25## @@|70
            Utrecht|UT|35## @@|30
            Eindhoven|NB|56## @@|40
            Groningen|GR|97## @@|50
            Tilburg|NB|50## @@|13
            Breda|NB|48## @@|76
            Nijmegen|GE|65## @@|24
            Zwolle|OV|80## @@|38
            """,
        ruralPostcode: "7### @@", ruralAreas: ["341", "571", "228", "187"])
}
