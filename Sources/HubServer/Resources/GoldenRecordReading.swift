import FoundationEssentials
import HTTPTypes
import HubStore
import HummingbirdCore
import MasterData
import Mastering

extension GoldenRecordRoutes {
    func get(_ call: Call, _ entity: Entity) async throws -> Reply {
        var includes: Set<String> = []
        for name in call.list("include") ?? [] {
            guard name == "lineage" || name == "crosswalk" else { throw Problem(.invalidParameter, "`include` takes `lineage` and `crosswalk`") }
            includes.insert(name)
        }
        let row = try await record(call["goldenId"], entity, at: try moment(call))
        if let moved = try await redirect(row, call) { return moved }
        let tag = RecordTag.of(goldenVersion: row.version)
        if let known = call.request.headers[.ifNoneMatch], EntityTag.matches(known, tag: tag) { return Reply(.notModified, fields: [.eTag: tag]) }
        var object = row.objectText
        if includes.contains("lineage") { object.json("lineage", try await lineageText(row)) }
        if includes.contains("crosswalk") {
            object.array("crosswalk", try await services.store.members(of: row.goldenId)) { member, bytes in member.crosswalkObject.append(to: &bytes)
            }
        }
        return Reply(json: object.closed(), fields: [.eTag: tag])
    }

    func list(_ call: Call, _ entity: Entity) async throws -> Reply {
        let limit = try call.integer("limit", default: 100, in: 1...1_000)
        let after = try call.parameter("cursor").map { (text) throws(Problem) in
            guard let id = UUID(text: text) else { throw Problem(.invalidParameter, "`cursor` must be the `next` of the page before") }
            return id
        }
        // One more than asked for tells whether there is a next page.
        let rows = try await services.store.goldenRecords(entity: entity, after: after, limit: limit + 1)
        var object = ObjectText(capacity: 65_536)
        object.array("records", rows.prefix(limit)) { row, bytes in bytes.append(contentsOf: row.objectText.closed()) }
        object.text("next", rows.count > limit ? rows[limit - 1].goldenId.text : nil)
        return Reply(json: object.closed())
    }

    func history(_ call: Call, _ entity: Entity) async throws -> Reply {
        let limit = try call.integer("limit", default: 100, in: 1...1_000)
        let before = try call.parameter("cursor").map { (text) throws(Problem) in
            guard let version = Int64(text), version > 0 else { throw Problem(.invalidParameter, "`cursor` must be the `next` of the page before") }
            return version
        }
        let row = try await record(call["goldenId"], entity)
        var object = ObjectText()
        object.plain("goldenId", row.goldenId.text)
        // One more than asked for tells whether there is a next page.
        let versions = try await services.store.history(row.goldenId, before: before, limit: limit + 1)
        object.array("versions", versions.prefix(limit)) { version, bytes in bytes.append(contentsOf: version.json) }
        object.text("next", versions.count > limit ? String(versions[limit - 1].version) : nil)
        return Reply(json: object.closed())
    }

    func lineage(_ call: Call, _ entity: Entity) async throws -> Reply {
        let row = try await record(call["goldenId"], entity)
        if let moved = try await redirect(row, call, to: "/lineage") { return moved }
        var object = ObjectText()
        object.plain("goldenId", row.goldenId.text)
        object.number("version", row.version)
        object.json("lineage", try await lineageText(row))
        return Reply(json: object.closed())
    }

    func explanation(_ call: Call, _ entity: Entity) async throws -> Reply {
        let row = try await record(call["goldenId"], entity)
        if let moved = try await redirect(row, call, to: "/explanation") { return moved }
        var object = ObjectText()
        object.plain("goldenId", row.goldenId.text)
        object.number("version", row.version)
        let reasons = try await services.pipeline.explain(row.goldenId, entity: entity)
        let nearest = Dictionary(reasons.members.map { ($0.record.key, $0) }, uniquingKeysWith: { first, _ in first })
        object.array("members", try await services.store.members(of: row.goldenId)) { member, bytes in
            var text = member.crosswalkObject
            let reason = nearest[member.key]
            text["nearest"] = reason?.nearest.map { ["platform": .string($0.platform), "nativeId": .string($0.nativeId)] } ?? .null
            text["explanation"] = reason?.comparisons.map { .object($0.object) } ?? .null
            text.append(to: &bytes)
        }
        return Reply(json: object.closed())
    }

    /// The moment that a read asks for. The hub keeps the time at which it knew, so both parameters mean that one.
    private func moment(_ call: Call) throws -> Timestamp? {
        let asOf = try call.parameter("asOf")
        let knownAt = try call.parameter("knownAt")
        guard asOf == nil || knownAt == nil || asOf == knownAt else { throw Problem(.invalidParameter, "give one of `asOf` and `knownAt`") }
        guard let text = asOf ?? knownAt else { return nil }
        guard let moment = Timestamp(text) else { throw Problem(.invalidParameter, "`asOf` and `knownAt` take a time as `2026-11-23T10:00:00Z`") }
        return moment
    }

    /// The record under an id, whatever its status.
    private func record(_ text: String, _ entity: Entity, at moment: Timestamp? = nil) async throws -> GoldenRecordRow {
        guard let id = UUID(text: text) else {
            throw Problem(
                .notFound, "golden ids are UUIDs; a platform's own id is looked up under `/v1/crosswalks/{platform}/\(entity.rawValue)/{nativeId}`")
        }
        let found = if let moment { try await services.store.goldenRecord(id, knownAt: moment) } else { try await services.store.goldenRecord(id) }
        guard let row = found else { throw Problem(.notFound, "no \(entity.rawValue) has this golden id") }
        guard row.entity == entity else {
            throw Problem(
                .notFound, "this golden id is that of a \(row.entity.rawValue): see `/v1/\(row.entity.plural)/\(id.text)`",
                members: ["nearest": .array([.string("/v1/\(row.entity.plural)/\(id.text)")])])
        }
        return row
    }

    /// 301 to the same resource of the survivor, where the record was merged.
    private func redirect(_ row: GoldenRecordRow, _ call: Call, to resource: String = "") async throws -> Reply? {
        guard row.mergedInto != nil, let survivor = try await services.store.survivor(of: row.goldenId) else { return nil }
        let query = call.request.head.path?.utf8.firstIndex(of: UInt8(ascii: "?")).flatMap { call.request.head.path?[$0...] } ?? ""
        return Reply(
            .movedPermanently, ["goldenId": .string(survivor.goldenId.text), "mergedFrom": .string(row.goldenId.text), "status": "merged"],
            fields: [.location: "/v1/\(row.entity.plural)/\(survivor.goldenId.text)\(resource)\(query)"])
    }

    /// The lineage with the records' own names: attribute -> `{rule, owner, sources: [{platform, nativeId}]}`.
    private func lineageText(_ row: GoldenRecordRow) async throws -> String {
        guard let stored = try await services.store.lineage(row.goldenId, version: row.version) else { return "{}" }
        let lineage = try JSONParser.parseObject(Array(stored.lineageJSON.utf8))
        var ids: Set<Int64> = []
        for member in lineage.members {
            for element in member.value.elements?.dropFirst(2) ?? [] { if let id = element.recordId { ids.insert(id) } }
        }
        let names = try await services.store.names(ofRecords: ids.sorted())
        var readable = JSONObject()
        for member in lineage.members {
            let sources: [JSONValue] = (member.value.elements?.dropFirst(2) ?? []).compactMap { element in
                element.recordId.flatMap { names[$0] }.map { ["platform": .string($0.platform), "nativeId": .string($0.nativeId)] }
            }
            // Stored as `[rule, owner or null, record id …]`.
            let stored = member.value.elements ?? []
            readable[member.key] = ["rule": stored.first ?? .null, "owner": stored.dropFirst().first ?? .null, "sources": .array(sources)]
        }
        return readable.jsonText
    }
}
