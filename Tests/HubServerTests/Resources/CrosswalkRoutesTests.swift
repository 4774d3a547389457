import HTTPTesting
import HubStore
import MasterData
import Testing

@testable import HubServer

@Suite struct CrosswalkRoutesTests {
    private static let ids = [
        "a/b", "..", "../../etc/passwd", "100%", "%2F", "ein Kunde", "😀", "a?b#c", "'; DROP TABLE mdm.source_record; --", "a+b", "\\", "ä", ".",
    ]

    @Test func anIdIsNeverAPath() async throws {
        try await TestHubServer.run { hub async throws in
            for (number, id) in Self.ids.enumerated() {
                let encoded = id.utf8.map { "%" + String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
                try await hub.put("crm", "customer", encoded, #"{"notes": "\#(number)"}"#)
                let found = try await hub.call("GET", "/v1/crosswalks/crm/customer/\(encoded)", as: .reader)
                #expect(found.status == 200, "\(found)")
                #expect(found["ids"]?.elements?.map { $0.members?["nativeId"]?.text } == [id], "\(found)")
                #expect(try await hub.call("GET", "/v1/source-records/crm/customer/\(encoded)")["nativeId"]?.text == id)
            }
        }
    }

    @Test func findsEveryPlatformsId() async throws {
        try await TestHubServer.run { hub async throws in
            let duns = #""duns": "804735132""#
            let one = try await hub.put("sap", "customer", "0000004711", #"{"legalName": "Acme GmbH", \#(duns)}"#)
            let two = try await hub.put("salesforce", "customer", "001D000000IRFma", #"{"legalName": "Acme GmbH", \#(duns)}"#)
            try #require(one["goldenId"] == two["goldenId"], "\(two)")
            // 18 characters, and SAP's leading zeros, are the same ids.
            for path in ["/v1/crosswalks/salesforce/customer/001D000000IRFmaIAH", "/v1/crosswalks/sap/customer/4711"] {
                let entry = try await hub.call("GET", path, as: .platform)
                #expect(entry["goldenId"] == one["goldenId"], "\(path) \(entry)")
                #expect(entry["entity"]?.text == "customer")
                #expect(entry["status"]?.text == "active")
                #expect(entry["ids"]?.elements?.compactMap { $0.members?["platform"]?.text } == ["salesforce", "sap"])
            }
            let target = try await hub.call("GET", "/v1/crosswalks/sap/customer/4711?target=salesforce")
            #expect(target["ids"]?.elements?.compactMap { $0.members?["nativeId"]?.text } == ["001D000000IRFma"])
            #expect(try await hub.call("GET", "/v1/crosswalks/sap/customer/4711?target=zuora")["ids"]?.elements == [])
        }
    }

    @Test func anUnknownIdIs404WithTheNearest() async throws {
        try await TestHubServer.run { hub async throws in
            try await hub.put("crm", "customer", "ACME-0001", #"{"legalName": "Acme"}"#)
            let answer = try await hub.call("GET", "/v1/crosswalks/crm/customer/ACME-0002")
            #expect(answer.status == 404)
            #expect(answer["nearest"]?.elements?.first?.members?["nativeId"]?.text == "ACME-0001", "\(answer)")
            #expect(try await hub.call("GET", "/v1/crosswalks/crm/customer/%00").code == "invalid-id")
            #expect(try await hub.call("GET", "/v1/crosswalks/crm/customer/\(String(repeating: "x", count: 256))").code == "invalid-id")
            #expect(try await hub.call("GET", "/v1/crosswalks/crm/customer/").code == "no-such-resource")
        }
    }

    @Test func resolvesManyInOrder() async throws {
        try await TestHubServer.run { hub async throws in
            let one = try await hub.put("crm", "customer", "1", #"{"legalName": "Acme"}"#)["goldenId"]?.text
            let two = try await hub.put("crm", "product", "1", #"{"name": "Widget"}"#)["goldenId"]?.text
            let body = #"""
                {"ids": [{"platform": "crm", "entity": "product", "nativeId": "1"}, {"platform": "crm", "entity": "customer", "nativeId": "nobody"},
                {"platform": "nowhere", "entity": "customer", "nativeId": "1"}, {"platform": "crm", "entity": "customer", "nativeId": ""},
                {"platform": "crm", "entity": "customer", "nativeId": "1"}, {"platform": "crm", "entity": "customer", "nativeId": "1"}]}
                """#
            let answer = try await hub.call("POST", "/v1/crosswalks:resolve", as: .reader, body: body)
            #expect(answer.status == 200, "\(answer)")
            let ids = (answer["results"]?.elements ?? []).map { $0.members?["goldenId"]?.text ?? "null" }
            let expected = [two, nil, nil, nil, one, one].map { $0 ?? "null" }
            #expect(ids == expected)
            #expect(try await hub.call("POST", "/v1/crosswalks:resolve", body: #"{"ids": []}"#)["results"]?.elements == [])
        }
    }

    @Test func boundsHowManyAreResolved() async throws {
        try await TestHubServer.run { hub async throws in
            func body(_ count: Int) -> String {
                #"{"ids": ["# + (0..<count).map { #"{"platform":"crm","entity":"customer","nativeId":"\#($0)"}"# }.joined(separator: ",") + "]}"
            }
            let most = try await hub.call("POST", "/v1/crosswalks:resolve", body: body(10_000))
            #expect(most["results"]?.elements?.count == 10_000, "\(most)")
            let tooMany = try await hub.call("POST", "/v1/crosswalks:resolve", body: body(10_001))
            #expect(tooMany.status == 413)
            for body in [
                #"{"ids": {}}"#, #"{"ids": [1]}"#, #"{"ids": [{"platform": "crm"}]}"#, #"{"ids": [], "target": 1}"#, #"{"ids": [], "x": 1}"#, "{}",
            ] {
                #expect(try await hub.call("POST", "/v1/crosswalks:resolve", body: body).code == "malformed", "\(body)")
            }
        }
    }
}
