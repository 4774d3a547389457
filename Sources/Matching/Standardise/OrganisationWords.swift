/// The words that many organisations have in their names: one spelling for each, and how little they tell.
enum OrganisationWords {
    /// The common spelling of an abbreviated word, or nil when the word is no known abbreviation.
    static func spelledOut(_ word: ArraySlice<UInt8>) -> [UInt8]? {
        abbreviations[word.withUnsafeBufferPointer { StableHash.of($0) }]
    }

    /// A word that joins others and tells nothing (`and`, `of`, `der`).
    static func isFiller(_ word: ArraySlice<UInt8>) -> Bool {
        fillers.contains(word.withUnsafeBufferPointer { StableHash.of($0) })
    }

    /// In thousandths of a distinctive word.
    static func weight(_ word: Word) -> Int32 {
        if !word.hasLetter { return 500 }
        return common.contains(word.hash) ? 350 : word.weight
    }

    /// A word that names another unit of the same family: a holding, a property company, a country's subsidiary.
    static func namesUnit(_ word: Word) -> Bool { units.contains(word.hash) }

    private static let units = Set(
        """
        branch filiale filial niederlassung zweigniederlassung zweigstelle betriebsstätte sucursal succursale agence oddział avdelning afdeling vestiging delegación standort division sede \
        holding verwaltung verwaltungs beteiligung beteiligungs immobilien property real leasing capital financial investment trust foundation stiftung trading ventures treuhand pension \
        germany austria switzerland france usa uk europe asia africa canada italy italia espana spain benelux nordic india china japan brasil mexico australia netherlands belgium poland polska
        """.split(separator: " ").map { key(String($0)) })

    private static func key(_ word: String) -> UInt64 { StableHash.of(TextFolding.fold(word)) }

    private static let fillers = Set(fillerWords.split(separator: " ").map { key(String($0)) })
    static let fillerWords =
        "and of the for in at on a an to by und der die das des für von im et de la le les du des y e i og och und il el los del della di en van het do da dos das"

    /// Of each line the first word is the common spelling of the others.
    static let abbreviationLines = [
        "international intl int internatl internationale internacional internazionale", "manufacturing mfg manuf manufacturers mfrs",
        "technology tech technologies techs technologie technologien tecnologia",
        "solution solutions soln solns", "service services svc svcs serv", "system systems sys syst systeme",
        "pharmaceutical pharma pharmaceuticals pharm", "engineering eng engr engrg",
        "construction constr const", "electric electrical elec electr", "electronic electronics", "insurance ins",
        "transport transp transportation transports", "property properties props prop",
        "restaurant rest", "medical med", "laboratory lab labs laboratories laboratoires", "associate assoc associates assocs associated",
        "association assn assoc.", "brother bros brothers gebr gebrüder",
        "marketing mktg mkt", "communication comm comms communications", "financial fin finance", "group grp gruppe groupe grupo gruppo",
        "holding holdings hldgs hldg", "industry ind inds industries industrie industria industrial",
        "enterprise ent enterprises entpr", "america amer american", "national natl nat", "trading trdg", "development dev developments",
        "management mgmt mgt", "school sch schule", "center ctr centre cntr centers zentrum centro",
        "saint st sankt ste", "academy acad", "elementary elem", "university univ universität universite universidad", "hospital hosp",
        "department dept", "distribution distr distributors distributor dist",
        "product products prod prods", "resource resources res", "investment investments inv invest", "logistics logistic logistik log",
        "company co", "institute inst institut", "partner partners ptnrs partnr",
        "consulting consultants consultancy consult", "software softw", "energy energie energies", "chemical chem chemicals chemie",
        "automotive auto", "equipment equip eqpt", "supply supplies", "foundation found fdn stiftung",
        "community comm. communities", "children childrens child", "mount mt", "fort ft", "deutschland germany", "österreich austria",
        "schweiz switzerland suisse", "france frankreich", "usa us", "uk gb", "europe europa emea",
        "organization org organisation organizations", "government govt gov", "delicatessen deli delis", "cafe caffe coffee",
    ]

    private static let abbreviations: [UInt64: [UInt8]] = {
        var table: [UInt64: [UInt8]] = [:]
        for line in abbreviationLines {
            let words = line.split(separator: " ").map(String.init)
            for word in words.dropFirst() where table[key(word)] == nil { table[key(word)] = TextFolding.fold(words[0]) }
        }
        return table
    }()

    private static let common = Set(
        """
        international manufacturing technology solution service system pharmaceutical engineering construction electric electronic insurance transport property restaurant medical laboratory \
        associate association brother marketing communication financial group holding industry enterprise america national trading development management school center academy elementary university \
        hospital department distribution product resource investment logistics company institute partner consulting software energy chemical automotive equipment supply foundation community children \
        global world worldwide universal general first united american european nord süd north south east west new digital data web online media net network networks \
        shop store market markets house home food foods bank capital trust fund real estate hotel travel studio design print digital agency labs health care healthcare clinic dental pharmacy \
        germany austria switzerland france usa uk europe asia africa canada italia italy espana spain deutschland benelux nordic india china japan brasil mexico australia \
        branch office division unit region plant site campus warehouse headquarters hq filiale niederlassung agence zweigstelle werk sucursal \
        church day nursery preschool learning education program daycare society charity club street avenue grill bar cafe pizza kitchen bistro inn room \
        organization government public city county state central metropolitan family sons saint handel vertrieb maschinenbau bau technik beratung verwaltung
        """.split(separator: " ").map { key(String($0)) })
}
