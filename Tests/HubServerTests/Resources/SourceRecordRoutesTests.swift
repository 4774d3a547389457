import HTTPTesting
import HubStore
import MasterData
import Testing

@testable import HubServer

@Suite struct SourceRecordRoutesTests {
    @Test func aReportIsTakenAndReadBack() async throws {
        try await TestHubServer.run { hub async throws in
            let path = "/v1/source-records/sap/customer/0000001"
            let created = try await hub.call(
                "PUT", path, as: .platform, fields: ["X-Correlation-Id": "test-17"],
                body: #"{"attributes": {"legalName": "Acme GmbH"}, "updatedAt": "2026-01-02T03:04:05Z", "version": 7}"#)
            #expect(created.status == 201, "\(created)")
            #expect(created["outcome"]?.text == "created")
            #expect(created["correlationId"]?.text == "test-17")
            #expect(created.fields["x-correlation-id"] == "test-17")
            let verdict = try #require(created["verdicts"]?.elements?.first?.members)
            #expect(verdict["attribute"]?.text == "legalName")
            #expect(verdict["verdict"]?.text == "accepted")
            #expect(verdict["owner"]?.text == "sap")
            #expect(verdict["policyVersion"]?.text == "0123456789abcdef")

            let again = try await hub.call(
                "PUT", path, as: .platform, body: #"{"attributes": {"legalName": "Acme GmbH"}, "updatedAt": "2026-01-02T03:04:05Z", "version": 7}"#)
            #expect(again.status == 200)
            #expect(again["outcome"]?.text == "unchanged")

            // SAP's leading zeros are no part of the id.
            let read = try await hub.call("GET", "/v1/source-records/sap/customer/1", as: .reader)
            #expect(read.status == 200)
            #expect(read["nativeId"]?.text == "0000001")
            #expect(read["version"]?.text == "7")
            #expect(read["attributes"]?.members == ["legalName": "Acme GmbH"])
            #expect(read.fields["etag"] == again.fields["etag"])
            #expect(try await hub.call("GET", path, fields: ["If-None-Match": read.fields["etag"] ?? ""]).status == 304)
        }
    }

    @Test func aStaleIfMatchChangesNothing() async throws {
        try await TestHubServer.run { hub async throws in
            let path = "/v1/source-records/sap/customer/1"
            let tag = try await hub.put("sap", "customer", "1", #"{"legalName": "Acme"}"#).fields["etag"] ?? ""
            let changed = try await hub.call("PUT", path, fields: ["If-Match": tag], body: #"{"attributes": {"legalName": "Acme SE"}}"#)
            #expect(changed.status == 200, "\(changed)")
            let stale = try await hub.call("PUT", path, fields: ["If-Match": tag], body: #"{"attributes": {"legalName": "Other"}}"#)
            #expect(stale.status == 412)
            #expect(stale.code == "stale")
            #expect(try await hub.call("GET", path)["attributes"]?.members == ["legalName": "Acme SE"])
            let nonsense = try await hub.call("PUT", path, fields: ["If-Match": "v1"], body: #"{"attributes": {}}"#)
            #expect(nonsense.code == "malformed")
        }
    }

    @Test func deletionRetires() async throws {
        try await TestHubServer.run { hub async throws in
            try await hub.put("sap", "customer", "1", #"{"legalName": "Acme"}"#)
            #expect(try await hub.call("DELETE", "/v1/source-records/sap/customer/1", as: .platform).status == 200)
            #expect(try await hub.call("GET", "/v1/source-records/sap/customer/1")["status"]?.text == "retired")
            #expect(try await hub.call("DELETE", "/v1/source-records/sap/customer/2", as: .platform).status == 404)
        }
    }

    @Test func aPlatformSpeaksForItselfOnly() async throws {
        try await TestHubServer.run { hub async throws in
            try await hub.put("salesforce", "customer", "001000000000001", #"{"legalName": "Acme"}"#)
            for method in ["PUT", "GET", "DELETE"] {
                let answer = try await hub.call(
                    method, "/v1/source-records/salesforce/customer/001000000000001", as: .platform,
                    body: method == "PUT" ? #"{"attributes": {}}"# : nil)
                #expect(answer.status == 403, "\(method) \(answer)")
                #expect(answer.code == "wrong-platform")
            }
            for role in [.steward, .reader, .subscriber] as [AccessRole] {
                #expect(try await hub.call("PUT", "/v1/source-records/sap/customer/1", as: role, body: #"{"attributes": {}}"#).code == "forbidden")
            }
            #expect(try await hub.call("GET", "/v1/source-records/salesforce/customer/001000000000001", as: .subscriber).code == "forbidden")
        }
    }

    @Test func unknownNamesAnswerWithTheNearest() async throws {
        try await TestHubServer.run { hub async throws in
            try await hub.put("sap", "customer", "4711001", #"{"legalName": "Acme"}"#)
            let platform = try await hub.call("GET", "/v1/source-records/salesforc/customer/1")
            #expect(platform.status == 404)
            #expect(platform.code == "unknown-platform")
            #expect(platform["nearest"]?.elements == ["salesforce"])
            let entity = try await hub.call("GET", "/v1/source-records/sap/customers/1")
            #expect(entity.code == "unknown-entity")
            #expect(entity["nearest"]?.elements == ["customer"])
            let id = try await hub.call("GET", "/v1/source-records/sap/customer/4711002")
            #expect(id.status == 404)
            #expect(id["nearest"]?.elements?.first?.members?["nativeId"]?.text == "4711001", "\(id)")
        }
    }

    @Test func memberNamesThatMeanNothingAreRefused() async throws {
        try await TestHubServer.run { hub async throws in
            for (body, part) in [
                (#"{}"#, "attributes"), (#"{"attributes": []}"#, "attributes"), (#"{"attribtes": {}}"#, "did you mean `attributes`"),
                (#"{"attributes": {}, "updatedAt": {}}"#, "updatedAt"), (#"[]"#, "object"),
            ] {
                let answer = try await hub.call("PUT", "/v1/source-records/sap/customer/1", body: body)
                #expect(answer.status == 400, "\(body) \(answer)")
                #expect(answer["detail"]?.text?.contains(part) == true, "\(body) \(answer)")
            }
        }
    }
}
