package import MasterData
package import PostgresClient

extension HubStore {
    /// What may have been meant by a key that the hub does not know: the same id of another platform or entity first, then ids of
    /// the same platform that are written alike (at most two edits away, or with a common start of at least half the id).
    ///
    /// A hint for people, found through one bounded look at the crosswalk's index: it does not find a typo in the first characters.
    package func nearestNativeIds(_ key: SourceKey, limit: Int = 3) async throws(PostgresError) -> [SourceKey] {
        let wanted = Array(key.nativeId.utf8)
        var found: [(distance: Int, key: SourceKey)] = []
        for row in try await client.query(Queries.readNearbyIds, .text(key.nativeId), .text(key.platform), .text(key.entity.rawValue)) {
            let near = SourceKey(entity: Entity(stored: try row.text(1)), platform: try row.text(2), nativeId: try row.text(3))
            if try row.int4(0) == 0 {
                found.append((0, near))
                continue
            }
            let bytes = Array(near.nativeId.utf8)
            let edits = EditDistance.between(wanted, bytes)
            let common = zip(wanted, bytes).prefix { $0 == $1 }.count
            if edits <= 2 || (common * 2 >= wanted.count && edits < wanted.count) { found.append((edits, near)) }
        }
        found.sort { ($0.distance, $0.key) < ($1.distance, $1.key) }
        return found.prefix(limit).map(\.key)
    }
}

/// How many bytes to insert, delete or replace to turn one id into another (Levenshtein, two rows).
enum EditDistance {
    static func between(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var previous = Array(0...right.count)
        for (row, byte) in left.enumerated() {
            var current = [row + 1]
            current.reserveCapacity(right.count + 1)
            for (column, other) in right.enumerated() {
                current.append(min(previous[column] + (byte == other ? 0 : 1), previous[column + 1] + 1, current[column] + 1))
            }
            previous = current
        }
        return previous[right.count]
    }
}
