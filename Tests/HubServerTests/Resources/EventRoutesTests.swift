
import HTTPTesting
@testable import HubServer
import HubStore
import MasterData
import ServiceLifecycle
import Testing

@Suite struct EventRoutesTests {
    @Test func changesArePulledInOrder() async throws {
        try await TestHubServer.run(sequences: true) { hub async throws in
            #expect(try await hub.call("GET", "/v1/events", as: .subscriber)["events"]?.elements == [])
            for name in ["One", "Two", "Two", "Three"] { try await hub.put("crm", "product", "p", #"{"name": "\#(name)"}"#) }
            // The third report said nothing new.
            let events = try await pull(hub, count: 3)
            #expect(events.map { $0["data"]?.members?["goldenVersion"]?.literal } == ["1", "2", "3"])
            #expect(events.map { $0["data"]?.members?["after"]?.members?["name"]?.text } == ["One", "Two", "Three"])
            #expect(events[0]["specversion"]?.text == "1.0")
            let second = events[1]["sequence"]?.text ?? ""
            let rest = try await hub.call("GET", "/v1/events?after=\(second)", as: .subscriber)
            #expect(rest["events"]?.elements?.count == 1)
            #expect(rest["next"] == events[2]["sequence"])
            #expect(try await hub.call("GET", "/v1/events?after=x").code == "invalid-parameter")
            #expect(try await hub.call("GET", "/v1/events?wait=31").code == "invalid-parameter")
        }
    }

    @Test func aLongPollEndsWithTheEvent() async throws {
        try await TestHubServer.run(sequences: true) { hub async throws in
            async let waiting = hub.call("GET", "/v1/events?wait=20", as: .subscriber)
            try await Task.sleep(for: .milliseconds(300))
            try await hub.put("crm", "product", "p", #"{"name": "One"}"#)
            #expect(try await waiting["events"]?.elements?.count == 1)
            let start = ContinuousClock.now
            let next = try await waiting["next"]?.text ?? ""
            #expect(try await hub.call("GET", "/v1/events?wait=1&after=\(next)", as: .subscriber)["events"]?.elements == [])
            #expect(ContinuousClock.now - start >= .milliseconds(900))
        }
    }

    @Test func aStreamGoesOnWhereItWasLeft() async throws {
        var limits = ServerLimits()
        limits.heartbeat = .milliseconds(200)
        try await TestHubServer.run(limits: limits, sequences: true) { hub async throws in
            try await hub.put("crm", "product", "p", #"{"name": "One"}"#)
            let first = try await pull(hub, count: 1)[0]["sequence"]?.text ?? ""
            let connection = try RawConnection(port: hub.port)
            await connection.send(
                Array(
                    HTTPText.request(
                        "GET", "/v1/events", key: hub.key(.subscriber), fields: ["Accept": "text/event-stream", "Last-Event-ID": first]
                    ).utf8))
            var text = try await read(connection, until: ": nothing new")
            #expect(text.contains("200 OK") && text.contains("text/event-stream"), "\(text)")
            try await hub.put("crm", "product", "p", #"{"name": "Two"}"#)
            text += try await read(connection, until: "\"Two\"")
            #expect(text.contains("event: product.changed.v1\ndata: {"), "\(text)")
            #expect(!text.contains("product.created.v1"), "the event before Last-Event-ID came again")
            // The hub ends the stream when it shuts down, and does not cut it off.
            await hub.group.triggerGracefulShutdown()
            let end = String(decoding: await connection.receiveAll(), as: UTF8.self)
            #expect(end.hasSuffix("0\r\n\r\n"), "\(end.debugDescription)")
        }
    }

    @Test func listenersAreBounded() async throws {
        var limits = ServerLimits()
        limits.listeners = 1
        try await TestHubServer.run(limits: limits) { hub async throws in
            let connection = try RawConnection(port: hub.port)
            await connection.send(
                Array(HTTPText.request("GET", "/v1/events", key: hub.key(.subscriber), fields: ["Accept": "text/event-stream"]).utf8))
            _ = try await read(connection, until: ": nothing new")
            let refused = try await hub.call("GET", "/v1/events?wait=1", as: .subscriber)
            #expect(refused.status == 503)
            #expect(refused.code == "busy")
        }
    }

    private func pull(_ hub: TestHubServer, count: Int) async throws -> [JSONObject] {
        var events: [JSONObject] = []
        var next = ""
        for _ in 0..<20 where events.count < count {
            let page = try await hub.call("GET", "/v1/events?wait=2&after=\(next)", as: .subscriber)
            events += (page["events"]?.elements ?? []).compactMap(\.members)
            next = page["next"]?.text ?? ""
        }
        try #require(events.count == count)
        return events
    }

    private func read(_ connection: RawConnection, until mark: String) async throws -> String {
        var text = ""
        while !text.contains(mark) {
            let bytes = await connection.receive()
            try #require(!bytes.isEmpty, "the stream ended before \(mark): \(text)")
            text += String(decoding: bytes, as: UTF8.self)
        }
        return text
    }
}
