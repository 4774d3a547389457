import Testing

@testable import Matching

/// One record at a time is the same engine as a whole file.
@Suite struct RecordBatchTests {
    static func model(_ cells: RecordCells, kinds: [FieldKind]? = nil) -> RecordModel {
        let fields = RecordField.fields(of: cells, kinds: kinds ?? ColumnKinds.inferred(from: cells).kinds)
        return RecordTrainer(cells: cells, fields: fields, sides: nil, seed: 1).train { _, _ in }.model
    }

    static func prepared(_ cells: RecordCells, _ model: RecordModel) -> [PreparedRecord] {
        let columns = RecordField.columns(of: model.fields, in: cells)
        return (0..<cells.count).map { record in
            model.prepare(id: Int64(record), order: UInt64(record), MatchValues(columns.map { [cells.text(record, $0)] }))
        }
    }

    /// Every candidate pair of the file, one by one: the same weight to the last bit, and keys that meet where keys met.
    static func check(_ cells: RecordCells, kinds: [FieldKind]? = nil, _ name: String) {
        let model = model(cells, kinds: kinds)
        let bulk = RecordResolver(model: model).resolve(cells, sides: nil) { _, _ in }
        let records = prepared(cells, model)
        let keys = records.map { Set(RecordBatch([$0], model: model).keys(0)) }
        var (different, unmet, strangers) = (0, 0, 0)
        for pair in stride(from: 0, to: bulk.pairs.count, by: max(1, bulk.pairs.count / 4_000)) {
            let (i, j) = (Int(bulk.pairs.first[pair]), Int(bulk.pairs.second[pair]))
            // the other way round, and from storage
            let batch = RecordBatch([records[j], model.stored(id: 0, order: 0, bytes: records[i].bytes) ?? records[j]], model: model)
            if batch.weight(0, 1).bitPattern != bulk.weights[pair].bitPattern { different += 1 }
            let shared = keys[i].intersection(keys[j]).reduce(UInt32(0)) { $0 | 1 << UInt32($1.key) }
            if shared != bulk.compared.keys[pair] { unmet += 1 }
        }
        // and the other way: whoever shares a key that no crowd has was a candidate
        let met = Set((0..<bulk.pairs.count).map { UInt64(bulk.pairs.first[$0]) << 32 | UInt64(bulk.pairs.second[$0]) })
        var holders: [RecordKey: [Int]] = [:]
        for (place, keys) in keys.enumerated() { for key in keys { holders[key, default: []].append(place) } }
        for (_, members) in holders where members.count <= BlockedPairs.cap(records: cells.count) / 2 {
            for (step, i) in members.enumerated() {
                for j in members[(step + 1)...] where !met.contains(UInt64(i) << 32 | UInt64(j)) { strangers += 1 }
            }
        }
        #expect(
            different == 0 && unmet == 0 && strangers == 0,
            "\(name): \(different) weights, \(unmet) keys differ, \(strangers) pairs were not met in bulk")
    }

    @Test(arguments: [81, 82] as [UInt64]) func bulkIsOnline(seed: UInt64) { Self.check(RandomPersons(count: 400, seed: seed).cells, "seed \(seed)") }

    @Test(
        .enabled(if: LabelledData.folder != nil, "no labelled data: set MDM_SHARED"),
        arguments: ["febrl1", "fake_1000", "restaurant", "early_childhood"])
    func bulkIsOnlineOnLabelledSets(set: String) throws {
        let rows = try LabelledData.rows(set, "records.csv")
        Self.check(RecordCells(columns: try #require(rows.first), rows: Array(rows.dropFirst())), set)
    }

    @Test func whatWasNotWrittenByThisIsNotRead() {
        let cells = RandomPersons(count: 60, seed: 83).cells
        let model = Self.model(cells)
        let bytes = Self.prepared(cells, model)[0].bytes
        #expect(model.stored(id: 1, order: 1, bytes: bytes)?.bytes == bytes)
        for place in 0..<6 {
            var other = bytes
            other[place] &+= 1
            #expect(model.stored(id: 1, order: 1, bytes: other) == nil)
        }
        for end in 0..<bytes.count { #expect(model.stored(id: 1, order: 1, bytes: Array(bytes[..<end])) == nil) }
        #expect(model.stored(id: 1, order: 1, bytes: bytes + [0]) == nil)
    }
}
