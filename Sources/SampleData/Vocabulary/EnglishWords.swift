extension WordFamily {
    static let english = WordFamily(
        language: "en",
        givenNames: """
            James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard Susan Joseph Jessica Thomas Sarah \
            Charles Karen Daniel Nancy Matthew Lisa Anthony Margaret Mark Sandra Steven Ashley Paul Emily Andrew Donna Joshua Michelle Kevin \
            Amanda Brian Melissa George Laura Edward Rebecca Ronald Sharon Timothy Cynthia Jason Kathleen Siobhan Declan Aoife Graham Fiona \
            Callum
            """,
        surnames: """
            Smith Johnson Williams Brown Jones Davis Miller Wilson Moore Taylor Anderson Thomas Jackson White Harris Martin Thompson \
            Robinson Clark Lewis Walker Hall Allen Young King Wright Hill Scott Green Adams Baker Nelson Carter Mitchell Roberts Turner \
            Phillips Campbell Parker Evans Edwards Collins Stewart Morris Murphy Cook Rogers Morgan Cooper Reed Bailey Bell Kelly Howard \
            Ward Richardson Watson Brooks Wood Bennett Gray Hughes Price Foster Sanders Ross Powell Sullivan Russell Fisher Henderson Cole \
            Patterson Jordan Hayes Ford Hamilton Graham Wallace Woods West Byrne Gallagher Tremblay Whitfield Ashworth Pemberton
            """,
        activities: """
            Logistics Technologies Manufacturing Consulting Industries Engineering Construction Solutions Systems Services Foods Supply \
            Software Partners Energy Healthcare Pharmaceuticals Packaging Electronics Properties Plumbing Roofing Transport Freight Metals \
            Plastics Chemicals Instruments Automation Labs Media Printing Furniture Textiles Motors Aviation Marine Security Staffing \
            Brewing Bakery Dental Optical Analytics Networks Water Lighting Landscaping Machining Tooling
            """,
        brands: """
            Summit Pacific Atlantic Northern United American Global Pioneer Heritage Liberty Evergreen Granite Cascade Blue_Ridge Lakeside \
            Riverside Redwood Keystone Sterling Crown Royal Phoenix Eagle Falcon Horizon Vertex Apex Zenith Meridian Beacon Harbour Ironwood \
            Silverline Oakwood Stonebridge Westgate Highland Premier Allied Continental Patriot Sunrise Golden_State Great_Lakes Thames \
            Pennine Cotswold Celtic Maple Prairie
            """,
        branchWord: "Branch", groupWords: ["Holdings", "Group", "Investments", "International"],
        streets: """
            Main_Street High_Street Station_Road Park_Avenue Oak_Street Church_Street Second_Street Maple_Avenue Washington_Street Mill_Lane \
            Elm_Street London_Road Lake_Drive Market_Street Victoria_Road Industrial_Drive Broadway Cedar_Lane Queen_Street Kings_Road \
            Commerce_Drive Green_Lane Hill_Street River_Road Enterprise_Way Jefferson_Street Lincoln_Avenue School_Lane Sunset_Boulevard \
            Bridge_Street Technology_Drive Corporate_Drive Canal_Street George_Street Airport_Road Franklin_Street Spring_Street Manor_Road \
            Commercial_Street
            """,
        townStarts: """
            Ash Black Brad Brook Clay Corn Dal East Fair Glen Green Hamp Hart Hazel Kings Lang Maple Mar Mil New North Oak Red River Rock \
            Shel Spring Stan Stone Thorn Wake West White Win Wood
            """,
        townEnds: "ton ford field bury ham wood ville dale port land burg bridge worth mouth brook stead",
        and: "and"
    )
}
