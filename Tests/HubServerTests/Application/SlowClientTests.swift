
import HTTPTesting
@testable import HubServer
import HubStore
import MasterData
import Testing

/// Clients that keep the hub waiting are told so, or are let go; they never keep it.
@Suite struct SlowClientTests {
    private static var limits: ServerLimits {
        var limits = ServerLimits()
        limits.gapTime = .milliseconds(400)
        limits.bodyTime = .milliseconds(1_200)
        limits.stallTime = .milliseconds(600)
        limits.idleTime = .milliseconds(1_500)
        limits.heartbeat = .milliseconds(50)
        return limits
    }

    private static func head(_ hub: TestHubServer, _ more: String, _ method: String = "PUT", _ target: String = "/v1/source-records/crm/customer/1")
        -> [UInt8]
    {
        Array("\(method) \(target) HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer \(hub.key(.admin))\r\n\(more)\r\n\r\n".utf8)
    }

    @Test func aBodyThatStallsGets408() async throws {
        try await TestHubServer.run(limits: Self.limits) { hub async throws in
            let connection = try RawConnection(port: hub.port)
            await connection.send(Self.head(hub, "Content-Length: 100") + Array("{".utf8))
            let answer = try await connection.answer()
            #expect(answer.status == 408, "\(answer)")
            #expect(answer.code == "request-timeout")
            #expect(await connection.receiveAll().isEmpty)
        }
    }

    @Test func aBodyThatDripsGets408() async throws {
        try await TestHubServer.run(limits: Self.limits) { hub async throws in
            let connection = try RawConnection(port: hub.port)
            await connection.send(Self.head(hub, "Content-Length: 1000"))
            async let dripping: Void = {
                for _ in 0..<40 {
                    guard await connection.send([0x20]) else { return }
                    try? await Task.sleep(for: .milliseconds(100))
                }
            }()
            let start = ContinuousClock.now
            let answer = try await connection.answer()
            #expect(answer.status == 408, "\(answer)")
            #expect(ContinuousClock.now - start < .seconds(4))
            await dripping
        }
    }

    @Test func aHeadThatDripsGets408() async throws {
        try await TestHubServer.run(limits: Self.limits) { hub async throws in
            let connection = try RawConnection(port: hub.port)
            async let dripping: Void = {
                for byte in Array("GET /healthz HTTP/1.1\r\nHost: hub\r\nX-Slow: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa".utf8) {
                    guard await connection.send([byte]) else { return }
                    try? await Task.sleep(for: .milliseconds(50))
                }
            }()
            let answer = try await connection.answer()
            #expect(answer.status == 408, "\(answer)")
            await dripping
        }
    }

    @Test func aStreamThatStallsIsEndedWithWord() async throws {
        try await TestHubServer.run(limits: Self.limits) { hub async throws in
            let connection = try RawConnection(port: hub.port)
            let line = #"{"platform": "crm", "entity": "product", "nativeId": "1", "attributes": {"name": "Widget"}}"# + "\n"
            await connection.send(Self.head(hub, "Content-Length: 100000", "POST", "/v1/source-records") + Array(line.utf8))
            let answer = try await connection.answer()
            let lines = answer.text.split(separator: "\n")
            #expect(lines.count == 2, "\(answer)")
            #expect(lines.last?.contains("request-timeout") == true)
            // What was answered is stored.
            #expect(try await hub.call("GET", "/v1/source-records/crm/product/1").status == 200)
        }
    }

    @Test func anIdleConnectionIsClosed() async throws {
        try await TestHubServer.run(limits: Self.limits) { hub async throws in
            let connection = try RawConnection(port: hub.port)
            await connection.send(Array(HTTPText.request("GET", "/healthz").utf8))
            #expect(try await connection.answer().status == 200)
            let start = ContinuousClock.now
            #expect(await connection.receiveAll().isEmpty)
            #expect(ContinuousClock.now - start < .seconds(10))
        }
    }

    @Test func aHalfClosedClientGetsItsAnswerAndIsLetGo() async throws {
        try await TestHubServer.run { hub async throws in
            let connection = try RawConnection(port: hub.port)
            await connection.send(Array(HTTPText.request("GET", "/v1/customers", key: hub.key(.reader)).utf8))
            connection.finishSending()
            #expect(try await connection.answer().status == 200)
            let start = ContinuousClock.now
            #expect(await connection.receiveAll().isEmpty)
            #expect(ContinuousClock.now - start < .seconds(5))
        }
    }

    @Test func aBodyThatEndsEarlyStoresNothing() async throws {
        try await TestHubServer.run { hub async throws in
            let connection = try RawConnection(port: hub.port)
            await connection.send(Self.head(hub, "Content-Length: 100") + Array(#"{"attributes": {"notes": "x"}}"#.utf8))
            connection.finishSending()
            let text = String(decoding: await connection.receiveAll(), as: UTF8.self)
            #expect(text.isEmpty || text.hasPrefix("HTTP/1.1 400"), "\(text)")
            #expect(try await hub.call("GET", "/v1/source-records/crm/customer/1").status == 404)
        }
    }

    @Test func aClientThatReadsNothingIsLetGo() async throws {
        try await TestHubServer.run(limits: Self.limits) { hub async throws in
            for number in 0..<60 {
                try await hub.put("crm", "product", "p\(number)", #"{"name": "\#(number) \#(String(repeating: "x", count: 8_000))"}"#)
            }
            // Asks for more than all buffers on the way can hold, and reads none of it.
            let connection = try RawConnection(port: hub.port, patience: 3)
            let request = HTTPText.request("GET", "/v1/products?limit=1000", key: hub.key(.reader))
            await connection.send(Array(String(repeating: request, count: 60).utf8))
            try await Task.sleep(for: .seconds(3))
            var all = 0
            while case let bytes = await connection.receive(), !bytes.isEmpty { all += bytes.count }
            #expect(all < 60 * 490_000, "the hub waited for a client that reads nothing")
            #expect(try await hub.call("GET", "/healthz", as: nil).status == 200)
        }
    }

    @Test func connectionsBeyondTheBoundWaitForTheirTurn() async throws {
        var limits = ServerLimits()
        limits.connections = 1
        try await TestHubServer.run(limits: limits) { hub async throws in
            var first: RawConnection? = try RawConnection(port: hub.port)
            await first?.send(Array(HTTPText.request("GET", "/healthz").utf8))
            #expect(try await first?.answer().status == 200)
            let second = try RawConnection(port: hub.port, patience: 2)
            await second.send(Array(HTTPText.request("GET", "/healthz").utf8))
            #expect(await second.receive().isEmpty, "the hub served more connections than it may")
            first = nil
            #expect(try await second.answer().status == 200)
        }
    }

    @Test func manySlowClientsLeaveRoomForOthers() async throws {
        try await TestHubServer.run { hub async throws in
            var slow: [RawConnection] = []
            for _ in 0..<100 {
                let connection = try RawConnection(port: hub.port)
                await connection.send(Self.head(hub, "Content-Length: 100"))
                slow.append(connection)
            }
            let start = ContinuousClock.now
            #expect(try await hub.call("GET", "/v1/customers").status == 200)
            #expect(ContinuousClock.now - start < .seconds(5))
            withExtendedLifetime(slow) {}
        }
    }
}
