/// A match key of one record, and which blocking key of the model it is.
struct RecordKey: Hashable, Comparable {
    var hash: Int64
    var key: Int

    static func < (a: RecordKey, b: RecordKey) -> Bool { a.hash != b.hash ? a.hash < b.hash : a.key < b.key }
}

extension RecordBatch {
    /// At most this many of one blocking key: rows multiply.
    static let hashesPerKey = 64

    /// The match keys of one of the records: for each blocking key every combination of its parts over the rows.
    func keys(_ record: Int) -> [RecordKey] {
        var found: Set<RecordKey> = []
        for (number, key) in model.keys.enumerated() {
            var hashes: [StableHash] = [StableHash(seed: 7)]
            for (place, part) in key.parts.enumerated() {
                // swapped names: either of the two
                let ways = place == 0 && !key.swapped.isEmpty ? key.swapped.map { [BlockingKey.Piece.whole(slot: $0)] } : [part.pieces]
                var longer: [StableHash] = []
                for hash in hashes {
                    for pieces in ways {
                        for row in rows(record) {
                            var hash = hash
                            if pieces.allSatisfy({ $0.combine(weigher.comparer, row, into: &hash) }), longer.count < Self.hashesPerKey {
                                longer.append(hash)
                            }
                        }
                    }
                }
                hashes = longer
            }
            for hash in hashes {
                var salted = StableHash(seed: model.tables.salts[number])
                salted.combine(hash.value)
                found.insert(RecordKey(hash: Int64(bitPattern: salted.value), key: number))
            }
        }
        return found.sorted()
    }
}
