extension WordFamily {
    static let german = WordFamily(
        language: "de",
        givenNames: """
            Thomas Andreas Sabine Michael Petra Stefan Monika Christian Susanne Markus Claudia Peter Julia Martin Birgit Frank Anna Jürgen \
            Katrin Wolfgang Heike Tobias Nicole Matthias Stefanie Uwe Angelika Florian Ulrike Bernd Katharina Jörg Lena Ralf Gabriele \
            Sebastian Jana Holger Silke Günther
            """,
        surnames: """
            Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder \
            Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Werner Krause Lehmann Köhler Maier König Huber Kaiser Fuchs \
            Peters Scholz Möller Weiß Jung Hahn Vogel Keller Frank Berger Winkler Roth Beck Lorenz Baumann Albrecht Ludwig Böhm Kuhn Pohl \
            Horn Bergmann Thomas Brandt Haas Schreiber Graf Dietrich Ziegler Kuhlmann Engel Sauer Arnold Pfeiffer Reinhardt Lindner \
            Steinbach Ritter Gruber Wimmer Egger Brunner Ammann Zbinden
            """,
        activities: """
            Maschinenbau Logistik Elektrotechnik Bau Immobilien Handel Software Consulting Metallbau Transporte Anlagenbau Gebäudetechnik \
            Medizintechnik Druck Verpackungen Kunststofftechnik Werkzeugbau Energie Umwelttechnik Spedition Systeme Möbel Getränke \
            Lebensmittel Holzbau Feinmechanik Messtechnik Sanitär Automation Pumpen Antriebstechnik Chemie Pharma Labortechnik Textil Medien \
            Verlag Bäckerei Autohaus Personalservice Stahlhandel Optik Kältetechnik Fördertechnik Reinigung Gartenbau
            """,
        brands: """
            Nord Rhein Alpen Hansa Inter Euro Prima Terra Vita Nova Isar Elbe Donau Taunus Harz Spree Weser Merkur Saturn Atlas Delta Omega \
            Orion Phönix Adler Falken Krone Löwen Sonnen Berg Wald Stern Silber Gold Stein Eisen Kupfer Feld Hafen Brücken
            """,
        branchWord: "Niederlassung", groupWords: ["Holding", "Gruppe", "Beteiligungen", "Verwaltung"],
        streets: """
            Hauptstraße Bahnhofstraße Schulstraße Gartenstraße Dorfstraße Bergstraße Industriestraße Kirchstraße Waldstraße Ringstraße \
            Goethestraße Schillerstraße Lindenstraße Mozartstraße Am_Gewerbepark Lessingstraße Rosenweg Gewerbestraße Daimlerstraße \
            Siemensstraße Hafenstraße Marktplatz Mühlenweg Robert-Bosch-Straße Friedrichstraße Wiesenweg Parkallee Am_Bahnhof \
            Max-Planck-Straße Carl-Zeiss-Straße Dieselstraße Bismarckstraße Uferstraße Kaiserallee Steinweg
            """,
        townStarts: """
            Neu Alt Ober Unter Wald Stein Berg Eber Hohen Lang Schön Rein Frei Winter Königs Grün Mühl Hirsch Linden Buch Tann Eich Wolfs \
            Falken Rosen Weiß Bären Rothen Ehren Sonnen
            """,
        townEnds: "berg dorf hausen heim stadt feld bach burg hofen kirchen tal au ingen felden brunn furt wald",
        and: "und"
    )
}
