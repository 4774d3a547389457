package import FoundationEssentials
import HubStore
package import MasterData
import PostgresClient

/// A change of a golden record in the name of a platform.
package struct PatchRequest: Sendable {
    package var entity: Entity
    package var goldenId: UUID
    package var platform: String
    /// A merge patch (RFC 7396): null withdraws the platform's value.
    package var attributes: JSONObject
    /// The golden record's entity tag that must still hold, or `*`.
    package var ifMatch: String?
    /// `Prefer: handling=lenient`: apply what is allowed and say what was not.
    package var isLenient: Bool
    package var origin: Origin

    package init(
        entity: Entity, goldenId: UUID, platform: String, attributes: JSONObject, ifMatch: String? = nil, isLenient: Bool = false, origin: Origin
    ) {
        self.entity = entity
        self.goldenId = goldenId
        self.platform = platform
        self.attributes = attributes
        self.ifMatch = ifMatch
        self.isLenient = isLenient
        self.origin = origin
    }
}

package struct PatchReceipt: Sendable {
    package var goldenId: UUID
    package var goldenVersion: Int64
    /// One for each attribute of the patch.
    package var verdicts: [AttributeVerdict]
    package var policyVersion: String
}

extension MasteringPipeline {
    /// Changes a golden record through the platform's own source record, by the same stages as a report.
    ///
    /// All or nothing: if any attribute would not become the golden value, the whole patch is refused and nothing is written (I4).
    package func patch(_ request: PatchRequest) async throws -> Result<PatchReceipt, Refusal> {
        // Bounded: each turn either answers or finds that another write came between reading and applying.
        for _ in 0..<8 {
            switch try await prepare(request) {
            case .failure(let refusal):
                return .failure(refusal)
            case .success(let prepared):
                switch await validate([prepared.report])[0] {
                case .failure(let refusal):
                    return .failure(refusal)
                case .success(let valid):
                    let names = Set(request.attributes.keys.map { String($0.prefix { $0 != "." }) })
                    let version = policies.version
                    let isLenient = request.isLenient
                    let answer = try await run(Round(entity: request.entity, reports: [valid], places: [0]), refusing: { verdicts in
                        let refused = verdicts.filter { names.contains($0.attribute) && !$0.isGranted }
                        if refused.isEmpty { return nil }
                        return Self.refusal(refused, version, isLenient: isLenient)
                    })
                    guard let reception = answer.first else { continue }
                    switch reception {
                    case .success(let receipt):
                        return .success(PatchReceipt(
                            goldenId: receipt.goldenId, goldenVersion: receipt.goldenVersion,
                            verdicts: receipt.verdicts.filter { names.contains($0.attribute) } + prepared.withheld, policyVersion: version))
                    case .failure(let refusal) where refusal.code == .stale:
                        continue
                    case .failure(let refusal) where refusal.code == .notOwner && request.isLenient:
                        let withheld = Set(refusal.violations.map(\.attribute))
                        var reduced = request
                        reduced.isLenient = false
                        reduced.attributes = JSONObject(request.attributes.members.filter { !withheld.contains(String($0.key.prefix { $0 != "." })) })
                        if reduced.attributes.isEmpty { return .failure(refusal) }
                        return try await patch(reduced).map { receipt in
                            var receipt = receipt
                            receipt.verdicts += refusal.violations
                            return receipt
                        }
                    case .failure(let refusal):
                        return .failure(refusal)
                    }
                }
            }
        }
        return .failure(Refusal(.busy, "the record is being changed by others all the time: try again in a moment"))
    }

    private static func refusal(_ refused: [AttributeVerdict], _ version: String, isLenient: Bool) -> Refusal {
        let names = refused.map { "`\($0.attribute)`" }.joined(separator: ", ")
        return Refusal(
            .notOwner, "\(names) may not be changed by this platform; nothing was applied. Ask the owner, or leave \(refused.count == 1 ? "it" : "them") out",
            violations: refused.map { verdict in
                var verdict = verdict
                if isLenient || verdict.verdict != .proposed { verdict.verdict = isLenient ? .shadowed : .rejected }
                return verdict
            },
            policyVersion: version)
    }

    private struct Prepared {
        var report: SourceReport
        var withheld: [AttributeVerdict] = []
    }

    /// Finds the platform's record behind the golden record and merges the patch into what it had reported.
    private func prepare(_ request: PatchRequest) async throws -> Result<Prepared, Refusal> {
        guard let golden = try await store.client.query(Queries.readGoldenRecords, [.uuidArray([request.goldenId])]).first,
            try golden.text("entity") == request.entity.rawValue
        else {
            return .failure(Refusal(.notFound, "no \(request.entity.rawValue) has this golden id"))
        }
        if let survivor = try golden.uuidIfPresent("merged_into") {
            return .failure(Refusal(.mergedAway, "this golden record was merged into another: repeat the change there", goldenId: survivor))
        }
        if let wanted = request.ifMatch, wanted != "*", wanted != RecordTag.of(goldenVersion: try golden.int8("version")) {
            return .failure(Refusal(.stale, "the golden record has changed since the version that `If-Match` names: read it again, then repeat the change"))
        }
        let rows = try await store.client.query(Queries.readPlatformRecords, [.uuid(request.goldenId), .text(request.platform)])
        var records: [StoredRecord] = []
        for row in rows { records.append(try StoredRecord(row, entity: request.entity)) }
        // Several accounts of one platform behind one party: the one it changed last speaks, ties by id.
        guard let record = records.min(by: { ($1.updatedAt ?? .init(microseconds: 0), $0.key) < ($0.updatedAt ?? .init(microseconds: 0), $1.key) }) else {
            let names = Set(request.attributes.keys.map { String($0.prefix { $0 != "." }) })
            let refused = try await verdictsWithoutRecord(request).filter { names.contains($0.attribute) && !$0.isGranted }
            if !refused.isEmpty { return .failure(Self.refusal(refused, policies.version, isLenient: request.isLenient)) }
            return .failure(Refusal(
                .noPlatformRecord, "\(request.platform) has no record of this \(request.entity.rawValue): report it with PUT /v1/source-records first"))
        }
        guard case .object(var attributes) = try JSONParser.parse(Array(record.attributes.utf8)) else {
            throw MasteringError.unreadableGoldenRecord(request.goldenId)
        }
        for member in request.attributes.members { attributes.merge(member) }
        return .success(Prepared(report: SourceReport(
            entity: request.entity, platform: request.platform, nativeId: record.rawId, attributes: attributes, updatedAt: Timestamp.now.text,
            version: record.version, ifMatch: record.tag, origin: request.origin)))
    }

    /// What would become of the patch if the platform had a record that says just that: who does not own is told so first.
    private func verdictsWithoutRecord(_ request: PatchRequest) async throws -> [AttributeVerdict] {
        guard let policy = policies.entities[request.entity], let platform = policies.platforms[request.platform] else { return [] }
        let date = Timestamp.now.date
        let wanted = policy.standardise(
            request.attributes, platform: platform, platforms: policies.platforms, reference: policies.reference, limits: policies.limits)
        var records = try await store.members(of: request.goldenId).map { row in
            SourceRecord(
                recordId: row.recordId, key: row.key, status: row.status, updatedAt: row.updatedAt,
                attributes: policies.standardise(row.attributesJSON, key: row.key))
        }
        let supposed: Int64 = -1
        records.append(SourceRecord(
            recordId: supposed, key: SourceKey(entity: request.entity, platform: request.platform, nativeId: request.goldenId.text),
            status: .active, updatedAt: .now, attributes: wanted.attributes))
        return policy.verdicts(
            recordId: supposed, platform: request.platform, before: JSONObject(), after: wanted.attributes, issues: wanted.issues,
            content: policy.survive(records, on: date), date: date)
    }
}

extension AttributeVerdict {
    /// Whether the platform got what it wanted.
    fileprivate var isGranted: Bool { verdict == .accepted || verdict == .unchanged }
}

extension JSONObject {
    /// Applies one member of a merge patch (RFC 7396); a dotted key names a nested path.
    mutating func merge(_ member: Member) {
        let steps = member.key.split(separator: ".", maxSplits: 1)
        if steps.count == 2 {
            var inner = self[String(steps[0])]?.members ?? JSONObject()
            inner.merge(Member(key: String(steps[1]), value: member.value))
            self[String(steps[0])] = .object(inner)
            return
        }
        switch member.value {
        case .null:
            self[member.key] = nil
        case .object(let patch):
            var inner = self[member.key]?.members ?? JSONObject()
            for nested in patch.members { inner.merge(nested) }
            self[member.key] = .object(inner)
        default:
            self[member.key] = member.value
        }
    }
}
