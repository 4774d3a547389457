/// The columns of a CSV file.
struct CSVHeader: Sendable {
    let names: [String]
    private let places: [String: Int]
    private let folded: [String: Int]

    init(names: [String]) throws(CSVHeader.Refusal) {
        var places: [String: Int] = [:]
        var folded: [String: Int] = [:]
        for (place, name) in names.enumerated() {
            guard !name.isEmpty else { throw Refusal(message: "column \(place + 1) has no name; name every column in the first line") }
            guard places.updateValue(place, forKey: name) == nil else {
                throw Refusal(message: "two columns are named `\(name.prefix(64))`; rename or remove one")
            }
            let lower = name.lowercased()
            // Names that differ in case alone are told apart by it.
            folded[lower] = folded[lower] == nil ? place : -1
        }
        self.names = names
        self.places = places
        self.folded = folded
    }

    struct Refusal: Error {
        var message: String
    }

    /// The column of a name, by its exact spelling or else whatever its case.
    func place(of name: String) -> Int? {
        if let place = places[name] { return place }
        guard let place = folded[name.lowercased()], place >= 0 else { return nil }
        return place
    }

    /// The delimiter that the first line uses most often outside quotes; a comma when there is none.
    static func delimiter(ofFirstLine line: UnsafeRawBufferPointer) -> UInt8 {
        let candidates = Array(",;\t|".utf8)
        var counts = [Int](repeating: 0, count: candidates.count)
        var isQuoted = false
        for byte in line {
            if byte == 0x0A, !isQuoted { break }
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if !isQuoted, let place = candidates.firstIndex(of: byte) { counts[place] += 1 }
        }
        var best = 0
        for place in candidates.indices where counts[place] > counts[best] { best = place }
        return candidates[best]
    }
}
