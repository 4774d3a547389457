/// Plain letters for the accented and joined letters of the Latin script.
enum LatinLetters {
    /// Up to three ASCII letters for a scalar below U+2000, packed with the first in the lowest byte; 0 where there are none.
    static func plain(_ scalar: UInt32) -> UInt32 {
        scalar < 0x2000 ? table[Int(scalar)] : 0
    }

    private static let spellings: [(plain: String, letters: String)] = [
        ("a", "àáâãäåāăąǎǟǡǻȁȃȧạảấầẩẫậắằẳẵặ"), ("ae", "æǽ"), ("b", "ƀɓ"), ("c", "çćĉċčƈ"), ("d", "ďđḍḑḏɗð"), ("dz", "ǆǳ"),
        ("e", "èéêëēĕėęěȅȇȩẹẻẽếềểễệ"), ("f", "ƒ"), ("g", "ĝğġģǧǵǥ"), ("h", "ĥħḥḩȟ"), ("i", "İìíîïĩīĭįıǐȉȋỉị"), ("ij", "ĳ"),
        ("j", "ĵǰ"), ("k", "ķĸǩḳ"), ("l", "ĺļľŀłḷḻ"), ("lj", "ǉ"), ("m", "ṃ"), ("n", "ñńņňŉŋǹṇṉ"), ("nj", "ǌ"),
        ("o", "òóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱọỏốồổỗộớờởỡợ"), ("oe", "œ"), ("r", "ŕŗřȑȓṛ"), ("s", "śŝşšșṣſ"), ("ss", "ß"), ("t", "ţťŧțṭṯ"), ("th", "þ"),
        ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗụủứừửữự"), ("w", "ŵẁẃẅ"), ("y", "ýÿŷȳỳỵỷỹ"), ("z", "źżžƶẓẕ"), ("a", "ª"), ("o", "º"),
    ]

    private static let table: [UInt32] = {
        var table = [UInt32](repeating: 0, count: 0x2000)
        for (plain, letters) in spellings {
            var packed: UInt32 = 0
            for (place, byte) in plain.utf8.enumerated() { packed |= UInt32(byte) << (8 * UInt32(place)) }
            for scalar in letters.unicodeScalars {
                if scalar.value < 0x2000 { table[Int(scalar.value)] = packed }
                let upper = scalar.properties.uppercaseMapping.unicodeScalars
                if upper.count == 1, let first = upper.first, first.value >= 0x80, first.value < 0x2000 { table[Int(first.value)] = packed }
            }
        }
        table[0x1E9E] = table[0xDF]  // capital sharp s
        return table
    }()
}
