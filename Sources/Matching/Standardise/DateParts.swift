/// A calendar date as its eight digits, year first. Dates that cannot be read so are missing.
struct DateParts: Sendable, Hashable {
    var year: Int
    var month: Int
    var day: Int
    var digits: [UInt8]

    /// Takes `YYYY-MM-DD…`, `YYYYMMDD` and `YYYY/M/D`.
    init?(_ text: String) {
        let groups = text.utf8.prefix(10).split { $0 < 0x30 || $0 > 0x39 }.map { Array($0) }
        if let first = groups.first, first.count == 8 {
            digits = first
        } else if groups.count >= 3, groups[0].count == 4, groups[1].count <= 2, groups[2].count <= 2 {
            digits = groups[0] + Self.two(groups[1]) + Self.two(groups[2])
        } else {
            return nil
        }
        year = Self.number(digits[0..<4])
        month = Self.number(digits[4..<6])
        day = Self.number(digits[6..<8])
    }

    private static func two(_ digits: [UInt8]) -> [UInt8] { digits.count == 1 ? [0x30] + digits : digits }
    private static func number(_ digits: ArraySlice<UInt8>) -> Int { digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
}
