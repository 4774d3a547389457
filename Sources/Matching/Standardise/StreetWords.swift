/// The words of street lines in one spelling each.
enum StreetWords {
    /// What a word of a street line is.
    enum Role {
        /// Part of the street's name, in its common spelling; a type (`avenue`) or a direction (`north`) tells little.
        case name(ArraySlice<UInt8>, tellsLittle: Bool)
        /// The next word says which part of the building: it is no part of the street.
        case unit
        /// What follows describes the place in words.
        case remark
        /// A post office box instead of a street.
        case box
    }

    static func role(of word: ArraySlice<UInt8>) -> Role {
        let hash = word.withUnsafeBufferPointer { StableHash.of($0) }
        if units.contains(hash) { return .unit }
        if remarks.contains(hash) { return .remark }
        if boxes.contains(hash) { return .box }
        if let known = types[hash] ?? directions[hash] { return .name(known, tellsLittle: true) }
        if let known = others[hash] { return .name(known, tellsLittle: false) }
        // hauptstr -> hauptstrasse
        if word.count > 5, word.suffix(3).elementsEqual("str".utf8) { return .name(word + Array("asse".utf8), tellsLittle: false) }
        return .name(word, tellsLittle: false)
    }

    /// In thousandths of a distinctive word.
    static func weight(_ word: Word) -> Int32 {
        light.contains(word.hash) ? 250 : word.weight
    }

    private static let light = Set((Array(types.values) + Array(directions.values)).map { StableHash.of(Array($0)) })

    private static func table(_ lines: [String]) -> [UInt64: ArraySlice<UInt8>] {
        var table: [UInt64: ArraySlice<UInt8>] = [:]
        for line in lines {
            let words = line.split(separator: " ").map { TextFolding.fold(String($0)) }
            for word in words { table[StableHash.of(word)] = words[0][...] }
        }
        return table
    }

    private static func set(_ words: String) -> Set<UInt64> {
        Set(words.split(separator: " ").map { StableHash.of(TextFolding.fold(String($0))) })
    }

    private static let types = table(typeLines)
    private static let directions = table(directionLines)
    private static let others = table(otherLines)

    static let typeLines = [
        // `st` is street or saint; both become one word, which is the same on both sides
        "street st str strasse straße streets sts saint sankt", "avenue ave av avenida avda aven", "road rd", "drive dr drv", "lane ln",
        "court ct crt", "boulevard blvd blv boul bd bvd",
        "place pl plaza plz platz piazza plein", "circle cir crcl", "terrace ter terr", "parkway pkwy pky", "square sq", "highway hwy",
        "expressway expy", "way wy weg", "crescent cres cresc", "close", "gardens gdns", "rue", "via",
        "calle cl", "viale", "corso", "allee al allée", "straat", "laan", "quai", "chemin ch", "route rte", "trail trl", "freeway fwy", "alley aly",
        "turnpike tpke",
    ]
    static let directionLines = [
        "n north nord", "s south sud", "e east", "w west", "ne northeast", "nw northwest", "se southeast", "sw southwest",
    ]
    static let otherLines = [
        "1st first", "2nd second", "3rd third", "4th fourth", "5th fifth", "6th sixth", "7th seventh", "8th eighth", "9th ninth", "10th tenth",
        "11th eleventh", "12th twelfth", "mount mt", "fort ft",
    ]
    static let unitWords = "suite apt apartment unit floor fl room rm bldg building level stock og etage lot ste flat"
    static let remarkWords = "near between at opposite attn c/o"
    static let boxWords = "postfach pobox po box bp apartado"
    private static let units = set(unitWords)
    private static let remarks = set(remarkWords)
    private static let boxes = set(boxWords)
}
