/// Records of persons or organisations with names of several scripts and a lot of punctuation.
struct RandomRows: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// SplitMix64 (Steele, Lea, Flood 2014).
    mutating func next() -> UInt64 {
        state = state &+ 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func csv(rows: Int) -> String {
        let isPerson = Bool.random(using: &self)
        var text = isPerson ? "id,first_name,last_name,birth_date,city,e-mail: work\n" : "id,company,street,city,\"phone #1\"\n"
        var before: [String] = []
        for row in 0..<rows {
            var values = before
            if values.isEmpty || Bool.random(using: &self) {
                values =
                    isPerson
                    ? [
                        word(), word(), "19\(Int.random(in: 10...99, using: &self))-0\(Int.random(in: 1...9, using: &self))-11", word(),
                        word() + "@example.org",
                    ]
                    : [
                        word() + " " + word() + " GmbH", "\(Int.random(in: 1...99, using: &self)) \(word()) st", word(),
                        "030\(Int.random(in: 100_000...999_999, using: &self))",
                    ]
            }
            before = values
            text += (["\(row)"] + values).map { "\"\($0)\"" }.joined(separator: ",") + "\n"
        }
        return text
    }

    private mutating func word() -> String {
        let words = [
            "anna", "Ивановна", "田中", "o'neil", "Müller", "%41", "a=b", "x y", "Ωmega", "100%", "smith", "null", "true", "- dash", "{brace}", "ﷺ",
            "é#ç: d",
        ]
        return words.randomElement(using: &self) ?? "a"
    }
}
