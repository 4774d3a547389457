import HTTPTypes
import Hummingbird
import HummingbirdCore
import MasterData
import NIOCore

/// What a handler answers.
struct Reply: Sendable {
    var status: HTTPResponse.Status
    var fields: HTTPFields
    var body: Body

    enum Body: Sendable {
        case none
        case bytes(ByteBuffer)
        /// Written piece by piece as it comes to be; cannot be replayed.
        case stream(@concurrent @Sendable (inout any ResponseBodyWriter) async throws -> Void)
    }

    init(_ status: HTTPResponse.Status, fields: HTTPFields = HTTPFields(), body: Body = .none) {
        self.status = status
        self.fields = fields
        self.body = body
    }

    /// JSON that is at hand as bytes.
    init(_ status: HTTPResponse.Status = .ok, json: [UInt8], type: String = "application/json", fields: HTTPFields = HTTPFields()) {
        self.init(status, fields: fields, body: .bytes(ByteBuffer(bytes: json)))
        self.fields[.contentType] = type
    }

    init(_ status: HTTPResponse.Status = .ok, _ object: JSONObject, fields: HTTPFields = HTTPFields()) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(512)
        object.append(to: &bytes)
        self.init(status, json: bytes, fields: fields)
    }

    init(_ problem: Problem, correlationId: String) {
        var bytes: [UInt8] = []
        problem.object(correlationId: correlationId).append(to: &bytes)
        self.init(problem.code.status, json: bytes, type: "application/problem+json", fields: problem.fields)
        if problem.closesConnection { self.fields[.connection] = "close" }
    }

    /// - Parameter isHead: Keep the fields and leave the body out.
    func response(isHead: Bool) -> Response {
        switch body {
        case .none: return Response(status: status, headers: fields)
        case .bytes(let buffer):
            guard isHead else { return Response(status: status, headers: fields, body: ResponseBody(byteBuffer: buffer)) }
            var fields = fields
            fields[.contentLength] = String(buffer.readableBytes)
            return Response(status: status, headers: fields)
        case .stream(let write):
            guard isHead else { return Response(status: status, headers: fields, body: ResponseBody(write)) }
            return Response(status: status, headers: fields)
        }
    }
}
