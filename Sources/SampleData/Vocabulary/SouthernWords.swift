extension WordFamily {
    static let italian = WordFamily(
        language: "it",
        givenNames: """
            Giuseppe Maria Antonio Anna Giovanni Giulia Francesco Francesca Marco Laura Andrea Elena Luca Chiara Alessandro Paola Stefano \
            Sara Roberto Silvia Paolo Valentina Matteo Martina Davide Federica Simone Alessandra Nicolò Beatrice
            """,
        surnames: """
            Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti De_Luca Mancini Costa Giordano Rizzo \
            Lombardi Moretti Barbieri Fontana Santoro Mariani Rinaldi Caruso Ferrara Galli Martini Leone Longo Gentile Martinelli Vitale \
            Lombardo Serra Coppola De_Santis Marchetti Parisi
            """,
        activities: """
            Costruzioni Trasporti Meccanica Impianti Servizi Immobiliare Alimentari Elettronica Informatica Logistica Plastica Arredamenti \
            Tessile Ceramiche Vini Imballaggi Macchine Automazione Chimica Energia Moda Consulenza Utensili Pompe Grafica Caffè
            """,
        brands: """
            Italia Adriatica Tirreno Alpi Padana Lombarda Veneta Sole Stella Aurora Nuova Prima Europa Roma Fenice Aquila Leonardo Galileo \
            Minerva Etna Vesuvio Toscana Ligure Emilia Brenta Garda Dolomiti Riviera
            """,
        branchWord: "Filiale", groupWords: ["Holding", "Gruppo", "Partecipazioni", "Finanziaria"],
        streets: """
            Via_Roma Via_Garibaldi Via_Mazzini Corso_Italia Via_Dante Via_Cavour Via_Marconi Piazza_Matteotti Via_Verdi Viale_Europa \
            Via_Milano Via_Torino Via_dell'Industria Via_Galileo_Galilei Via_Leonardo_da_Vinci Corso_Vittorio_Emanuele Via_San_Marco \
            Via_della_Repubblica Via_Trieste Via_Veneto Via_dell'Artigianato Largo_Augusto
            """,
        townStarts: "San_Giovanni Castel Monte Villa Santa_Maria Borgo Rocca Torre Ponte Campo Casal San_Pietro Serra Poggio Pieve",
        townEnds: "_in_Valle nuovo vecchio _al_Monte _sul_Po _del_Lago alto _Marina forte _di_Sopra",
        and: "e"
    )

    static let iberian = WordFamily(
        language: "es",
        givenNames: """
            Antonio María José Carmen Manuel Ana Francisco Isabel Juan Laura David Cristina Javier Marta Daniel Lucía Carlos Elena Jesús \
            Pilar Alejandro Raquel Miguel Sara Rafael Beatriz João Inês Tiago Catarina Rui Sofia
            """,
        surnames: """
            García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Ruiz Hernández Díaz Moreno Muñoz Álvarez \
            Romero Alonso Gutiérrez Navarro Torres Domínguez Vázquez Ramos Gil Serrano Blanco Molina Suárez Castro Ortega Silva Santos \
            Ferreira Pereira Oliveira Costa Rodrigues Martins Sousa Fernandes
            """,
        activities: """
            Construcciones Transportes Servicios Inmobiliaria Alimentación Ingeniería Instalaciones Logística Distribuciones Consultores \
            Informática Energía Textil Muebles Cerámica Vinos Aceites Maquinaria Metales Plásticos Envases Turismo Electricidad Conservas \
            Pescados Formación Seguridad
            """,
        brands: """
            Ibérica Levante Sol Mediterránea Andaluza Castilla Norte Hispano Luso Atlántica Tajo Ebro Sierra Estrella Aurora Nueva Europa \
            Cantábrica Galaica Catalana Mar Montaña Minho Douro Algarve Alhambra Giralda Quijote
            """,
        branchWord: "Sucursal", groupWords: ["Grupo", "Holding", "Inversiones", "Participaciones"],
        streets: """
            Calle_Mayor Calle_Real Avenida_de_la_Constitución Calle_del_Sol Gran_Vía Calle_de_la_Iglesia Plaza_de_España \
            Paseo_de_la_Castellana Calle_San_José Calle_Cervantes Avenida_de_Andalucía Calle_Nueva Polígono_Industrial_Norte Calle_Goya \
            Ronda_de_Toledo Calle_Colón Avenida_del_Puerto Calle_Velázquez Rua_Augusta Avenida_da_Liberdade Rua_do_Comércio
            """,
        townStarts: "Villa Torre San_Juan Santa Puerto Alcalá Castro Fuente Monte Aldea Peña Campo Vila Valde",
        townEnds: "nueva _del_Río real _de_la_Sierra mayor _del_Mar hermosa _del_Campo alta blanca",
        and: "y"
    )

    static let polish = WordFamily(
        language: "pl",
        givenNames: """
            Piotr Anna Krzysztof Maria Andrzej Katarzyna Tomasz Małgorzata Jan Agnieszka Paweł Barbara Michał Ewa Marcin Krystyna Stanisław \
            Elżbieta Jakub Joanna Adam Magdalena Łukasz Monika Grzegorz Zofia
            """,
        surnames: """
            Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski Kozłowski Jankowski Mazur \
            Wojciechowski Kwiatkowski Krawczyk Kaczmarek Piotrowski Grabowski Zając Pawłowski Michalski Król Wieczorek Jabłoński Wróbel \
            Nowakowski Majewski Olszewski
            """,
        activities: """
            Budownictwo Transport Usługi Handel Elektronika Logistyka Meble Spożywcze Metal Opakowania Systemy Energia Instalacje Maszyny \
            Druk Chemia Nieruchomości Konsulting Oprogramowanie Tekstylia Szkło Ceramika
            """,
        brands: """
            Polonia Wisła Bałtyk Tatry Mazury Śląsk Karpaty Orzeł Syrena Krak Lech Warta Odra Euro Inter Nova Pol Agro Jantar Bursztyn \
            Sudety Piast
            """,
        branchWord: "Oddział", groupWords: ["Holding", "Grupa", "Inwestycje", "Kapitał"],
        streets: """
            ul._Polna ul._Leśna ul._Słoneczna ul._Krótka ul._Szkolna ul._Ogrodowa ul._Lipowa ul._Brzozowa ul._Kwiatowa ul._Przemysłowa \
            ul._Kościuszki ul._Mickiewicza ul._Sienkiewicza al._Jerozolimskie ul._Główna ul._Długa ul._Warszawska ul._Fabryczna pl._Wolności \
            ul._Dworcowa
            """,
        townStarts: "Nowy_ Stary_ Biało Czarno Jasno Wielko Zielono Dobro Kamie Mało Lipo Brzo",
        townEnds: "gród brzeg wola dwór góra pole nica las nów staw",
        and: "i"
    )
}
