import HTTPTypes
import HubStore
import MasterData

/// One operation of the hub: what it is called, who may call it, what it takes and gives, and the code that does it.
///
/// The table of routes is the single description of the service: requests are routed by it and `/openapi.json` is written from it.
struct Route: Sendable {
    typealias Handler = @Sendable (Call) async throws -> Reply

    let method: HTTPRequest.Method
    /// Segments are literal or a capture: `/v1/crosswalks/{platform}/{entity}/{nativeId}`.
    let path: String
    /// Unique in the service.
    let operationId: String
    let summary: String
    let tag: String
    let access: RouteAccess
    var parameters: [ParameterDescription] = []
    var body: BodyDescription?
    var answers: [AnswerDescription] = []
    /// Answered at once, or watched by bounds of its own: the time limit of requests does not apply.
    var isUntimed = false
    /// Takes query parameters beyond those described, for example attribute names.
    var takesOtherParameters = false
    /// A question too long for a path.
    var isReadOnlyPost = false
    let handler: Handler

    /// Names of the captures, in the order of the path.
    var captureNames: [String] {
        path.split(separator: "/").compactMap { $0.hasPrefix("{") ? String($0.dropFirst().prefix { $0 != "}" }) : nil }
    }

    /// Whether the operation changes something, so that `Idempotency-Key` has a meaning.
    var isWrite: Bool { method != .get && body?.isStream != true && !isReadOnlyPost }
}

/// Who may call a route.
enum RouteAccess: Sendable, Equatable {
    /// Anybody, without a key.
    case open
    /// A key with one of these roles.
    case roles([AccessRole])

    static let readers = RouteAccess.roles([.admin, .steward, .reader, .platform])
    static let writers = RouteAccess.roles([.admin, .platform])
    static let everybody = RouteAccess.roles(AccessRole.allCases)
}

/// A parameter as OpenAPI describes it.
struct ParameterDescription: Sendable {
    enum Place: String, Sendable {
        case path, query, header
    }

    var name: String
    var place: Place
    var summary: String
    var schema: JSONObject = ["type": "string"]
    var isRequired = false
}

/// A request body as OpenAPI describes it.
struct BodyDescription: Sendable {
    var summary: String
    /// The name of a schema in the description's components.
    var schema: String
    var mediaType = "application/json"
    /// Read line by line by the handler, without a bound on the whole.
    var isStream = false
    /// Most bytes of the whole body; nil: the server's own limit.
    var limit: Int?
}

/// One answer as OpenAPI describes it; problems are described for all routes alike.
struct AnswerDescription: Sendable {
    var status: Int
    var summary: String
    /// The name of a schema in the description's components; nil: no body.
    var schema: String?
    var mediaType = "application/json"
}
