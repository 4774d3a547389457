import HTTPTypes
import HubStore
import HummingbirdCore
import MasterData

/// `/v1/crosswalks`: which record of one platform is which of another.
struct CrosswalkRoutes: Sendable {
    let services: HubServices
    let names: PolicyNames
    let limits: ServerLimits

    /// Most ids of one `:resolve`.
    static let resolveLimit = 10_000

    var routes: [Route] {
        [
            Route(
                method: .get, path: "/v1/crosswalks/{platform}/{entity}/{nativeId}", operationId: "getCrosswalk",
                summary: "The golden record behind a platform's id, and every platform's id of it", tag: "Crosswalk", access: .readers,
                parameters: [
                    .platform, .entity, .nativeId,
                    ParameterDescription(
                        name: "target", place: .query, summary: "Only the ids of these platforms; may be repeated or separated by commas"),
                ],
                answers: [AnswerDescription(status: 200, summary: "The ids", schema: "Crosswalk")],
                // The coalescer and the statement's own time limit bound it.
                isUntimed: true, handler: get),
            Route(
                method: .post, path: "/v1/crosswalks:resolve", operationId: "resolveCrosswalks", summary: "The same for many ids at once",
                tag: "Crosswalk",
                access: .readers,
                body: BodyDescription(summary: "At most \(Self.resolveLimit) ids", schema: "ResolveRequest", limit: limits.bulkBytes),
                answers: [
                    AnswerDescription(
                        status: 200, summary: "One result for each id, in order; `goldenId` is null where it is unknown", schema: "ResolveResult")
                ],
                isReadOnlyPost: true, handler: resolve),
        ]
    }

    private func get(_ call: Call) async throws -> Reply {
        let key = try names.key(platform: call["platform"], entity: call["entity"], nativeId: call["nativeId"])
        guard var entry = try await services.lookups.lookup(key) else { throw try await Problem.unknownId(key, services.store) }
        if let targets = call.list("target") { entry.ids.removeAll { !targets.contains($0.platform) } }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(512)
        entry.append(to: &bytes)
        return Reply(json: bytes)
    }

    private func resolve(_ call: Call) async throws -> Reply {
        let request = try ResolveRequest(call.object())
        // An id of a platform that does not exist, or that can be no id, is as unknown as any other.
        let keys = request.ids.map { id in try? names.key(platform: id.platform, entity: id.entity, nativeId: id.nativeId) }
        let entries = try await services.store.crosswalks(keys.compactMap { $0 }, targets: request.targets)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(request.ids.count * 256)
        bytes.append(contentsOf: "{\"results\":[".utf8)
        var next = 0
        for (index, key) in keys.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            var entry: CrosswalkEntry?
            if key != nil {
                entry = entries[next]
                next += 1
            }
            if let entry {
                entry.append(to: &bytes)
            } else {
                bytes.append(contentsOf: "{\"goldenId\":null,\"entity\":".utf8)
                JSONWriter.append(request.ids[index].entity, to: &bytes)
                bytes.append(contentsOf: ",\"status\":null,\"ids\":[]}".utf8)
            }
        }
        bytes.append(contentsOf: "]}".utf8)
        return Reply(json: bytes)
    }
}

/// The body of `:resolve`.
struct ResolveRequest: Sendable {
    struct Id: Sendable {
        var platform: String
        var entity: String
        var nativeId: String
    }

    var ids: [Id]
    /// Nil: every platform.
    var targets: [String]?

    init(_ object: JSONObject) throws(Problem) {
        guard let list = object["ids"]?.elements else { throw Problem(.malformed, "`ids` must be an array of `{platform, entity, nativeId}`") }
        guard list.count <= CrosswalkRoutes.resolveLimit else {
            throw Problem(.tooLarge, "`ids` has \(list.count) elements, \(CrosswalkRoutes.resolveLimit) are allowed; ask in several calls")
        }
        ids = []
        ids.reserveCapacity(list.count)
        for (index, element) in list.enumerated() {
            guard let id = element.members, let platform = id["platform"]?.text, let entity = id["entity"]?.text, let nativeId = id["nativeId"]?.text
            else {
                throw Problem(.malformed, "`ids[\(index)]` must be `{platform, entity, nativeId}`, each a string")
            }
            ids.append(Id(platform: platform, entity: entity, nativeId: nativeId))
        }
        switch object["target"] {
        case nil, .null: targets = nil
        case .string(let one): targets = [one]
        case .array(let many):
            targets = []
            for target in many {
                guard let name = target.text else { throw Problem(.malformed, "`target` must be an array of platform names") }
                targets?.append(name)
            }
        default: throw Problem(.malformed, "`target` must be an array of platform names")
        }
        for member in object.members where member.key != "ids" && member.key != "target" {
            throw Problem(.malformed, "the body has a member that is neither `ids` nor `target`")
        }
    }
}

extension CrosswalkEntry {
    /// `{goldenId, entity, status, ids}` as JSON.
    func append(to bytes: inout [UInt8]) {
        bytes.append(contentsOf: "{\"goldenId\":\"".utf8)
        bytes.append(contentsOf: goldenId.text.utf8)
        bytes.append(contentsOf: "\",\"entity\":\"".utf8)
        bytes.append(contentsOf: entity.rawValue.utf8)
        bytes.append(contentsOf: "\",\"status\":\"".utf8)
        bytes.append(contentsOf: status.rawValue.utf8)
        bytes.append(contentsOf: "\",\"ids\":[".utf8)
        var first = true
        for id in ids {
            if !first { bytes.append(UInt8(ascii: ",")) }
            first = false
            id.append(to: &bytes)
        }
        bytes.append(contentsOf: "]}".utf8)
    }
}

extension CrosswalkId {
    func append(to bytes: inout [UInt8]) {
        bytes.append(contentsOf: "{\"platform\":".utf8)
        JSONWriter.append(platform, to: &bytes)
        bytes.append(contentsOf: ",\"nativeId\":".utf8)
        JSONWriter.append(nativeId, to: &bytes)
        bytes.append(contentsOf: ",\"status\":\"".utf8)
        bytes.append(contentsOf: status.rawValue.utf8)
        bytes.append(contentsOf: "\",\"since\":\"".utf8)
        bytes.append(contentsOf: since.text.utf8)
        bytes.append(contentsOf: "\",\"method\":\"".utf8)
        bytes.append(contentsOf: method.rawValue.utf8)
        bytes.append(contentsOf: "\"}".utf8)
    }
}
