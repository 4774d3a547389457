
import HTTPTesting
@testable import HubServer
import HubStore
import MasterData
import Testing

@Suite struct IdempotencyTests {
    private let path = "/v1/source-records/crm/customer/1"

    @Test func theSameRequestGetsTheSameAnswer() async throws {
        try await TestHubServer.run { hub async throws in
            let body = #"{"attributes": {"legalName": "Acme"}}"#
            let first = try await hub.call("PUT", path, fields: ["Idempotency-Key": "k1"], body: body)
            #expect(first.status == 201)
            #expect(first.fields["idempotent-replayed"] == nil)
            let again = try await hub.call("PUT", path, fields: ["Idempotency-Key": "k1"], body: body)
            #expect(again.status == 201)
            #expect(again.body == first.body)
            #expect(again.fields["etag"] == first.fields["etag"])
            #expect(again.fields["content-type"] == first.fields["content-type"])
            #expect(again.fields["idempotent-replayed"] == "true")
            // Another caller's key of the same text is another key.
            #expect(
                try await hub.call(
                    "PUT", path, key: try await hub.store.createKey(role: .admin, platform: nil).text, fields: ["Idempotency-Key": "k1"], body: body
                ).status == 200)
        }
    }

    @Test(arguments: ["body", "path", "method", "precondition"])
    func anotherRequestUnderTheKeyIsRefused(what: String) async throws {
        try await TestHubServer.run { hub async throws in
            let body = #"{"attributes": {"legalName": "Acme"}}"#
            try await hub.call("PUT", path, fields: ["Idempotency-Key": "k"], body: body)
            var fields = ["Idempotency-Key": "k"]
            if what == "precondition" { fields["If-Match"] = "*" }
            let other = try await hub.call(
                what == "method" ? "DELETE" : "PUT", what == "path" ? path + "2" : path, fields: fields, body: what == "body" ? body + " " : body)
            #expect(other.status == 422, "\(other)")
            #expect(other.code == "idempotency-mismatch")
        }
    }

    @Test func refusalsAreKeptToo() async throws {
        try await TestHubServer.run { hub async throws in
            let body = #"{"attributes": {"legalNam": "Acme"}}"#
            let first = try await hub.call("PUT", path, fields: ["Idempotency-Key": "k"], body: body)
            #expect(first.status == 422)
            let again = try await hub.call("PUT", path, fields: ["Idempotency-Key": "k"], body: body)
            #expect(again.body == first.body && again.fields["idempotent-replayed"] == "true")
        }
    }

    @Test func ofManyAtOnceOneIsDone() async throws {
        try await TestHubServer.run { hub async throws in
            let body = #"{"attributes": {"legalName": "Acme"}}"#
            let answers = try await withThrowingTaskGroup(of: HTTPAnswer.self) { group in
                for _ in 0..<8 { group.addTask { try await hub.call("PUT", path, fields: ["Idempotency-Key": "k"], body: body) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.allSatisfy { $0.status == 201 || $0.code == "idempotency-in-progress" }, "\(answers)")
            #expect(answers.filter { $0.status == 201 && $0.fields["idempotent-replayed"] == nil }.count == 1)
            #expect(answers.filter { $0.status == 409 }.allSatisfy { $0.fields["retry-after"] != nil })
        }
    }

    @Test(arguments: ["", "a b", String(repeating: "x", count: 256)])
    func unusableKeysAreRefused(key: String) async throws {
        try await TestHubServer.run { hub async throws in
            let answer = try await hub.call("PUT", path, fields: ["Idempotency-Key": key], body: #"{"attributes": {}}"#)
            #expect(answer.code == "malformed", "\(answer)")
        }
    }
}
