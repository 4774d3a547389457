
import HTTPTesting
@testable import HubServer
import HubStore
import MasterData
import PostgresClient
import ServiceLifecycle
import Testing

@Suite struct HubApplicationTests {
    @Test func everyAnswerCarriesItsTrace() async throws {
        try await TestHubServer.run { hub async throws in
            let parent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
            for target in ["/healthz", "/nowhere", "/v1/customers"] {
                let taken = try await hub.call("GET", target, as: nil, fields: ["X-Correlation-Id": "abc", "traceparent": parent])
                #expect(taken.fields["x-correlation-id"] == "abc")
                #expect(taken.fields["traceparent"] == parent)
                let made = try await hub.call("GET", target, as: nil, fields: ["X-Correlation-Id": "not sane", "traceparent": "00"])
                #expect(made.fields["x-correlation-id"]?.utf8.count == 36)
                #expect(Trace.isTraceparent(made.fields["traceparent"] ?? ""))
            }
        }
    }

    @Test func pathsAndMethodsThatAreNotServedAreProblems() async throws {
        try await TestHubServer.run { hub async throws in
            for target in ["/", "/v1", "/v2/customers", "/v1/suppliers", "/v1//customers", "/v1/customers/", "/healthz/", "/V1/customers"] {
                let answer = try await hub.call("GET", target)
                #expect(answer.status == 404 && answer.code == "no-such-resource", "\(target) \(answer)")
                #expect(answer.fields["content-type"] == "application/problem+json")
                #expect(answer["correlationId"]?.text == answer.fields["x-correlation-id"])
            }
            let method = try await hub.call("DELETE", "/v1/customers")
            #expect(method.status == 405)
            #expect(method.fields["allow"] == "GET, HEAD")
            #expect(try await hub.call("TRACE", "/healthz").status == 405)
        }
    }

    @Test func manyRequestsShareAConnection() async throws {
        try await TestHubServer.run { hub async throws in
            let connection = try RawConnection(port: hub.port)
            for status in [200, 404, 200, 404] {
                await connection.send(Array(HTTPText.request("GET", status == 200 ? "/healthz" : "/nowhere").utf8))
                #expect(try await connection.answer().status == status)
            }
            // A refused request whose body was small does not cost the connection either.
            await connection.send(Array(HTTPText.request("PUT", "/v1/source-records/crm/customer/1", body: "{}").utf8))
            #expect(try await connection.answer().status == 401)
            await connection.send(Array(HTTPText.request("GET", "/healthz").utf8))
            #expect(try await connection.answer().status == 200)
            // `Connection: close` does.
            await connection.send(Array(HTTPText.request("GET", "/healthz", fields: ["Connection": "close"]).utf8))
            #expect(try await connection.answer().fields["connection"] == "close")
            #expect(await connection.receiveAll().isEmpty)
        }
    }

    @Test func clientsMayAskBeforeTheySendABody() async throws {
        try await TestHubServer.run { hub async throws in
            let body = #"{"attributes": {"legalName": "Acme"}}"#
            let head = HTTPText.request(
                "PUT", "/v1/source-records/crm/customer/1", key: hub.key(.admin),
                fields: ["Expect": "100-continue", "Content-Length": "\(body.utf8.count)"])
            let connection = try RawConnection(port: hub.port)
            await connection.send(Array(head.utf8))
            #expect(String(decoding: await connection.receive(), as: UTF8.self).hasPrefix("HTTP/1.1 100 "))
            await connection.send(Array(body.utf8))
            #expect(try await connection.answer().status == 201)
            // Who may not send it is not asked to, and nothing behind the refusal can be taken for the body.
            let refused = try RawConnection(port: hub.port)
            let fields = ["Expect": "100-continue", "Content-Length": "100"]
            await refused.send(Array(HTTPText.request("PUT", "/v1/source-records/crm/customer/1", fields: fields).utf8))
            let answer = try await refused.answer()
            #expect(answer.status == 401)
            #expect(answer.fields["connection"] == "close")
        }
    }

    @Test func shutdownFinishesWhatWasTaken() async throws {
        try await TestHubServer.run { hub async throws in
            // The head is taken, the body is on its way.
            let body = #"{"attributes": {"legalName": "Acme"}}"#
            let request = Array(HTTPText.request("PUT", "/v1/source-records/crm/customer/1", key: hub.key(.admin), body: body).utf8)
            let connection = try RawConnection(port: hub.port)
            await connection.send(Array(request.dropLast(10)))
            try await Task.sleep(for: .milliseconds(300))
            await hub.group.triggerGracefulShutdown()
            try await Task.sleep(for: .milliseconds(300))
            await connection.send(Array(request.suffix(10)))
            #expect(try await connection.answer().status == 201)
            #expect(await connection.receiveAll().isEmpty)
            #expect(throws: RawConnection.Failure.self) { try RawConnection(port: hub.port) }
            let stored = try await hub.store.sourceRecord(SourceKey(entity: .customer, platform: "crm", nativeId: "1"))
            #expect(stored != nil)
        }
    }

    @Test func aDeadDatabaseIsAClear503() async throws {
        try await TestHubServer.run { hub async throws in
            #expect(try await hub.call("GET", "/v1/customers").status == 200)
            await hub.store.client.close()
            let answer = try await hub.call("GET", "/v1/customers")
            #expect(answer.status == 503, "\(answer)")
            #expect(answer.code == "database-away")
            #expect(answer.fields["retry-after"] != nil)
            let write = try await hub.call("PUT", "/v1/source-records/crm/customer/1", body: #"{"attributes": {"notes": "x"}}"#)
            #expect(write.status == 503, "\(write)")
        }
    }

    @Test func slowWorkIsGivenUpInTime() async throws {
        var limits = ServerLimits()
        limits.workTime = .milliseconds(700)
        try await TestHubServer.run(limits: limits) { hub async throws in
            try await hub.put("crm", "product", "1", #"{"name": "Widget"}"#)
            // Somebody else holds the table for as long as this takes.
            try await hub.store.client.withTransaction { transaction in
                _ = try await transaction.query(Statement(name: "lock", sql: "LOCK TABLE mdm.source_record IN ACCESS EXCLUSIVE MODE"), [])
                let start = ContinuousClock.now
                for (method, body) in [("GET", nil), ("PUT", #"{"attributes": {"name": "Gadget"}}"#)] as [(String, String?)] {
                    let answer = try await hub.call(method, "/v1/source-records/crm/product/1", body: body)
                    #expect(answer.status == 504, "\(method) \(answer)")
                    #expect(answer.code == "too-slow")
                }
                #expect(ContinuousClock.now - start < .seconds(8))
            }
            // The write was not torn: it is done when the table is free.
            var name: String?
            for _ in 0..<50 where name != "Gadget" {
                name = try await hub.call("GET", "/v1/source-records/crm/product/1")["attributes"]?.members?["name"]?.text
                try await Task.sleep(for: .milliseconds(100))
            }
            #expect(name == "Gadget")
        }
    }

    @Test func valuesNeverReachAnErrorText() async throws {
        try await TestHubServer.run { hub async throws in
            let canary = "canary7391"
            for body in [
                #"{"attributes": {"legalNam": "\#(canary)"}}"#, #"{"attributes": {"legalName": {"x": "\#(canary)"}}}"#,
                #"{"attributes": {"notes": "\#(canary)}"#,
                #"{"attributes": "\#(canary)"}"#, #"{"\#(canary)": 1, "attributes": {}}"#,
            ] {
                let answer = try await hub.call("PUT", "/v1/source-records/crm/customer/1", body: body)
                #expect((400..<500).contains(answer.status), "\(body) \(answer)")
                #expect(!answer.text.contains(canary), "\(body) \(answer)")
            }
        }
    }
}
