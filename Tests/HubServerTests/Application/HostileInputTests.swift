
import HTTPTesting
@testable import HubServer
import HubStore
import MasterData
import Testing

/// Whatever comes gets a clear 4xx, nothing is stored, and the hub lives on.
@Suite struct HostileInputTests {
    private static let path = "/v1/source-records/crm/customer/1"

    private static let bodies: [(name: String, body: [UInt8], status: Int, code: String)] = [
        ("not JSON", Array("hello".utf8), 400, "malformed-json"),
        ("nothing", [], 400, "malformed-json"),
        ("deep", Array(("{\"attributes\":" + String(repeating: "[", count: 100_000)).utf8), 400, "malformed-json"),
        (
            "deep and closed",
            Array(("{\"attributes\":{\"notes\":" + String(repeating: "[", count: 200) + String(repeating: "]", count: 200) + "}}").utf8), 400,
            "malformed-json"
        ),
        ("invalid UTF-8", Array("{\"attributes\":{\"notes\":\"".utf8) + [0xC3, 0x28] + Array("\"}}".utf8), 400, "malformed-json"),
        ("overlong UTF-8", Array("{\"attributes\":{\"notes\":\"".utf8) + [0xC0, 0xAF] + Array("\"}}".utf8), 400, "malformed-json"),
        ("NUL", Array("{\"attributes\":{\"notes\":\"a\u{0}b\"}}".utf8), 400, "malformed-json"),
        ("escaped NUL", Array(#"{"attributes":{"notes":"a\u0000b"}}"#.utf8), 400, "malformed-json"),
        ("lone surrogate", Array(#"{"attributes":{"notes":"\ud800"}}"#.utf8), 400, "malformed-json"),
        ("Infinity", Array(#"{"attributes":{"notes":Infinity}}"#.utf8), 400, "malformed-json"),
        ("NaN", Array(#"{"attributes":{"notes":NaN}}"#.utf8), 400, "malformed-json"),
        ("huge exponent", Array(#"{"attributes":{"notes":1e999999}}"#.utf8), 400, "malformed-json"),
        ("long number", Array(("{\"attributes\":{\"notes\":" + String(repeating: "9", count: 10_000) + "}}").utf8), 400, "malformed-json"),
        ("duplicate keys", Array(#"{"attributes":{"notes":"a","notes":"b"}}"#.utf8), 400, "malformed-json"),
        ("duplicate members", Array(#"{"attributes":{},"attributes":{}}"#.utf8), 400, "malformed-json"),
        ("trailing text", Array(#"{"attributes":{}} {}"#.utf8), 400, "malformed-json"),
        ("byte order mark", [0xEF, 0xBB, 0xBF] + Array(#"{"attributes":{}}"#.utf8), 400, "malformed-json"),
        ("unknown attribute", Array(#"{"attributes":{"legalNam":"x"}}"#.utf8), 422, "invalid-record"),
        ("SQL as an attribute", Array(#"{"attributes":{"x'); DROP TABLE mdm.source_record; --":"x"}}"#.utf8), 422, "invalid-record"),
        (
            "text beyond its bound", Array(("{\"attributes\":{\"notes\":\"" + String(repeating: "x", count: 300_000) + "\"}}").utf8), 422,
            "invalid-record"
        ),
        ("10 MB", Array(("{\"attributes\":{\"notes\":\"" + String(repeating: "x", count: 10 << 20) + "\"}}").utf8), 413, "too-large"),
    ]

    @Test func aHostileBodyIsRefused() async throws {
        try await TestHubServer.run { hub async throws in
            for (name, body, status, code) in Self.bodies {
                let connection = try RawConnection(port: hub.port)
                let head =
                    "PUT \(Self.path) HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer \(hub.key(.admin))\r\nContent-Length: \(body.count)\r\n\r\n"
                async let sending = connection.send(Array(head.utf8) + body)
                let answer = try await connection.answer()
                _ = await sending
                #expect(answer.status == status, "\(name): \(answer)")
                #expect(answer.code == code, "\(name): \(answer)")
            }
            try await nothingIsStored(hub)
        }
    }

    @Test func aBodyWithoutAnEndIsCutOff() async throws {
        try await TestHubServer.run { hub async throws in
            let connection = try RawConnection(port: hub.port)
            await connection.send(
                Array("PUT \(Self.path) HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer \(hub.key(.admin))\r\nTransfer-Encoding: chunked\r\n\r\n".utf8)
            )
            let chunk = Array("10000\r\n".utf8) + [UInt8](repeating: 0x20, count: 65_536) + [13, 10]
            async let sending: Int = {
                var sent = 0
                while sent < 10_000, await connection.send(chunk) { sent += 1 }
                return sent
            }()
            let answer = try await connection.answer()
            #expect(answer.status == 413)
            #expect(answer.fields["connection"] == "close")
            #expect(await sending < 10_000, "the hub read on without end")
            try await nothingIsStored(hub)
        }
    }

    @Test func sqlInEveryFieldIsJustText() async throws {
        try await TestHubServer.run { hub async throws in
            let sql = "'; DELETE FROM mdm.source_record; --"
            let encoded = "%27%3B%20DELETE%20FROM%20mdm.source_record%3B%20--"
            for target in [
                "/v1/source-records/\(encoded)/customer/1", "/v1/source-records/crm/\(encoded)/1", "/v1/crosswalks/crm/customer/\(encoded)",
                "/v1/customers/\(encoded)", "/v1/customers?cursor=\(encoded)", "/v1/events?after=\(encoded)", "/v1/reviews?cursor=\(encoded)",
                "/v1/ownership/\(encoded)", "/v1/ownership/customer?at=\(encoded)", "/\(encoded)",
            ] {
                let answer = try await hub.call("GET", target)
                #expect((400..<500).contains(answer.status), "\(target) \(answer)")
                #expect(!answer.text.contains("DELETE"), "what was sent is repeated: \(answer)")
            }
            try await hub.put("crm", "customer", encoded, #"{"legalName": "\#(sql)", "notes": "\#(sql)"}"#)
            let read = try await hub.call("GET", "/v1/source-records/crm/customer/\(encoded)")
            #expect(read["nativeId"]?.text == sql)
            #expect(read["attributes"]?.members?["notes"]?.text == sql)
            let call = try await hub.call(
                "GET", Self.path, fields: ["X-Correlation-Id": sql, "Idempotency-Key": sql, "If-None-Match": sql, "traceparent": sql])
            #expect(call.status == 404)
            #expect(call.fields["x-correlation-id"] != sql)
        }
    }

    private static let notHTTP = [
        "GARBAGE\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET /healthz HTTP/1.1\r\nHost: hub\r\nbad header\r\n\r\n", "\u{0}\u{1}\u{2}\u{3}\r\n\r\n",
        "GET /healthz HTTP/1.1\r\nHost: hub\r\nContent-Length: -1\r\n\r\n", "GET /healthz HTTP/1.1\r\nHost: hub\r\nContent-Length: x\r\n\r\n",
        "POST /v1/source-records HTTP/1.1\r\nHost: hub\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST /v1/source-records HTTP/1.1\r\nHost: hub\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!",
        "GET /healthz HTTP/1.1\r\nHost: hub\r\nX: a\u{0}b\r\n\r\n", "\u{16}\u{3}\u{1}\u{2}\u{0}",
    ]

    @Test func whatIsNotHTTPIsRefusedAndTheConnectionClosed() async throws {
        try await TestHubServer.run { hub async throws in
            for bytes in Self.notHTTP {
                let connection = try RawConnection(port: hub.port)
                await connection.send(Array(bytes.utf8))
                connection.finishSending()
                let text = String(decoding: await connection.receiveAll(), as: UTF8.self)
                #expect(text.hasPrefix("HTTP/1.1 4"), "\(bytes.debugDescription): \(text)")
                #expect(text.contains("application/problem+json"), "\(bytes.debugDescription): \(text)")
            }
            try await lives(hub)
        }
    }

    @Test func pipelinedGarbageDoesNotSpoilTheAnswersBefore() async throws {
        try await TestHubServer.run { hub async throws in
            let connection = try RawConnection(port: hub.port)
            let good = HTTPText.request("GET", "/healthz")
            await connection.send(Array((good + good + "GARBAGE\r\n\r\n" + good).utf8))
            #expect(try await connection.answer().status == 200)
            #expect(try await connection.answer().status == 200)
            let last = try await connection.answer()
            #expect(last.status == 400, "\(last)")
            #expect(last.code == "malformed")
            #expect(await connection.receiveAll().isEmpty)
            try await lives(hub)
        }
    }

    @Test func aThousandPipelinedRequestsAreAnsweredInOrder() async throws {
        try await TestHubServer.run { hub async throws in
            let requests = (0..<1_000).map { HTTPText.request("GET", "/healthz", fields: ["X-Correlation-Id": "n\($0)"]) }.joined()
            let answers = try await RawConnection.exchange(port: hub.port, Array(requests.utf8), answers: 1_000)
            #expect(answers.map { $0.fields["x-correlation-id"] } == (0..<1_000).map { "n\($0)" })
        }
    }

    @Test(arguments: [("one long field", 100_000, 1), ("many fields", 10, 500), ("a great many bytes", 1_000, 90)])
    func hugeHeadsAreRefused(name: String, length: Int, count: Int) async throws {
        try await TestHubServer.run { hub async throws in
            let fields = (0..<count).map { "X-\($0): \(String(repeating: "a", count: length))\r\n" }.joined()
            let connection = try RawConnection(port: hub.port)
            await connection.send(Array("GET /healthz HTTP/1.1\r\nHost: hub\r\n\(fields)\r\n".utf8))
            let answer = try await connection.answer()
            #expect(answer.status == 431, "\(name) \(answer)")
            #expect(answer.code == "headers-too-large")
            try await lives(hub)
        }
    }

    @Test func aHugeTargetIsRefused() async throws {
        try await TestHubServer.run { hub async throws in
            let connection = try RawConnection(port: hub.port)
            await connection.send(Array("GET /\(String(repeating: "a", count: 1_000_000)) HTTP/1.1\r\nHost: hub\r\n\r\n".utf8))
            let text = String(decoding: await connection.receive(), as: UTF8.self)
            #expect(text.isEmpty || text.hasPrefix("HTTP/1.1 4"), "\(text)")
            try await lives(hub)
        }
    }

    private static let authorizations = [
        nil, "", "Bearer", "Bearer ", "Basic YTpi", "Bearer a b", "Bearer mdm_x_y", "Bearer " + String(repeating: "x", count: 5_000), "bearer\tx",
        "Bearer ä",
    ]

    @Test func withoutAValidKeyNothingIsTold() async throws {
        try await TestHubServer.run { hub async throws in
            for authorization in Self.authorizations {
                let answer = try await hub.call("GET", "/v1/customers", as: nil, fields: authorization.map { ["Authorization": $0] } ?? [:])
                #expect(answer.status == 401, "\(answer)")
                #expect(answer.code == "unauthenticated")
                #expect(answer.fields["www-authenticate"] == "Bearer realm=\"mdm\"")
                if let authorization, authorization.count > 8 { #expect(!answer.text.contains(authorization.dropFirst(7))) }
            }
        }
    }

    @Test func aRevokedKeySoonStopsWorking() async throws {
        try await TestHubServer.run { hub async throws in
            let issued = try await hub.store.createKey(role: .reader, platform: nil)
            #expect(try await hub.call("GET", "/v1/customers", key: issued.text).status == 200)
            #expect(try await hub.store.revokeKey(id: issued.key.id))
            try await Task.sleep(for: AccessKeyCache.maximumAge + .milliseconds(200))
            #expect(try await hub.call("GET", "/v1/customers", key: issued.text).status == 401)
        }
    }

    @Test func brokenEscapesAreRefused() async throws {
        try await TestHubServer.run { hub async throws in
            for target in ["/v1/%", "/v1/customers/%C3", "/v1/customers/%zz", "/v1/customers?q=%FF"] {
                let answer = try await hub.call("GET", target)
                #expect(answer.status == 400 && answer.code == "malformed", "\(answer)")
            }
        }
    }

    /// Random bytes, random cuts of good requests, good requests with random bytes in them.
    @Test func randomBytesNeverBringTheHubDown() async throws {
        let seed = UInt64.random(in: 1...UInt64(UInt32.max))
        print("HostileInputTests: seed \(seed)")
        try await TestHubServer.run { hub async throws in
            var random = SplitMix64(state: seed)
            let good = Array(HTTPText.request("PUT", Self.path, key: hub.key(.admin), body: #"{"attributes": {"notes": "x"}, "version": "1"}"#).utf8)
            for round in 0..<150 {
                var bytes = round % 3 == 0 ? (0..<200).map { _ in UInt8(truncatingIfNeeded: random.next()) } : good
                if round % 3 == 1 { bytes = Array(bytes.prefix(Int(random.next() % UInt64(bytes.count)))) }
                if round % 3 == 2 { for _ in 0..<4 { bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next()) } }
                let connection = try RawConnection(port: hub.port)
                await connection.send(bytes)
                connection.finishSending()
                let text = String(decoding: await connection.receiveAll().prefix(20), as: UTF8.self)
                #expect(!text.hasPrefix("HTTP/1.1 5"), "seed \(seed), round \(round): \(text)")
            }
            try await lives(hub)
        }
    }

    private func lives(_ hub: TestHubServer) async throws {
        #expect(try await hub.call("GET", "/healthz", as: nil).status == 200)
    }

    private func nothingIsStored(_ hub: TestHubServer) async throws {
        #expect(try await hub.call("GET", Self.path).status == 404)
        #expect(try await hub.call("GET", "/v1/customers")["records"]?.elements == [])
    }
}
