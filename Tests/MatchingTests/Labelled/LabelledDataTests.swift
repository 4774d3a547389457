import Testing

@testable import Matching

/// The fixed model on labelled sets of organisations. The floors catch a change for the worse; they are no goal.
@Suite(.enabled(if: LabelledData.folder != nil, "no labelled data: set MDM_SHARED"))
struct LabelledDataTests {
    @Test(
        arguments: [
            ("restaurant", ["name": FieldKind.organisationName, "addr": .street, "city": .locality, "phone": .phone], true, 0.93),
            ("early_childhood", ["name": .organisationName, "address": .street, "zip": .postcode, "phone": .phone], false, 0.80),
        ] as [(String, [String: FieldKind], Bool, Double)])
    func organisations(set: String, kinds: [String: FieldKind], isLink: Bool, floor: Double) throws {
        let rows = try LabelledData.rows(set, "records.csv")
        let header = try #require(rows.first)
        let fields = header.dropFirst().map { MatchField(name: $0, kind: kinds[$0] ?? .ignore) }
        let model = try MatchModel(description: ModelDescription(name: set, version: "1", fields: Array(fields)))
        var idOf: [String: Int64] = [:]
        var sources: [String] = []
        let records = rows.dropFirst().enumerated().map { index, row in
            idOf[row[0]] = Int64(index)
            sources.append(row[1])
            return model.prepare(id: Int64(index), order: StableHash.of(row[0]), MatchValues(row.dropFirst().map { $0.isEmpty ? [] : [$0] }))
        }
        let truth = Set(
            try LabelledData.rows(set, "pairs.csv").dropFirst().compactMap { row in
                idOf[row[0]].flatMap { a in idOf[row[1]].map { Pair(a, $0) } }
            })
        var predicted: Set<Pair> = []
        for members in cluster(records, model: model).clusters {
            for (place, a) in members.enumerated() {
                for b in members.dropFirst(place + 1) where !isLink || sources[Int(a)] != sources[Int(b)] { predicted.insert(Pair(a, b)) }
            }
        }
        let quality = PairQuality(truePositives: predicted.intersection(truth).count, predicted: predicted.count, actual: truth.count)
        print("\(set): \(records.count) records, \(quality)")
        #expect(quality.f1 >= floor, "\(quality)")
    }
}
