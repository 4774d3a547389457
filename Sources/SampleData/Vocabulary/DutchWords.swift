extension WordFamily {
    static let dutch = WordFamily(
        language: "nl",
        givenNames: """
            Jan Maria Peter Johanna Hendrik Anna Kees Elisabeth Willem Monique Erik Ingrid Martijn Sandra Jeroen Marieke Bart Esther Dennis \
            Linda Pieter Annelies Mark Femke Thijs Saskia Wouter Lotte Sjoerd Anouk Ruben Eva Joris Sanne Gerrit
            """,
        surnames: """
            de_Jong Jansen de_Vries van_den_Berg van_Dijk Bakker Janssen Visser Smit Meijer de_Boer Mulder de_Groot Bos Vos Peters Hendriks \
            van_Leeuwen Dekker Brouwer de_Wit Dijkstra Smits de_Graaf van_der_Meer Kok Jacobs de_Haan Vermeulen van_den_Heuvel van_der_Veen \
            van_den_Broek de_Bruijn Schouten van_Beek Willems Kuipers Verhoeven Huisman Post Prins Postma Veenstra Koster Maas Vink Wouters \
            Mertens
            """,
        activities: """
            Transport Bouw Techniek Handel Advies Logistiek Installatietechniek Metaal Automatisering Vastgoed Verpakkingen Voeding Energie \
            Elektro Machines Kunststof Diensten Media Schoonmaak Tuinbouw Bloemen Zuivel Drukkerij Meubelen Scheepsbouw Waterbeheer Software \
            Consultancy Interieur Koeltechniek
            """,
        brands: """
            Holland Noordzee Delta Oranje Rijn Maas Zuid Noord Polder Dijk Haven Zon Ster Euro Inter Randstad Veluwe Zeeland Brabant Gelder \
            Hanze Tulp Leeuw Molen Kroon Anker Kompas Atlas Linde Vesting
            """,
        branchWord: "Vestiging", groupWords: ["Holding", "Groep", "Beheer", "Participaties"],
        streets: """
            Dorpsstraat Kerkstraat Stationsweg Hoofdstraat Molenweg Schoolstraat Julianastraat Industrieweg Nieuwstraat Wilhelminastraat \
            Parkweg Havenstraat Beatrixlaan Marktstraat Kanaalweg Ambachtsweg Energieweg Handelsweg Nijverheidsweg Lindelaan Eikenlaan \
            Beukenlaan Spoorstraat Brugstraat Singel Zuidweg Edisonstraat Ringbaan
            """,
        townStarts: "Nieuw Oud Oost West Noord Zuid Hoog Laag Water Veen Zand Berg Brand Wijk Haar Zee Heem Valken",
        townEnds: "dorp dam horst wijk veen hoven kerk burg drecht beek stede huizen loo meer",
        and: "en"
    )
}
