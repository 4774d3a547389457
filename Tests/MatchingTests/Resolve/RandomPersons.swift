@testable import Matching

/// Persons with households, typing errors, swapped names and missing values, and who they are.
struct RandomPersons {
    static let columns = ["id", "first_name", "last_name", "birth_date", "street_address", "city", "postcode", "email", "phone"]
    private(set) var rows: [[String]] = []
    private(set) var persons: [Int] = []
    private var random: SplitMix

    private static let given = "anna bruno carla dario elena fabio greta hugo irma jonas klara lukas marta nils olga paul quinn rosa sven tilda ulf vera walter xenia yann zita".split(separator: " ").map(String.init)
    private static let syllables = "ba be bi do du fe ga go ha ka ke la lo ma me mi na no pa pe ra ri ro sa si so ta te to va we zi".split(separator: " ").map(String.init)

    init(count: Int, seed: UInt64) {
        random = SplitMix(seed: seed)
        var person = 0
        while rows.count < count {
            let family = word(3)
            let street = word(3) + " street"
            let (house, city, postcode) = (String(random.below(900) + 1), word(2) + "ville", String(10_000 + random.below(80_000)))
            for _ in 0..<(1 + random.below(3)) {
                let given = Self.given[random.below(Self.given.count)]
                let birth = "19\(30 + random.below(60))-\(10 + random.below(3))-\(10 + random.below(18))"
                let email = "\(given).\(family)\(random.below(100))@example.org"
                let phone = "030\(1_000_000 + random.below(8_000_000))"
                for copy in 0..<(1 + random.below(3)) {
                    var row = [given, family, birth, "\(house) \(street)", city, postcode, email, phone]
                    if copy > 0 { spoil(&row) }
                    rows.append(["\(rows.count)"] + row)
                    persons.append(person)
                }
                person += 1
            }
        }
    }

    private mutating func word(_ syllables: Int) -> String {
        (0..<syllables).map { _ in Self.syllables[random.below(Self.syllables.count)] }.joined()
    }

    private mutating func spoil(_ row: inout [String]) {
        if random.below(30) == 0 { row.swapAt(0, 1) }
        for place in row.indices where random.below(9) == 0 { row[place] = "" }
        let place = random.below(row.count)
        if row[place].count > 3 {
            var letters = Array(row[place])
            letters.remove(at: 1 + random.below(letters.count - 2))
            row[place] = String(letters)
        }
    }

    var cells: RecordCells { RecordCells(columns: Self.columns, rows: rows) }

    var truePairs: [(Int, Int)] {
        Dictionary(grouping: persons.indices, by: { persons[$0] }).values.flatMap { members in
            members.enumerated().flatMap { step, a in members[(step + 1)...].map { (a, $0) } }
        }
    }
}
