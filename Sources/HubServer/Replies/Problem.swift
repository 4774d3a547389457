import HTTPTypes
import MasterData

/// Why a request was not done, as RFC 9457 writes it. Never holds an attribute's value.
struct Problem: Error, Sendable, Equatable {
    var code: Code
    /// What, where, why and what to do; for people.
    var detail: String
    /// Further members of the answer, such as `violations` or `nearest`.
    var members: JSONObject
    /// Further fields of the answer, such as `Allow` or `Retry-After`.
    var fields: HTTPFields
    /// The connection is of no use after this answer: what the client still sends has no meaning or no end.
    var closesConnection: Bool

    init(_ code: Code, _ detail: String, members: JSONObject = JSONObject(), fields: HTTPFields = HTTPFields(), closesConnection: Bool = false) {
        self.code = code
        self.detail = detail
        self.members = members
        self.fields = fields
        self.closesConnection = closesConnection
    }

    /// The members of the answer.
    func object(correlationId: String?) -> JSONObject {
        var object = members
        object["type"] = .string("urn:mdm-hub:problem:\(code.rawValue)")
        object["title"] = .string(code.title)
        object["status"] = .number(String(code.status.code))
        object["code"] = .string(code.rawValue)
        object["detail"] = .string(detail)
        if let correlationId { object["correlationId"] = .string(correlationId) }
        return object
    }
}

extension Problem {
    /// What programs tell problems apart by: never renamed, never reused.
    enum Code: String, Sendable, CaseIterable {
        case malformed
        case malformedJSON = "malformed-json"
        case invalidParameter = "invalid-parameter"
        case unknownParameter = "unknown-parameter"
        case invalidId = "invalid-id"
        case unauthenticated
        case forbidden
        case wrongPlatform = "wrong-platform"
        case noPlatform = "no-platform"
        case notOwner = "not-owner"
        case noSuchResource = "no-such-resource"
        case notFound = "not-found"
        case unknownPlatform = "unknown-platform"
        case unknownEntity = "unknown-entity"
        case methodNotAllowed = "method-not-allowed"
        case requestTimeout = "request-timeout"
        case idempotencyInProgress = "idempotency-in-progress"
        case mergedAway = "merged-away"
        case noPlatformRecord = "no-platform-record"
        case contradictingDecision = "contradicting-decision"
        case alreadyRevoked = "already-revoked"
        case clusterTooLarge = "cluster-too-large"
        case gone
        case foreignPosition = "foreign-position"
        case stale
        case tooLarge = "too-large"
        case invalidRecord = "invalid-record"
        case idempotencyMismatch = "idempotency-mismatch"
        case headersTooLarge = "headers-too-large"
        case broken
        case busy
        case databaseAway = "database-away"
        case shuttingDown = "shutting-down"
        case tooSlow = "too-slow"

        var status: HTTPResponse.Status {
            switch self {
            case .malformed, .malformedJSON, .invalidParameter, .unknownParameter, .invalidId: .badRequest
            case .unauthenticated: .unauthorized
            case .forbidden, .wrongPlatform, .noPlatform, .notOwner: .forbidden
            case .noSuchResource, .notFound, .unknownPlatform, .unknownEntity: .notFound
            case .methodNotAllowed: .methodNotAllowed
            case .requestTimeout: .requestTimeout
            case .idempotencyInProgress, .mergedAway, .noPlatformRecord, .contradictingDecision, .alreadyRevoked, .clusterTooLarge: .conflict
            case .gone, .foreignPosition: .gone
            case .stale: .preconditionFailed
            case .tooLarge: .contentTooLarge
            case .invalidRecord, .idempotencyMismatch: .unprocessableContent
            case .headersTooLarge: .requestHeaderFieldsTooLarge
            case .broken: .internalServerError
            case .busy, .databaseAway, .shuttingDown: .serviceUnavailable
            case .tooSlow: .gatewayTimeout
            }
        }

        var title: String {
            switch self {
            case .malformed: "The request is not well formed"
            case .malformedJSON: "The body is not JSON that the hub takes"
            case .invalidParameter: "A parameter has no usable value"
            case .unknownParameter: "The resource has no such parameter"
            case .invalidId: "The id cannot be an id"
            case .unauthenticated: "The request carries no valid access key"
            case .forbidden: "The access key's role may not do this"
            case .wrongPlatform: "The access key belongs to another platform"
            case .noPlatform: "Only a platform can do this"
            case .notOwner: "The platform does not own what it wants to change"
            case .noSuchResource: "Nothing is served under this path"
            case .notFound: "The hub does not know this id"
            case .unknownPlatform: "The hub does not know this platform"
            case .unknownEntity: "The hub does not master this entity"
            case .methodNotAllowed: "The resource does not take this method"
            case .requestTimeout: "The request came too slowly"
            case .idempotencyInProgress: "The same request is still being done"
            case .mergedAway: "The golden record was merged into another"
            case .noPlatformRecord: "The platform has no single record here"
            case .contradictingDecision: "A steward decided otherwise"
            case .alreadyRevoked: "The decision was taken back already"
            case .clusterTooLarge: "That is more than one golden record may have"
            case .gone: "The record was erased"
            case .foreignPosition: "The position is of another history of the feed"
            case .stale: "The record has changed meanwhile"
            case .tooLarge: "The body is too large"
            case .invalidRecord: "The record breaks the policy"
            case .idempotencyMismatch: "The idempotency key was used for another request"
            case .headersTooLarge: "The header fields are too large"
            case .broken: "The hub failed"
            case .busy: "The hub has too much to do"
            case .databaseAway: "The database does not answer"
            case .shuttingDown: "The hub is shutting down"
            case .tooSlow: "The hub took too long"
            }
        }
    }
}
