import FoundationEssentials
package import MasterData
package import PostgresClient

extension HubStore {
    /// How many keys one call of `crosswalks` takes.
    package static let crosswalkLimit = 10_000

    /// The crosswalk entries of normalised keys, in their order; nil where the hub does not know the id. One round trip.
    ///
    /// - Parameters:
    ///   - keys: at most `crosswalkLimit`; a key may come twice.
    ///   - targets: the platforms whose ids are wanted; nil for all.
    package func crosswalks(_ keys: [SourceKey], targets: [String]? = nil) async throws(PostgresError) -> [CrosswalkEntry?] {
        precondition(keys.count <= Self.crosswalkLimit, "callers refuse more than \(Self.crosswalkLimit) keys")
        var entries = [CrosswalkEntry?](repeating: nil, count: keys.count)
        if keys.isEmpty { return entries }
        let rows = try await client.query(
            Queries.readCrosswalks, .textArray(keys.map(\.nativeId)), .textArray(keys.map(\.platform)), .textArray(keys.map(\.entity.rawValue)))
        var current: CrosswalkEntry?
        var currentPlace = -1
        func close() {
            guard var entry = current else { return }
            if entry.ids.count > 1 { entry.ids.sort(by: CrosswalkId.precedes) }
            entries[currentPlace] = entry
        }
        // The rows of a key mostly come one behind the other; where the server joins otherwise, an entry is opened again.
        for row in rows {
            let place = Int(try row.int8(0)) - 1
            if place != currentPlace {
                close()
                if let entry = entries[place] {
                    current = entry
                } else {
                    current = CrosswalkEntry(goldenId: try row.uuid(1), entity: keys[place].entity, status: .retired, ids: [])
                }
                currentPlace = place
            }
            let id = CrosswalkId(
                platform: try row.text(2), nativeId: try row.text(3), status: RecordStatus(stored: try row.text(4)),
                since: Timestamp(try row.timestamp(6)), method: LinkMethod(stored: try row.text(5)))
            if id.status == .active { current?.status = .active }
            if targets?.contains(id.platform) ?? true { current?.ids.append(id) }
        }
        close()
        return entries
    }
}
