package import FoundationEssentials
import HubStore
package import MasterData
import Matching

extension MasteringPipeline {
    /// Reads what the changed records may belong to, in four round trips whatever their number.
    func findCandidates(for changed: [MasteredRecord], entity: Entity, now: Timestamp, in reads: MasteringReads) async throws -> Neighbourhood {
        guard let policy = policies.entities[entity], let model = models[entity] else { throw MasteringError.noPolicy(entity) }
        let matching = MatchInput(policies: policies, policy: policy, model: model)
        var references = try await reads.goldenIds(of: matching.references(of: changed))
        var records = changed
        for index in records.indices { records[index].match = matching.features(of: records[index], references) }

        // Candidates share a key; a key with more than the cap is generic and finds none.
        var holders: [Int64: Set<Int64>] = [:]
        for record in records {
            for key in record.match?.keys ?? [] { holders[key, default: []].insert(record.recordId) }
        }
        let cap = policies.limits.matchKeySize
        let candidates = try await reads.candidates(under: holders.keys.sorted(), cap: cap)
        var generic = candidates.generic
        var newGeneric: [Int64] = []
        var reached: Set<Int64> = Set(records.filter { $0.standing != .new }.map(\.recordId))
        for (key, found) in candidates.records {
            reached.formUnion(found)
            holders[key, default: []].formUnion(found)
        }
        var disturbed: Set<Int64> = []
        for (key, sharing) in holders where sharing.count > cap && !generic.contains(key) {
            newGeneric.append(key)
            disturbed.formUnion(sharing)
        }
        generic.formUnion(newGeneric)

        let limit = policies.limits.clusterSize * max(changed.count, 64)
        guard let stored = try await reads.closure(of: reached.sorted(), entity: entity, limit: limit) else {
            throw MasteringError.neighbourhoodTooLarge(limit: limit)
        }
        let changedIds = Set(changed.map(\.recordId))
        for row in stored where !changedIds.contains(row.recordId) {
            var record = MasteredRecord(row, standardised: policies.standardise(row.attributes, key: row.key))
            // A key that has just become generic no longer holds its records together: they are decided anew.
            if disturbed.contains(row.recordId) { record.standing = .reexamined }
            records.append(record)
        }
        let neighbours = Array(records[changed.count...])

        // Only keys that two records share can make an edge; only those need be known as generic or not.
        var shared: [Int64: Int] = [:]
        for record in neighbours { for key in record.storedKeys { shared[key, default: 0] += 1 } }
        for record in records[..<changed.count] { for key in record.match?.keys ?? [] { shared[key, default: 0] += 1 } }
        let sharedKeys = shared.filter { $0.value > 1 && holders[$0.key] == nil }.map(\.key).sorted()

        let unresolved = Set(matching.references(of: neighbours)).subtracting(references.keys).sorted()
        let surroundings = try await reads.surroundings(
            goldenIds: Set(records.compactMap(\.goldenId)).sorted(by: UUID.older), records: records.map(\.recordId).sorted(),
            keys: sharedKeys, references: unresolved)
        references.merge(surroundings.references) { first, _ in first }
        generic.formUnion(surroundings.generic)
        for index in records.indices.dropFirst(changed.count) { records[index].match = matching.features(of: records[index], references) }

        var golden: [UUID: GoldenState] = [:]
        for row in surroundings.golden { golden[row.goldenId] = try GoldenState(row) }
        return Neighbourhood(
            entity: entity, now: now, records: records, golden: golden, edges: surroundings.edges,
            constraints: Constraints(surroundings.decisions), genericKeys: generic, newGenericKeys: newGeneric.sorted(), references: references)
    }
}

extension MasteredRecord {
    init(_ row: StoredRecord, standardised: JSONObject, standing: Standing = .neighbour) {
        self.init(
            recordId: row.recordId, key: row.key, rawId: row.rawId, status: row.status, goldenId: row.goldenId, method: row.method,
            updatedAt: row.updatedAt, version: row.version, received: row.attributes, standardised: standardised,
            storedKeys: row.matchKeys, standing: standing)
    }
}

extension GoldenState {
    init(_ row: StoredGoldenRecord) throws {
        guard case .object(let attributes) = try JSONParser.parse(Array(row.attributes.utf8)) else {
            throw MasteringError.unreadableGoldenRecord(row.goldenId)
        }
        self.init(goldenId: row.goldenId, version: row.version, status: row.status, mergedInto: row.mergedInto, attributes: attributes)
    }
}

extension Constraints {
    init(_ decisions: [StoredDecision]) {
        self.init(
            same: Set(decisions.filter(\.isSame).map { Pair($0.first, $0.second) }),
            different: Set(decisions.filter { !$0.isSame }.map { Pair($0.first, $0.second) }))
    }
}

/// What is broken, as opposed to refused.
package enum MasteringError: Error, Sendable, CustomStringConvertible {
    case noPolicy(Entity)
    case neighbourhoodTooLarge(limit: Int)
    case unreadableGoldenRecord(UUID)
    case referencesDoNotSettle

    package var description: String {
        switch self {
        case .noPolicy(let entity): "no policy for \(entity.rawValue)"
        case .neighbourhoodTooLarge(let limit):
            "a batch reaches more than \(limit) stored records: a match key is not selective; send smaller batches or lower `matchKeySize`"
        case .unreadableGoldenRecord(let id): "golden record \(id.text) cannot be read: its attributes are no JSON object"
        case .referencesDoNotSettle: "records that refer to one another did not settle after eight passes: the policies refer in a circle"
        }
    }
}
