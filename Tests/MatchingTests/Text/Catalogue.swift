/// Products as two shops list them, the same in every run.
struct Catalogue {
    private var random = SeededRandom(seed: 11)

    private static let nouns = ["camera", "printer", "speaker", "monitor", "router", "kettle", "toaster", "blender", "headset", "keyboard"]
    private static let brands = ["arvo", "belmont", "cordia", "dalton", "elvex", "fenwick", "garnet", "halden"]
    private static let colours = ["black", "white", "silver", "red"]

    private mutating func code() -> String {
        var code = ""
        for _ in 0..<3 { code.unicodeScalars.append(UnicodeScalar(UInt8(97 + random.below(26)))) }
        return code + String(100 + random.below(900))
    }

    mutating func listing() -> [String] {
        let brand = Self.brands[random.below(Self.brands.count)]
        let noun = Self.nouns[random.below(Self.nouns.count)]
        let colour = Self.colours[random.below(Self.colours.count)]
        let code = code()
        return ["\(brand) \(colour) \(noun) \(code)", "\(brand) \(code) \(noun) with cable"]
    }

    /// So many products, first as one shop lists them and then as the other does.
    static func twoShops(_ count: Int) -> (rows: [[String]], sides: [UInt32]) {
        var catalogue = Catalogue()
        var first: [[String]] = []
        var second: [[String]] = []
        for _ in 0..<count {
            let listing = catalogue.listing()
            first.append([listing[0]])
            second.append([listing[1]])
        }
        return (first + second, [UInt32](repeating: 0, count: count) + [UInt32](repeating: 1, count: count))
    }
}
