/// Slips of people who type.
enum Typo {
    /// `text` with one slip in its letters: two swapped, one dropped, one doubled or one taken from a neighbouring key.
    static func slip(_ text: String, _ random: inout SeededRandom) -> String {
        var bytes = Array(text.utf8)
        let places = bytes.indices.dropFirst().filter { isLetter(bytes[$0]) }
        guard places.count >= 4 else { return text }
        let place = places[random.below(places.count)]
        switch random.below(4) {
        case 0 where place + 1 < bytes.count && isLetter(bytes[place + 1]): bytes.swapAt(place, place + 1)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(bytes[place], at: place)
        default: bytes[place] = neighbour(bytes[place])
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// `digits` with two neighbours swapped or one replaced.
    static func slip(inDigitsOf text: String, _ random: inout SeededRandom) -> String {
        var bytes = Array(text.utf8)
        let places = bytes.indices.filter { (48...57).contains(bytes[$0]) }
        guard let last = places.last, places.count >= 4 else { return text }
        let place = places[random.below(places.count - 1)]
        if place < last, (48...57).contains(bytes[place + 1]), bytes[place] != bytes[place + 1], random.chance(500) {
            bytes.swapAt(place, place + 1)
        } else {
            bytes[place] = 48 + (bytes[place] - 48 + UInt8(random.within(1...9))) % 10
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }

    private static let rows = [Array("qwertyuiop".utf8), Array("asdfghjkl".utf8), Array("zxcvbnm".utf8)]

    private static func neighbour(_ byte: UInt8) -> UInt8 {
        let lower = byte | 0x20
        for row in rows {
            guard let place = row.firstIndex(of: lower) else { continue }
            let other = place + 1 < row.count ? row[place + 1] : row[place - 1]
            return byte == lower ? other : other & 0xDF
        }
        return byte
    }
}
