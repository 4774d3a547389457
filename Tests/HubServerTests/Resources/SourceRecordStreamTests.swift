
import HTTPTesting
@testable import HubServer
import HubStore
import MasterData
import Testing

@Suite struct SourceRecordStreamTests {
    private func lines(_ answer: HTTPAnswer) throws -> [JSONObject] {
        try answer.body.split(separator: UInt8(ascii: "\n")).map { try JSONParser.parseObject(Array($0)) }
    }

    @Test func eachLineGetsItsAnswerInOrder() async throws {
        try await TestHubServer.run { hub async throws in
            let body = """
                {"entity": "customer", "nativeId": "1", "attributes": {"legalName": "Acme"}}
                {"entity": "customer", "nativeId": "2", "attributes": {"legalName": "Beta"
                {"entity": "customer", "nativeId": "1", "attributes": {"legalName": "Acme SE"}}

                {"entity": "customer", "platform": "salesforce", "nativeId": "3", "attributes": {}}
                {"entity": "custmer", "nativeId": "4", "attributes": {}}
                {"entity": "customer", "nativeId": "5", "attributes": {"legalNam": "x"}}
                7
                {"entity": "product", "nativeId": "6", "attributes": {"name": "Widget"}}
                """
            let answer = try await hub.call("POST", "/v1/source-records", as: .platform, body: body)
            #expect(answer.status == 200)
            let answers = try lines(answer)
            #expect(answers.compactMap { $0["line"]?.literal } == ["1", "2", "3", "5", "6", "7", "8", "9"])
            #expect(answers.compactMap { $0["status"]?.literal } == ["201", "400", "200", "403", "404", "422", "400", "201"], "\(answer)")
            #expect(
                answers.map { $0["code"]?.text } == [
                    nil, "malformed-json", nil, "wrong-platform", "unknown-entity", "invalid-record", "malformed-json", nil,
                ])
            #expect(answers[0]["goldenId"] == answers[2]["goldenId"])
            #expect(try await hub.call("GET", "/v1/source-records/sap/customer/1")["attributes"]?.members == ["legalName": "Acme SE"])
        }
    }

    @Test func aLineBeyondTheBoundIsRefusedAloneAndNeverHeld() async throws {
        var limits = ServerLimits()
        limits.lineBytes = 1_000
        try await TestHubServer.run(limits: limits) { hub async throws in
            let long = #"{"entity": "customer", "nativeId": "9", "attributes": {"legalName": ""# + String(repeating: "x", count: 3_000_000) + "\"}}"
            let answer = try await hub.call(
                "POST", "/v1/source-records", as: .platform,
                body: long + "\n" + #"{"entity": "customer", "nativeId": "1", "attributes": {"legalName": "Acme"}}"#)
            let answers = try lines(answer)
            #expect(answers.map { $0["code"]?.text } == ["too-large", nil])
        }
    }

    /// What `curl -T -` does: it asks for leave before it sends, and reads the answer strictly.
    @Test func aClientThatAsksFirstIsToldToGoOnBeforeTheAnswerBegins() async throws {
        try await TestHubServer.run { hub async throws in
            let connection = try RawConnection(port: hub.port)
            let head = [
                "POST /v1/source-records HTTP/1.1", "Host: hub", "Authorization: Bearer \(hub.key(.platform))", "Transfer-Encoding: chunked",
                "Expect: 100-continue",
            ]
            await connection.send(Array((head.joined(separator: "\r\n") + "\r\n\r\n").utf8))
            var bytes: [UInt8] = []
            while !String(decoding: bytes, as: UTF8.self).contains("\r\n\r\n") {
                let more = await connection.receive()
                try #require(!more.isEmpty)
                bytes += more
            }
            #expect(String(decoding: bytes, as: UTF8.self).hasPrefix("HTTP/1.1 100 Continue\r\n\r\n"))
            await connection.send(chunk(Array(#"{"entity": "product", "nativeId": "1", "attributes": {"name": "Widget"}}"#.utf8)))
            await connection.send(Array("0\r\n\r\n".utf8))
            var answer: HTTPAnswer?
            while answer == nil {
                answer = try HTTPAnswer.parse(bytes, isHead: false)?.0
                if answer == nil {
                    let more = await connection.receive()
                    try #require(!more.isEmpty)
                    bytes += more
                }
            }
            #expect(try lines(#require(answer)).compactMap { $0["status"]?.literal } == ["201"])
        }
    }

    @Test func thousandsOfLinesComeBackWhileTheyAreSent() async throws {
        try await TestHubServer.run { hub async throws in
            let connection = try RawConnection(port: hub.port, patience: 60)
            let count = 3_000
            await connection.send(
                Array(
                    "POST /v1/source-records HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer \(hub.key(.platform))\r\nTransfer-Encoding: chunked\r\n\r\n"
                        .utf8))
            let first = Array(#"{"entity": "product", "nativeId": "9999", "attributes": {"name": "Widget 0"}}"#.utf8) + [10]
            await connection.send(chunk(first))
            // The first answer comes while the request is still open.
            var bytes: [UInt8] = []
            while !String(decoding: bytes, as: UTF8.self).contains("\"line\":1") {
                let more = await connection.receive()
                try #require(!more.isEmpty)
                bytes += more
            }
            async let feeding: Void = {
                for start in stride(from: 1, to: count, by: 100) {
                    let block = (start..<min(start + 100, count)).map {
                        #"{"entity": "product", "nativeId": "\#($0)", "attributes": {"name": "Widget \#($0)"}}"# + "\n"
                    }.joined()
                    await connection.send(chunk(Array(block.utf8)))
                }
                await connection.send(Array("0\r\n\r\n".utf8))
            }()
            var answer: HTTPAnswer?
            while answer == nil {
                if let (found, _) = try HTTPAnswer.parse(bytes, isHead: false) {
                    answer = found
                    break
                }
                let more = await connection.receive()
                try #require(!more.isEmpty, "the stream ended early: \(String(decoding: bytes.suffix(400), as: UTF8.self))")
                bytes += more
            }
            await feeding
            let answers = try lines(try #require(answer))
            #expect(answers.count == count)
            #expect(answers.compactMap { $0["line"]?.literal } == (1...count).map(String.init))
            let others = answers.filter { $0["status"]?.literal != "201" }
            #expect(others.isEmpty, "\(others.count) of \(count), the first: \(others.first?.jsonText ?? "")")
        }
    }

    @Test func takesNoIdempotencyKey() async throws {
        try await TestHubServer.run { hub async throws in
            let answer = try await hub.call("POST", "/v1/source-records", fields: ["Idempotency-Key": "1"], body: "")
            #expect(answer.code == "malformed")
            // Nor does the hub read on through a stream that it has refused.
            let connection = try RawConnection(port: hub.port)
            let head = "POST /v1/source-records HTTP/1.1\r\nHost: hub\r\nTransfer-Encoding: chunked\r\nIdempotency-Key: 1\r\n"
            await connection.send(Array("\(head)Authorization: Bearer \(hub.key(.admin))\r\n\r\n".utf8))
            let refused = try await connection.answer()
            #expect(refused.status == 400)
            #expect(refused.fields["connection"] == "close")
        }
    }

    private func chunk(_ bytes: [UInt8]) -> [UInt8] { Array("\(String(bytes.count, radix: 16))\r\n".utf8) + bytes + [13, 10] }
}

extension JSONValue {
    /// The literal of a number.
    var literal: String? { if case .number(let literal) = self { literal } else { nil } }
}
