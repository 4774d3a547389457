import HTTPTypes
import Hummingbird
import HummingbirdCore
import MasterData
import Mastering
import NIOCore

/// One request on its way through its route's handler.
struct Call: Sendable {
    let request: Request
    let channel: any Channel
    let target: RequestTarget
    let captures: [String]
    let captureNames: [String]
    let trace: Trace
    /// Nil only on open routes.
    let caller: Caller?
    /// The whole body, where the route takes one that is not a stream.
    var body: [UInt8] = []
    /// How much of a streamed body may be held at a time.
    let limits: ServerLimits

    /// The value of a capture of the route's path.
    subscript(capture: String) -> String {
        captureNames.firstIndex(of: capture).map { captures[$0] } ?? ""
    }

    /// The value of a query parameter that may be given once.
    func parameter(_ name: String) throws(Problem) -> String? {
        var found: String?
        for parameter in target.query where parameter.name == name {
            guard found == nil else { throw Problem(.invalidParameter, "the parameter `\(name)` is given more than once; give it once") }
            found = parameter.value
        }
        return found
    }

    /// The values of a query parameter that may be repeated or separated by commas; nil where it is not given.
    func list(_ name: String) -> [String]? {
        var values: [String]?
        for parameter in target.query where parameter.name == name {
            values = (values ?? []) + parameter.value.split(separator: ",").map(String.init)
        }
        return values
    }

    /// A whole number within bounds.
    func integer(_ name: String, default standard: Int, in range: ClosedRange<Int>) throws(Problem) -> Int {
        guard let text = try parameter(name) else { return standard }
        guard let number = Int(text), range.contains(number) else {
            throw Problem(.invalidParameter, "the parameter `\(name)` must be a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// The value of a header field that may come once.
    func field(_ name: HTTPField.Name) throws(Problem) -> String? {
        let values = request.headers[values: name]
        guard values.count <= 1 else { throw Problem(.malformed, "the header field `\(name)` is given more than once; give it once") }
        return values.first
    }

    /// The one entity tag of `If-Match` with its quotes, or `*`.
    func ifMatch() throws(Problem) -> String? {
        guard let value = try field(.ifMatch) else { return nil }
        guard let tag = EntityTag(value) else {
            throw Problem(.malformed, "`If-Match` must hold one entity tag in double quotes, as the `ETag` of an answer gave it, or `*`")
        }
        return tag.text
    }

    /// The body as a JSON object.
    func object() throws(Problem) -> JSONObject {
        do {
            guard case .object(let object) = try JSONParser.parse(body, limits: JSONLimits(depth: limits.jsonDepth, bytes: body.count)) else {
                throw Problem(.malformedJSON, "the body must be a JSON object")
            }
            return object
        } catch let error as JSONError {
            throw Problem(error)
        } catch let problem as Problem {
            throw problem
        } catch {
            throw Problem(.broken, "the body could not be read")
        }
    }

    /// Who stands behind what the request changes.
    var origin: Origin {
        Origin(actor: caller?.keyId ?? "anonymous", correlationId: trace.correlationId, traceparent: trace.traceparent)
    }
}

/// An entity tag of one header field: a strong or weak tag, or `*`.
struct EntityTag: Equatable {
    /// With its quotes; `*` as it is.
    var text: String

    init?(_ value: String) {
        if value == "*" {
            text = value
            return
        }
        let tag = value.hasPrefix("W/") ? value.dropFirst(2) : value[...]
        guard tag.utf8.count >= 3, tag.utf8.count <= 130, tag.utf8.first == UInt8(ascii: "\""), tag.utf8.last == UInt8(ascii: "\"") else {
            return nil
        }
        let inner = tag.dropFirst().dropLast()
        guard !inner.utf8.contains(UInt8(ascii: "\"")) else { return nil }
        text = String(tag)
    }

    /// Whether any tag of an `If-None-Match` field is `tag` (weak comparison, RFC 9110, 13.1.2).
    static func matches(_ field: String, tag: String) -> Bool {
        field.split(separator: ",").contains { part in
            EntityTag(part.trimmingPrefix { $0 == " " }.description.trimmedEnd).map { $0.text == "*" || $0.text == tag } ?? false
        }
    }
}

extension String {
    fileprivate var trimmedEnd: String {
        var end = self[...]
        while end.utf8.last == UInt8(ascii: " ") { end = end.dropLast() }
        return String(end)
    }
}

extension Problem {
    init(_ error: JSONError) {
        self.init(.malformedJSON, "\(error)", members: ["line": .number(String(error.line)), "column": .number(String(error.column))])
    }
}
