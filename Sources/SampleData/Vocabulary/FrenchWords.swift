extension WordFamily {
    static let french = WordFamily(
        language: "fr",
        givenNames: """
            Jean Marie Philippe Nathalie Michel Isabelle Alain Sylvie Patrick Catherine Nicolas Martine Christophe Sophie Pierre Valérie \
            Laurent Sandrine Éric Céline Thierry Véronique Frédéric Julie Olivier Anne Pascal Élodie Julien Camille Bruno Hélène Sébastien \
            Aurélie Guillaume Chloé Mathieu Margaux Benoît François
            """,
        surnames: """
            Martin Bernard Thomas Petit Robert Richard Durand Dubois Moreau Laurent Simon Michel Lefèvre Leroy Roux David Bertrand Morel \
            Fournier Girard Bonnet Dupont Lambert Fontaine Rousseau Vincent Muller Lefebvre Faure André Mercier Blanc Guérin Boyer Garnier \
            Chevalier Gauthier Legrand Perrin Robin Clément Morin Nicolas Henry Roussel Mathieu Gautier Masson Marchand Duval Denis Dumont \
            Marie Lemaire Noël Meyer Dufour Meunier Brun Blanchard Giraud Joly Rivière Lucas Brunet Gaillard Barbier Arnaud Renard Peeters \
            Janssens Claes
            """,
        activities: """
            Transports Industries Services Conseil Bâtiment Distribution Informatique Mécanique Électricité Immobilier Logistique Ingénierie \
            Emballages Plastiques Métallurgie Énergie Boulangerie Imprimerie Menuiserie Agroalimentaire Chimie Pharma Optique Automobiles \
            Nettoyage Sécurité Formation Télécom Systèmes Technologies Maintenance Chauffage Plomberie Textiles Cosmétiques Vins Matériaux \
            Outillage Pompes Équipements
            """,
        brands: """
            Alpes Atlantique Méditerranée Rhône Loire Provence Océan Soleil Étoile Lumière Horizon Aurore Cristal Diamant Azur Orient \
            Occitane Bretagne Normandie Aquitaine Lorraine Europe France Mondial Universel Gallia Lutèce Vulcain Mistral Pyrénées Garonne \
            Savoie Ardennes Armor Phénix
            """,
        branchWord: "Agence", groupWords: ["Groupe", "Holding", "Participations", "Développement"],
        streets: """
            Rue_de_la_Gare Rue_Victor_Hugo Avenue_de_la_République Rue_de_l'Église Rue_Pasteur Place_de_la_Mairie Avenue_Jean_Jaurès \
            Rue_des_Écoles Boulevard_Gambetta Rue_du_Moulin Rue_Nationale Avenue_du_Général_de_Gaulle Rue_des_Lilas Rue_Jules_Ferry \
            Chemin_des_Vignes Rue_de_Paris Avenue_Foch Rue_Émile_Zola Allée_des_Platanes Rue_de_l'Industrie Rue_du_Commerce \
            Boulevard_Voltaire Quai_des_Belges Rue_Saint-Martin Impasse_des_Acacias Route_de_Lyon Avenue_des_Champs Rue_Lavoisier Rue_Ampère \
            Rue_Gutenberg
            """,
        townStarts: """
            Saint-Martin Saint-Pierre Villeneuve Montigny Beaumont Neuville Sainte-Marie Bellevue Châtillon Fontenay Marigny Rochefort \
            Saint-Jean Champigny Aubigny Vernon Clermont Mirebeau Laval Romilly
            """,
        townEnds: "-sur-Loire -sur-Seine -les-Bains -en-Brie -le-Roi -la-Forêt -du-Lac -sous-Bois -aux-Bois -le-Château",
        and: "et"
    )
}
