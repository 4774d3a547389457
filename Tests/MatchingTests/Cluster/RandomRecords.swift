@testable import Matching

/// Customers with few distinct values, so that many pairs are alike, contradict each other or are chained.
struct RandomRecords {
    private let prepared: [MatchRecord]

    init(_ count: Int, seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let first = ["Keller", "Kellr", "Huber", "Lindqvist", "Lindquist", "Borealis"]
        let second = ["Precision", "Maschinenbau", "Precison", "Holding", "Logistics"]
        let forms = ["GmbH", "AG", "", "Inc"]
        let streets = ["Hauptstraße", "Hauptstr.", "Ringstraße", "Gartenweg"]
        let cities = [("10115", "Berlin"), ("80331", "München"), ("", "Berlin")]
        func one(_ of: [String]) -> String { of[random.below(of.count)] }
        let values: [MatchValues] = (0..<count).map { _ in
            var fields: [String: [String]] = ["name": ["\(one(first)) \(one(second)) \(one(forms))"]]
            if random.below(3) > 0 {
                let (postcode, city) = cities[random.below(cities.count)]
                fields["address"] = [address(one(streets), String(1 + random.below(3)), postcode, city)]
            }
            if random.below(4) == 0 { fields["taxId"] = ["VAT:DE:10000000\(random.below(4))"] }
            if random.below(3) == 0 { fields["email"] = ["\(one(["info", "anna.weber", "p.huber"]))@\(one(["keller.de", "huber.de", "gmail.com"]))"] }
            if random.below(3) == 0 { fields["phone"] = ["+49 30 555210\(random.below(5))"] }
            if random.below(5) == 0 { fields["platformId"] = ["salesforce:\(random.below(8))"] }
            return customerValues(fields)
        }
        prepared = values.enumerated().map { MatchModel.customer.prepare(id: 0, order: StableHash.of("source", String($0)), $1) }
    }

    /// The records in an order and with ids of an arrival; `order` belongs to the record itself.
    func records(arrival: [Int], ids: [Int64]) -> [MatchRecord] {
        arrival.enumerated().map { place, index in
            let made = prepared[index]
            return MatchRecord(id: ids[place], order: made.order, keys: made.keys, recipes: made.recipes, features: made.features)
        }
    }
}

/// A clustering with ids replaced by what the records are at their source, in an order of its own.
struct Canonical: Hashable {
    var clusters: Set<Set<Int>>
    var crossEdges: [[Int]]
    var possibleMatches: [[Int]]
    var oversized: Set<Set<Int>>
    var contradictions: Set<Set<Int>>

    init(_ clustering: Clustering, _ indexOf: [Int64: Int]) {
        func index(_ id: Int64) -> Int { indexOf[id] ?? -1 }
        func edge(_ edge: Edge) -> [Int] { [index(edge.pair.first), index(edge.pair.second)].sorted() + [Int(edge.score.bits), edge.reason.place] }
        clusters = Set(clustering.clusters.map { Set($0.map(index)) })
        crossEdges = clustering.crossEdges.map(edge)
        possibleMatches = clustering.possibleMatches.map(edge)
        oversized = Set(clustering.oversized.map { Set($0.map(index)) })
        contradictions = Set(clustering.contradictions.map { [index($0.first), index($0.second)] })
    }
}

extension Edge.Reason {
    /// The place among the cases.
    var place: Int { Edge.Reason.allCases.firstIndex(of: self) ?? -1 }
}
