import FoundationEssentials
import HTTPTypes
import HubStore
import HummingbirdCore
import MasterData
import Mastering

/// `/v1/customers`, `/v1/products`, `/v1/contracts`: what the hub holds to be true.
struct GoldenRecordRoutes: Sendable {
    let services: HubServices

    var routes: [Route] { Entity.allCases.flatMap(routes) }

    private func routes(of entity: Entity) -> [Route] {
        let name = entity.rawValue.prefix(1).uppercased() + entity.rawValue.dropFirst()
        let path = "/v1/\(entity.plural)/{goldenId}"
        let tag = "Golden records"
        return [
            Route(
                method: .get, path: "/v1/\(entity.plural)", operationId: "list\(name)s", summary: "All \(entity.plural), by golden id", tag: tag,
                access: .readers,
                parameters: [
                    ParameterDescription(name: "cursor", place: .query, summary: "Where to go on: `next` of the page before"),
                    ParameterDescription(
                        name: "limit", place: .query, summary: "Records on the page", schema: ["type": "integer", "minimum": 1, "maximum": 1000, "default": 100]),
                ],
                answers: [AnswerDescription(status: 200, summary: "A page", schema: "\(name)Page")], handler: { try await list($0, entity) }),
            Route(
                method: .get, path: path, operationId: "get\(name)", summary: "The golden record", tag: tag, access: .readers,
                parameters: [
                    .goldenId, .ifNoneMatch,
                    ParameterDescription(
                        name: "asOf", place: .query, summary: "The record as it was at this time", schema: ["type": "string", "format": "date-time"]),
                    ParameterDescription(
                        name: "knownAt", place: .query, summary: "The record as the hub knew it at this time", schema: ["type": "string", "format": "date-time"]),
                    ParameterDescription(name: "include", place: .query, summary: "`lineage` and `crosswalk`, separated by commas"),
                ],
                answers: [
                    AnswerDescription(status: 200, summary: "The record", schema: name),
                    AnswerDescription(status: 301, summary: "It was merged; `Location` is the survivor", schema: "Redirect"),
                    AnswerDescription(status: 304, summary: "It is as `If-None-Match` says"),
                ], handler: { try await get($0, entity) }),
            Route(
                method: .patch, path: path, operationId: "patch\(name)", summary: "Change attributes in the name of the caller's platform", tag: tag,
                access: .roles([.admin, .steward, .platform]),
                parameters: [
                    .goldenId, .ifMatch, .idempotencyKey,
                    ParameterDescription(name: "Prefer", place: .header, summary: "`handling=lenient`: apply what is allowed and propose the rest"),
                ],
                body: BodyDescription(summary: "A merge patch (RFC 7396); null withdraws a value", schema: "Patch"),
                answers: [AnswerDescription(status: 200, summary: "What came of each attribute", schema: "PatchReceipt")],
                handler: { try await patch($0, entity) }),
            Route(
                method: .get, path: path + "/history", operationId: "get\(name)History", summary: "Every version, newest first", tag: tag, access: .readers,
                parameters: [
                    .goldenId,
                    ParameterDescription(name: "cursor", place: .query, summary: "Where to go on: `next` of the page before"),
                    ParameterDescription(
                        name: "limit", place: .query, summary: "Versions at most", schema: ["type": "integer", "minimum": 1, "maximum": 1000, "default": 100]),
                ],
                answers: [AnswerDescription(status: 200, summary: "The versions", schema: "History")], handler: { try await history($0, entity) }),
            Route(
                method: .get, path: path + "/lineage", operationId: "get\(name)Lineage", summary: "Where each value comes from", tag: tag, access: .readers,
                parameters: [.goldenId], answers: [AnswerDescription(status: 200, summary: "The lineage", schema: "Lineage")],
                handler: { try await lineage($0, entity) }),
            Route(
                method: .get, path: path + "/explanation", operationId: "get\(name)Explanation", summary: "Why each source record is in", tag: tag,
                access: .readers, parameters: [.goldenId], answers: [AnswerDescription(status: 200, summary: "The members", schema: "Explanation")],
                handler: { try await explanation($0, entity) }),
        ]
    }

    // MARK: Reading

    private func get(_ call: Call, _ entity: Entity) async throws -> Reply {
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
            object.array("crosswalk", try await services.store.members(of: row.goldenId)) { member, bytes in member.crosswalkObject.append(to: &bytes) }
        }
        return Reply(json: object.closed(), fields: [.eTag: tag])
    }

    private func list(_ call: Call, _ entity: Entity) async throws -> Reply {
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

    private func history(_ call: Call, _ entity: Entity) async throws -> Reply {
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

    private func lineage(_ call: Call, _ entity: Entity) async throws -> Reply {
        let row = try await record(call["goldenId"], entity)
        if let moved = try await redirect(row, call, to: "/lineage") { return moved }
        var object = ObjectText()
        object.plain("goldenId", row.goldenId.text)
        object.number("version", row.version)
        object.json("lineage", try await lineageText(row))
        return Reply(json: object.closed())
    }

    private func explanation(_ call: Call, _ entity: Entity) async throws -> Reply {
        let row = try await record(call["goldenId"], entity)
        if let moved = try await redirect(row, call, to: "/explanation") { return moved }
        var object = ObjectText()
        object.plain("goldenId", row.goldenId.text)
        object.number("version", row.version)
        object.array("members", try await services.store.members(of: row.goldenId)) { member, bytes in member.crosswalkObject.append(to: &bytes) }
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
            throw Problem(.notFound, "golden ids are UUIDs; a platform's own id is looked up under `/v1/crosswalks/{platform}/\(entity.rawValue)/{nativeId}`")
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

    // MARK: Changing

    private func patch(_ call: Call, _ entity: Entity) async throws -> Reply {
        guard let platform = call.caller?.platform else {
            throw Problem(
                .noPlatform,
                "a change is made in the name of the platform that owns the attribute, and the access key belongs to none; use a key made with `mdm key create --role platform --platform NAME`")
        }
        guard let id = UUID(text: call["goldenId"]) else { throw Problem(.notFound, "golden ids are UUIDs") }
        let body = try call.object()
        guard case .object(let attributes) = body["attributes"], body.members.count == 1 else {
            throw Problem(.malformed, "the body must be `{\"attributes\": {…}}` and nothing else")
        }
        guard !attributes.isEmpty else { throw Problem(.malformed, "`attributes` is empty; name at least one attribute to change") }
        let isLenient = try lenient(call)
        let request = PatchRequest(
            entity: entity, goldenId: id, platform: platform, attributes: attributes, ifMatch: try call.ifMatch(), isLenient: isLenient, origin: call.origin)
        let receipt = try await services.pipeline.patch(request).get()
        var fields: HTTPFields = [.eTag: RecordTag.of(goldenVersion: receipt.goldenVersion)]
        if isLenient { fields[.preferenceApplied] = "handling=lenient" }
        return Reply(
            .ok,
            [
                "goldenId": .string(receipt.goldenId.text), "goldenVersion": .number(String(receipt.goldenVersion)),
                "verdicts": .array(receipt.verdicts.map { .object($0.object(policyVersion: receipt.policyVersion, saysMessage: false)) }),
                "policyVersion": .string(receipt.policyVersion), "correlationId": .string(call.trace.correlationId),
            ], fields: fields)
    }

    /// `Prefer: handling=lenient` (RFC 7240); other preferences may be ignored, and are.
    private func lenient(_ call: Call) throws -> Bool {
        call.request.headers[values: .prefer].contains { value in
            value.split(separator: ",").contains { $0.filter { $0 != " " }.lowercased() == "handling=lenient" }
        }
    }
}

extension GoldenRecordRow {
    /// The record as JSON, open for more members.
    var objectText: ObjectText {
        var object = ObjectText(capacity: attributesJSON.utf8.count + 512)
        object.plain("goldenId", goldenId.text)
        object.plain("entity", entity.rawValue)
        object.plain("number", number)
        object.number("version", version)
        object.plain("status", status.rawValue)
        object.text("mergedInto", mergedInto?.text)
        object.plain("policyVersion", policyVersion)
        object.plain("recordedAt", recordedAt.text)
        object.json("attributes", attributesJSON)
        return object
    }
}

extension GoldenVersionRow {
    /// The version as JSON.
    var json: [UInt8] {
        var object = ObjectText(capacity: attributesJSON.utf8.count + 512)
        object.number("version", version)
        object.plain("recordedAt", recordedAt.text)
        object.plain("status", status.rawValue)
        object.text("mergedInto", mergedInto?.text)
        object.plain("policyVersion", policyVersion)
        object.value("changed", .array(changed.map { .string($0) }))
        object.json("attributes", attributesJSON)
        object.json("linked", linkedJSON ?? "[]")
        object.json("unlinked", unlinkedJSON ?? "[]")
        return object.closed()
    }
}

extension JSONValue {
    /// A record's number, as the lineage holds it.
    fileprivate var recordId: Int64? { if case .number(let literal) = self { Int64(literal) } else { nil } }
}

extension SourceRecordRow {
    /// The record as the crosswalk names it.
    fileprivate var crosswalkObject: JSONObject {
        [
            "platform": .string(key.platform), "nativeId": .string(rawId), "status": .string(status.rawValue), "since": .string(linkedAt.text),
            "method": .string(method.rawValue),
        ]
    }
}
