extension WordFamily {
    static let nordic = WordFamily(
        language: "sv",
        givenNames: """
            Lars Anna Anders Maria Mikael Karin Johan Kristina Per Eva Erik Lena Peter Sara Karl Emma Jan Kerstin Henrik Ingrid Mads Mette \
            Søren Kirsten Jens Hanne Ole Bjørn Solveig Håkon Astrid Matti Aino Juha Päivi Timo Nils Sofie Kjell Liv
            """,
        surnames: """
            Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson Gustafsson Hansen Nielsen Jensen Pedersen Andersen \
            Christensen Larsen Sørensen Rasmussen Jørgensen Petersen Madsen Olsen Johansen Berg Haugen Hagen Lindberg Lindström Lindqvist \
            Bergström Sandberg Lundgren Holm Dahl Lund Solberg Strand Virtanen Korhonen Mäkinen Nieminen Laine Heikkinen Niemi Björk Öberg \
            Åkesson
            """,
        activities: """
            Teknik Bygg Transport Fastigheter Handel Konsult Industri Maskin Elektro Logistik Data Energi Marin Fisk Skog Trä Stål Livs \
            Möbler Plast Verkstad Miljö Media Entreprenad VVS Montage Emballage Rederi Medical Systems
            """,
        brands: """
            Nordic Svea Skandia Norden Fjord Polar Arctic Baltic Viking Tor Odin Freja Midgard Polstjärnan Björn Varg Älg Granit Norr \
            Öresund Mälar Vänern Dana Jylland Bergen Suomi Saimaa Kaleva Aurora Kronan
            """,
        branchWord: "Avdelning", groupWords: ["Holding", "Gruppen", "Invest", "Koncern"],
        streets: """
            Storgatan Kungsgatan Drottninggatan Järnvägsgatan Industrivägen Skolgatan Ringvägen Hamngatan Västra_Vägen Kyrkogatan Parkvägen \
            Strandvägen Verkstadsgatan Nygatan Nørregade Vestergade Hovedgaden Industrivej Storgata Kirkegata Havnegata Sjøgata \
            Mannerheimintie Asematie Teollisuuskatu Rautatienkatu
            """,
        townStarts: "Väster Öster Norr Söder Berg Sand Lind Björk Ek Ny Gammel Ström Sol Vik Ren Hög Troll Nord",
        townEnds: "by ås vik berga torp näs köping sund holm dal stad lunda",
        and: "och"
    )
}
