import HTTPTypes
import HubStore
import Hummingbird
import HummingbirdCore
import MasterData
import NIOCore
import Notifications
import ServiceLifecycle

/// `/v1/events`: the change feed, pulled page by page or streamed.
struct EventRoutes: Sendable {
    let services: HubServices
    let limits: ServerLimits
    let places: ListenerPlaces
    private let writer = CloudEventWriter()

    init(services: HubServices, limits: ServerLimits, places: ListenerPlaces) {
        self.services = services
        self.limits = limits
        self.places = places
    }

    var routes: [Route] {
        [
            Route(
                method: .get, path: "/v1/events", operationId: "getEvents",
                summary: "Changes of golden records, in order; with `Accept: text/event-stream` as server-sent events", tag: "Events",
                // Events carry whole golden records: whoever may read those may read these, subscribers besides.
                access: .everybody,
                parameters: [
                    ParameterDescription(
                        name: "after", place: .query,
                        summary: "The position behind which to read: `next` or an event's `sequence`; from the start without it"),
                    ParameterDescription(
                        name: "limit", place: .query, summary: "Events on the page",
                        schema: ["type": "integer", "minimum": 1, "maximum": 1000, "default": 100]),
                    ParameterDescription(
                        name: "wait", place: .query, summary: "Seconds to wait for an event where there is none yet",
                        schema: ["type": "integer", "minimum": 0, "maximum": .number(String(limits.waitTime.components.seconds)), "default": 0]),
                    ParameterDescription(
                        name: "Last-Event-ID", place: .header, summary: "The same as `after`, as clients of server-sent events send it"),
                ],
                answers: [AnswerDescription(status: 200, summary: "A page", schema: "Events")],
                // A long poll is as long as it says, a stream has no end.
                isUntimed: true, handler: get)
        ]
    }

    private func get(_ call: Call) async throws -> Reply {
        let lastEventId = try call.field(.lastEventId)
        let after = try call.parameter("after")
        // A client that reconnects repeats its first request with the position where it stands.
        let position = try (lastEventId ?? after).flatMap { (text) throws -> FeedPosition? in text.isEmpty ? nil : try EventFeed.position(text) }
        if (call.request.headers[.accept] ?? "").contains("text/event-stream") { return try await stream(from: position, call) }
        return try await page(after: position, call)
    }

    private func page(after position: FeedPosition?, _ call: Call) async throws -> Reply {
        let limit = try call.integer("limit", default: 100, in: 1...EventFeed.pageLimit)
        let wait = try call.integer("wait", default: 0, in: 0...Int(limits.waitTime.components.seconds))
        let page: FeedPage?
        if wait > 0 {
            let place = try places.take()
            // A hub that shuts down does not keep its clients waiting for events that it will not see.
            do {
                page = try await cancelWhenGracefulShutdown { try await services.feed.read(after: position, limit: limit, wait: .seconds(wait)) }
            } catch is CancellationError {
                page = nil
            }
            extendLifetime(place)
        } else {
            page = try await services.feed.read(after: position, limit: limit)
        }
        var bytes: [UInt8] = []
        let entries = page?.entries ?? []
        bytes.reserveCapacity(1_024 * (entries.count + 1))
        bytes.append(contentsOf: "{\"events\":[".utf8)
        for (index, entry) in entries.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            writer.append(entry, to: &bytes)
        }
        bytes.append(contentsOf: "],\"next\":\"".utf8)
        bytes.append(contentsOf: (page?.next ?? position ?? .start).text.utf8)
        bytes.append(contentsOf: "\"}".utf8)
        return Reply(json: bytes)
    }

    private func stream(from position: FeedPosition?, _ call: Call) async throws -> Reply {
        let place = try places.take()
        // Where a position cannot be read from, the client should hear it as a problem, not as a stream that ends.
        let first = try await services.feed.read(after: position, limit: EventFeed.pageLimit)
        let fields: HTTPFields = [.contentType: "text/event-stream", .cacheControl: "no-store"]
        return Reply(
            .ok, fields: fields,
            body: .stream { writer in
                try await pour(first, call, into: &writer)
                extendLifetime(place)
            })
    }

    /// Writes page after page until the client goes away or the hub shuts down; a silent feed is kept alive by comments, which also
    /// find out that a client has gone.
    @concurrent private func pour(_ first: FeedPage, _ call: Call, into output: inout any ResponseBodyWriter) async throws {
        let frames = ServerSentEvents(writer)
        var page = first
        // Clients show a stream as open once its first bytes are there.
        try await output.write(ByteBuffer(bytes: ServerSentEvents.heartbeat))
        while true {
            if !page.entries.isEmpty {
                var bytes: [UInt8] = []
                frames.append(page.entries, to: &bytes)
                try await output.write(ByteBuffer(bytes: bytes))
            }
            let next = page.next
            let following = await listen(after: next)
            guard let following else { break }
            if following.entries.isEmpty { try await output.write(ByteBuffer(bytes: ServerSentEvents.heartbeat)) }
            page = following
        }
        // The client reconnects with `Last-Event-ID`, here or at another hub.
        try await call.channel.triggerUserOutboundEvent(LastAnswer()).get()
        try await output.finish(nil)
    }

    /// The next page, an empty one after a heartbeat's time; nil where the stream should end.
    private func listen(after position: FeedPosition) async -> FeedPage? {
        do {
            return try await cancelWhenGracefulShutdown {
                try await services.feed.read(after: position, limit: EventFeed.pageLimit, wait: limits.heartbeat)
            }
        } catch {
            return nil
        }
    }
}
