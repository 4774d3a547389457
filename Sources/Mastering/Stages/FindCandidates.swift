package import FoundationEssentials
import HubStore
package import MasterData
import Matching

extension MasteringPipeline {
    /// Reads what the changed records may belong to, in five round trips whatever their number.
    ///
    /// - Parameter generic: the match keys that are generic by now.
    func findCandidates(
        for changed: [MasteredRecord], entity: Entity, now: Timestamp, generic: Set<Int64>, in reads: MasteringReads
    ) async throws -> Neighbourhood {
        guard let policy = policies.entities[entity], let model = models[entity] else { throw MasteringError.noPolicy(entity) }
        let matching = MatchInput(policies: policies, policy: policy, model: model)
        var references = try await reads.goldenIds(of: matching.references(of: changed))
        var records = changed
        for index in records.indices where records[index].match == nil { records[index].match = matching.features(of: records[index], references) }

        // Candidates share a key; a key with more than the cap is generic and finds none.
        var holders: [Int64: Set<Int64>] = [:]
        for record in records {
            for key in record.match?.keys ?? [] where !generic.contains(key) { holders[key, default: []].insert(record.recordId) }
        }
        let cap = policies.limits.matchKeySize
        let candidates = try await reads.candidates(under: holders.keys.sorted(), cap: cap)
        var generic = generic
        var newGeneric: [Int64] = []
        for (key, found) in candidates { holders[key, default: []].formUnion(found) }
        var disturbed: Set<Int64> = []
        for (key, sharing) in holders where sharing.count > cap {
            newGeneric.append(key)
            disturbed.formUnion(sharing)
        }
        generic.formUnion(newGeneric)
        let changedIds = Set(changed.map(\.recordId))
        var reached = disturbed.union(records.lazy.filter { $0.standing != .new }.map(\.recordId))
        // Records that were read and prepared on the way; the mastering lock keeps them as they are.
        var known: [Int64: MasteredRecord] = [:]
        let sharing = Self.sharing(records, candidates, except: generic, model: model)
        if model.resolvesReferences {
            reached.formUnion(sharing.keys)
        } else {
            known = try await related(to: records, sharing, entity: entity, matching, in: reads)
            reached.formUnion(known.keys)
        }

        let limit = policies.limits.clusterSize * max(changed.count, 64)
        guard let stored = try await reads.closure(of: reached.sorted(), entity: entity, limit: limit) else {
            throw MasteringError.neighbourhoodTooLarge(limit: limit)
        }
        for row in stored where !changedIds.contains(row.recordId) {
            var record = known[row.recordId] ?? MasteredRecord(row, standardised: policies.standardise(row.attributes, key: row.key))
            // A key that has just become generic no longer holds its records together: they are decided anew.
            if disturbed.contains(row.recordId) { record.standing = .reexamined }
            records.append(record)
        }
        let unresolved = Set(matching.references(of: records[changed.count...])).subtracting(references.keys).sorted()
        let surroundings = try await reads.surroundings(
            goldenIds: Set(records.compactMap(\.goldenId)).sorted(by: UUID.older), records: records.map(\.recordId).sorted(),
            references: unresolved)
        references.merge(surroundings.references) { first, _ in first }
        for index in records.indices.dropFirst(changed.count) where records[index].match == nil {
            records[index].match = matching.features(of: records[index], references)
        }

        var golden: [UUID: GoldenState] = [:]
        for row in surroundings.golden { golden[row.goldenId] = try GoldenState(row) }
        return Neighbourhood(
            entity: entity, now: now, records: records, golden: golden, edges: surroundings.edges,
            constraints: Constraints(surroundings.decisions), genericKeys: generic, newGenericKeys: newGeneric.sorted(), references: references)
    }

    /// Adds what a golden record that comes apart needs: the ones that had ended in it, and what its retired records look like.
    func readWhatEnded(
        in apart: Set<UUID>, _ neighbourhood: inout Neighbourhood, _ policy: EntityPolicy, _ model: MatchModel, _ reads: MasteringReads
    ) async throws {
        let limit = policies.limits.clusterSize * 64
        guard let rows = try await reads.formerGoldenRecords(of: apart.sorted(by: UUID.older), limit: limit) else {
            throw MasteringError.neighbourhoodTooLarge(limit: limit)
        }
        neighbourhood.former = rows.map { row in
            FormerGoldenRecord(goldenId: row.goldenId, mergedInto: row.mergedInto, survivor: row.survivor, records: row.records)
        }
        for row in rows {
            neighbourhood.golden[row.goldenId] = GoldenState(
                goldenId: row.goldenId, version: row.version, status: .merged, mergedInto: row.mergedInto, attributes: JSONObject())
        }
        let matching = MatchInput(policies: policies, policy: policy, model: model)
        for index in neighbourhood.records.indices {
            let record = neighbourhood.records[index]
            guard record.status == .retired, record.goldenId.map(apart.contains) ?? false else { continue }
            neighbourhood.records[index].match = matching.comparable(
                recordId: record.recordId, key: record.key, standardised: record.standardised, neighbourhood.references)
        }
    }

    /// A stored record's share of keys with a record of the batch.
    private struct Sharing: Sendable {
        /// The place in the batch.
        var place: Int
        var votes: Int
    }

    /// For each stored record what it shares with records of the batch; `generic` keys bring nobody together.
    private static func sharing(
        _ records: [MasteredRecord], _ found: [Int64: [Int64]], except generic: Set<Int64>, model: MatchModel
    ) -> [Int64: [Sharing]] {
        let own = Set(records.map(\.recordId))
        var sharing: [Int64: [Sharing]] = [:]
        for (place, record) in records.enumerated() {
            guard let match = record.match else { continue }
            for (index, key) in match.keys.enumerated() where !generic.contains(key) {
                let votes = model.votes(of: match, keyAt: index)
                for other in found[key] ?? [] where !own.contains(other) {
                    if let last = sharing[other]?.indices.last, sharing[other]?[last].place == place {
                        sharing[other]?[last].votes += votes
                    } else {
                        sharing[other, default: []].append(Sharing(place: place, votes: votes))
                    }
                }
            }
        }
        return sharing
    }

    /// The candidates that compare as a match or a possible one with a record that they share a key with, prepared.
    ///
    /// Most that share a key turn out to be others. What those belong to need not be read, because no link leads there.
    private func related(
        to records: [MasteredRecord], _ sharing: [Int64: [Sharing]], entity: Entity, _ matching: MatchInput, in reads: MasteringReads
    ) async throws -> [Int64: MasteredRecord] {
        var related: [Int64: MasteredRecord] = [:]
        let keyCounts = records.map { $0.match?.keys.count ?? 0 }
        // Those that meet no record of the batch unless they have few keys themselves: the database knows how many.
        var sure: [Int64: Bool] = [:]
        for (id, shares) in sharing { sure[id] = shares.contains { MatchModel.meet(votes: $0.votes, keys: keyCounts[$0.place]) } }
        let candidates = sharing.keys.sorted()
        for start in stride(from: 0, to: candidates.count, by: Self.candidatesAtOnce) {
            let ids = Array(candidates[start..<min(start + Self.candidatesAtOnce, candidates.count)])
            let policies = policies
            let rows = try await reads.records(
                ids.filter { sure[$0] == true }, sparse: ids.filter { sure[$0] == false }, keys: MatchModel.fewKeys, entity: entity)
            for candidate in await inParallel(rows, { row -> MasteredRecord? in
                guard row.status == .active, let shares = sharing[row.recordId] else { return nil }
                let standardised = policies.standardise(row.attributes, key: row.key)
                let match = matching.comparable(recordId: row.recordId, key: row.key, standardised: standardised, [:])
                let isRelated = shares.contains { share in
                    guard let own = records[share.place].match,
                        MatchModel.meet(votes: share.votes, keys: min(own.keys.count, row.matchKeys.count))
                    else { return false }
                    return matching.model.compare(own, match).outcome != .nonMatch
                }
                guard isRelated else { return nil }
                var candidate = MasteredRecord(row, standardised: standardised)
                candidate.match = matching.model.withKeys(match)
                return candidate
            }) {
                if let candidate { related[candidate.recordId] = candidate }
            }
        }
        return related
    }

    /// Candidates in memory at a time.
    private static let candidatesAtOnce = 8_192
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
