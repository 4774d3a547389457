import HTTPTypes
import HubStore
import HummingbirdCore
import MasterData
import Mastering

/// `/v1/source-records`: what platforms report, and what the hub has received.
struct SourceRecordRoutes: Sendable {
    let services: HubServices
    let names: PolicyNames
    let limits: ServerLimits

    private static let path = "/v1/source-records/{platform}/{entity}/{nativeId}"
    private static let pathParameters: [ParameterDescription] = [.platform, .entity, .nativeId]

    var routes: [Route] {
        [
            Route(
                method: .put, path: Self.path, operationId: "putSourceRecord", summary: "A platform reports its record as it now is",
                tag: "Source records",
                access: .writers, parameters: Self.pathParameters + [.idempotencyKey, .ifMatch],
                body: BodyDescription(summary: "The whole record as the platform has it", schema: "Report"),
                answers: [
                    AnswerDescription(status: 201, summary: "The platform had no such record before", schema: "Receipt"),
                    AnswerDescription(status: 200, summary: "The record was known", schema: "Receipt"),
                ], handler: put),
            Route(
                method: .get, path: Self.path, operationId: "getSourceRecord", summary: "The record as it was received", tag: "Source records",
                access: .readers, parameters: Self.pathParameters + [.ifNoneMatch],
                answers: [
                    AnswerDescription(status: 200, summary: "The record", schema: "SourceRecord"),
                    AnswerDescription(status: 304, summary: "It is as `If-None-Match` says"),
                ], handler: get),
            Route(
                method: .delete, path: Self.path, operationId: "deleteSourceRecord", summary: "The platform no longer has the record",
                tag: "Source records",
                access: .writers, parameters: Self.pathParameters + [.idempotencyKey, .ifMatch],
                answers: [AnswerDescription(status: 200, summary: "The record is retired and its golden record recomputed", schema: "Receipt")],
                handler: delete),
            Route(
                method: .post, path: "/v1/source-records", operationId: "postSourceRecords",
                summary: "A stream of reports, answered line by line in order",
                tag: "Source records", access: .writers,
                body: BodyDescription(
                    summary: "One report a line; read the answer while sending, or send no more than some thousand lines at once",
                    schema: "ReportLine",
                    mediaType: "application/x-ndjson", isStream: true),
                answers: [
                    AnswerDescription(
                        status: 200, summary: "One receipt or problem a line", schema: "ReceptionLine", mediaType: "application/x-ndjson")
                ],
                isUntimed: true, handler: SourceRecordStream(pipeline: services.pipeline, names: names, limits: limits).post),
        ]
    }

    private func put(_ call: Call) async throws -> Reply {
        let key = try writableKey(call)
        let body = try ReportBody(call.object(), namesRecord: false)
        return try await submit(
            SourceReport(
                entity: key.entity, platform: key.platform, nativeId: call["nativeId"], attributes: body.attributes, updatedAt: body.updatedAt,
                version: body.version, ifMatch: call.ifMatch(), origin: call.origin),
            call)
    }

    private func delete(_ call: Call) async throws -> Reply {
        let key = try writableKey(call)
        return try await submit(
            SourceReport(
                entity: key.entity, platform: key.platform, nativeId: call["nativeId"], attributes: JSONObject(), retires: true,
                ifMatch: call.ifMatch(), origin: call.origin),
            call)
    }

    private func writableKey(_ call: Call) throws(Problem) -> SourceKey {
        let key = try names.key(platform: call["platform"], entity: call["entity"], nativeId: call["nativeId"])
        try call.caller?.requireOwn(key.platform)
        return key
    }

    private func submit(_ report: SourceReport, _ call: Call) async throws -> Reply {
        let receipt = try await services.writes.submit(report).get()
        var fields = HTTPFields()
        if !receipt.recordTag.isEmpty { fields[.eTag] = receipt.recordTag }
        if receipt.isNew { fields[.location] = "/v1/\(report.entity.plural)/\(receipt.goldenId.text)" }
        return Reply(receipt.isNew ? .created : .ok, receipt.object(correlationId: call.trace.correlationId), fields: fields)
    }

    private func get(_ call: Call) async throws -> Reply {
        let key = try names.key(platform: call["platform"], entity: call["entity"], nativeId: call["nativeId"])
        try call.caller?.requireOwn(key.platform)
        guard let record = try await services.store.sourceRecord(key) else { throw try await Problem.unknownId(key, services.store) }
        let tag = record.tag
        if let known = call.request.headers[.ifNoneMatch], EntityTag.matches(known, tag: tag) { return Reply(.notModified, fields: [.eTag: tag]) }
        return Reply(json: record.json, fields: [.eTag: tag])
    }
}

extension Problem {
    /// 404 for a native id that no platform reported, with the ids that come nearest.
    static func unknownId(_ key: SourceKey, _ store: HubStore) async throws -> Problem {
        let nearest = try await store.nearestNativeIds(key, limit: 3)
        return Problem(
            .notFound,
            "`\(key.platform)` has reported no \(key.entity.rawValue) with this id"
                + (nearest.isEmpty ? "" : "; `nearest` lists known ids that resemble it"),
            members: [
                "nearest": .array(
                    nearest.map {
                        .object(["platform": .string($0.platform), "entity": .string($0.entity.rawValue), "nativeId": .string($0.nativeId)])
                    })
            ])
    }
}

extension SourceRecordRow {
    /// The tag that `If-Match` of a later write must name.
    var tag: String {
        RecordTag.of(attributes: attributesJSON, version: version, updatedAt: updatedAt, status: status)
    }

    var json: [UInt8] {
        var object = ObjectText(capacity: attributesJSON.utf8.count + 512)
        object.text("platform", key.platform)
        object.plain("entity", key.entity.rawValue)
        object.text("nativeId", rawId)
        object.plain("goldenId", goldenId.text)
        object.plain("status", status.rawValue)
        object.plain("method", method.rawValue)
        object.plain("linkedAt", linkedAt.text)
        object.plain("receivedAt", receivedAt.text)
        object.text("updatedAt", updatedAt?.text)
        object.text("version", version)
        object.json("attributes", attributesJSON)
        return object.closed()
    }
}
