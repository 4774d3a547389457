import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore

/// The way of a request: trace it, find its route, know its caller, read its body, do its work, answer.
struct HubResponder: HTTPResponder {
    /// What Hummingbird knows of a request beyond the request itself.
    struct Context: InitializableFromSource {
        let channel: any Channel

        init(source: ApplicationRequestContextSource) {
            channel = source.channel
        }
    }

    /// A route with all that is worked out of it once. A class, so that a request retains one reference and not each field.
    private final class Entry: Sendable {
        let route: Route
        let captureNames: [String]
        /// Nil: any.
        let queryParameters: Set<String>?
        let meter: RouteMeter

        init(_ route: Route, _ meter: RouteMeter) {
            self.route = route
            self.meter = meter
            captureNames = route.captureNames
            queryParameters = route.takesOtherParameters ? nil : Set(route.parameters.filter { $0.place == .query }.map(\.name))
        }
    }

    private let entries: [Entry]
    private let tree: RouteTree
    private let authentication: Authentication
    private let idempotency: IdempotentRequests
    private let metrics: ServerMetrics
    private let limits: ServerLimits
    private let deadlines: Deadlines
    private let logger: Logger

    init(routes: [Route], services: HubServices, metrics: ServerMetrics, limits: ServerLimits, logger: Logger) {
        entries = routes.map { Entry($0, metrics.meter(for: $0)) }
        tree = RouteTree(routes)
        authentication = Authentication(keys: services.keys)
        idempotency = IdempotentRequests(store: services.store)
        self.metrics = metrics
        self.limits = limits
        deadlines = Deadlines(time: limits.workTime)
        self.logger = logger
    }

    func respond(to request: Request, context: Context) async throws -> Response {
        let started = ContinuousClock.now
        metrics.begin()
        defer { metrics.end() }
        let trace = Trace(request.headers)
        var meter = metrics.unmatched
        var bodyWasRead = false
        var reply: Reply
        do {
            let target = try RequestTarget(request.head.path ?? "")
            let match = try find(request.method, target)
            let entry = entries[match.route]
            meter = entry.meter
            let caller = try await admit(request, to: entry.route)
            try check(target.query, entry)
            var call = Call(
                request: request, channel: context.channel, target: target, captures: match.captures, captureNames: entry.captureNames,
                trace: trace, caller: caller, limits: limits)
            if let body = entry.route.body, !body.isStream {
                let reader = RequestBodyReader(limit: body.limit ?? limits.bodyBytes, time: limits.bodyTime)
                call.body = try await reader.read(request, on: context.channel)
                bodyWasRead = true
            }
            reply = try await answer(call, entry.route)
            // A handler that streams reads what it was sent while it answers.
            if case .stream = reply.body, entry.route.body?.isStream == true { bodyWasRead = true }
        } catch {
            reply = refuse(error, meter: meter, trace: trace)
        }
        reply.fields[.correlationId] = trace.correlationId
        reply.fields[.traceparent] = trace.traceparent
        // What follows on the connection would be the rest of a body that nobody reads.
        if request.leavesBodyBehind(read: bodyWasRead) || request.headers[.connection]?.lowercased() == "close" {
            reply.fields[.connection] = "close"
        }
        meter.count(status: reply.status.code, microseconds: (ContinuousClock.now - started).wholeMicroseconds)
        return reply.response(isHead: request.method == .head)
    }

    private func find(_ method: HTTPRequest.Method, _ target: RequestTarget) throws(Problem) -> RouteTree.Match {
        do {
            return try tree.match(method, target.segments)
        } catch {
            switch error {
            case .noSuchPath:
                throw Problem(.noSuchResource, "nothing is served under this path; `/openapi.json` describes everything that is")
            case .otherMethods(let methods):
                let names = methods.map(\.rawValue).sorted().joined(separator: ", ")
                throw Problem(.methodNotAllowed, "this resource does not take `\(method.rawValue)`; it takes: \(names)", fields: [.allow: names])
            }
        }
    }

    private func admit(_ request: Request, to route: Route) async throws -> Caller? {
        guard route.access != .open else { return nil }
        let caller = try await authentication.caller(of: request.headers)
        try caller.require(route.access)
        return caller
    }

    private func check(_ query: [RequestTarget.QueryParameter], _ entry: Entry) throws(Problem) {
        guard let known = entry.queryParameters else { return }
        for parameter in query where !known.contains(parameter.name) {
            let names = known.sorted().map { "`\($0)`" }.joined(separator: ", ")
            throw Problem(.unknownParameter, "this resource has no such query parameter; " + (known.isEmpty ? "it takes none" : "it takes \(names)"))
        }
    }

    /// Does the work, once where the client says which request it is, and in the time that work has.
    private func answer(_ call: Call, _ route: Route) async throws -> Reply {
        if route.isWrite, let key = try call.field(.idempotencyKey) {
            return try await idempotency.once(key, call) {
                do {
                    return try await work(call, route)
                } catch {
                    return refuse(error, meter: nil, trace: call.trace)
                }
            }
        }
        return try await work(call, route)
    }

    private func work(_ call: Call, _ route: Route) async throws -> Reply {
        if route.isUntimed { return try await route.handler(call) }
        return try await deadlines.run { try await route.handler(call) }
    }

    private func refuse(_ error: any Error, meter: RouteMeter?, trace: Trace) -> Reply {
        let problem = Problem(failure: error)
        if problem.code.status.code >= 500 {
            logger.error(
                "request failed",
                metadata: [
                    "route": "\(meter?.name ?? "")", "code": "\(problem.code.rawValue)", "correlationId": "\(trace.correlationId)",
                    "error": "\(error)",
                ])
        }
        return Reply(problem, correlationId: trace.correlationId)
    }
}

extension Duration {
    var wholeMicroseconds: Int64 { components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000 }
}
