import Crypto
import HTTPTypes
import HubStore
import HummingbirdCore
import MasterData
import NIOCore
import Synchronization

/// Lets a client repeat a write without doing it twice: the answer to the first request with an `Idempotency-Key` is kept and
/// given again (`Idempotent-Replayed: true`).
///
/// The answer is stored after the write is committed. Should the hub die in between, the repetition is done again; that is
/// harmless, as a report of what is already stored changes nothing.
final class IdempotentRequests: Sendable {
    private struct Name: Hashable {
        var keyId: String
        var idempotencyKey: String
    }

    /// An answer larger than this is not kept.
    static let storedBytes = 1 << 20

    private let store: HubStore
    private let running = Mutex<Set<Name>>([])

    init(store: HubStore) {
        self.store = store
    }

    /// - Throws: `Problem`: 400 for an unusable key, 409 while the same request is running, 422 where the key was used for another one.
    func once(_ key: String, _ call: Call, _ work: () async -> Reply) async throws -> Reply {
        guard (1...255).contains(key.utf8.count), key.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            throw Problem(.malformed, "`Idempotency-Key` must be 1 to 255 visible ASCII characters, for example a UUID")
        }
        let name = Name(keyId: call.caller?.keyId ?? "", idempotencyKey: key)
        guard running.withLock({ $0.insert(name).inserted }) else {
            throw Problem(
                .idempotencyInProgress, "a request with this idempotency key is still being done; repeat it when that has ended",
                fields: [.retryAfter: "1"])
        }
        defer { running.withLock { _ = $0.remove(name) } }
        let hash = Self.hash(call)
        if let stored = try await store.keptAnswer(keyId: name.keyId, idempotencyKey: key) {
            guard stored.requestHash == hash else {
                throw Problem(
                    .idempotencyMismatch,
                    "this idempotency key was used for a request with another method, path, precondition or body; use a new key for a new request")
            }
            return Self.replay(stored)
        }
        let reply = await work()
        if let answer = Self.answer(of: reply, hash: hash) {
            _ = try await store.keepAnswer(answer, keyId: name.keyId, idempotencyKey: key)
        }
        return reply
    }

    /// Covers all that decides what the request does.
    private static func hash(_ call: Call) -> [UInt8] {
        var hash = SHA256()
        for part in [
            call.request.method.rawValue, call.request.head.path ?? "", call.request.headers[.ifMatch] ?? "", call.request.headers[.prefer] ?? "",
        ] {
            hash.update(data: Array(part.utf8))
            hash.update(data: [0])
        }
        hash.update(data: call.body)
        return Array(hash.finalize())
    }

    /// What is kept of a reply: nil for failures that a repetition may not meet again.
    private static func answer(of reply: Reply, hash: [UInt8]) -> KeptAnswer? {
        guard reply.status.code < 500, reply.status != .requestTimeout, reply.status != .unauthorized else { return nil }
        var body: [UInt8] = []
        switch reply.body {
        case .none: break
        case .bytes(let buffer) where buffer.readableBytes <= storedBytes: body = Array(buffer.readableBytesView)
        case .bytes, .stream: return nil
        }
        var fields = JSONObject()
        for field in reply.fields where field.name != .correlationId && field.name != .traceparent {
            fields[field.name.canonicalName] = .string(field.value)
        }
        return KeptAnswer(requestHash: hash, status: reply.status.code, headersJSON: fields.jsonText, body: body)
    }

    private static func replay(_ stored: KeptAnswer) -> Reply {
        var reply = Reply(HTTPResponse.Status(code: stored.status))
        if let object = try? JSONParser.parse(stored.headersJSON), let members = object.members {
            for member in members.members {
                if let name = HTTPField.Name(member.key), let value = member.value.text { reply.fields[name] = value }
            }
        }
        if !stored.body.isEmpty { reply.body = .bytes(.init(bytes: stored.body)) }
        reply.fields[.idempotentReplayed] = "true"
        return reply
    }
}
