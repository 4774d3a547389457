import HTTPTesting
import HubStore
import MasterData
import Testing

@testable import HubServer

@Suite struct GoldenRecordRoutesTests {
    @Test func aGoldenRecordHasATagAndItsSources() async throws {
        try await TestHubServer.run { hub async throws in
            let receipt = try await hub.put("sap", "customer", "1", #"{"legalName": "Acme GmbH", "notes": "x"}"#)
            let path = "/v1/customers/\(receipt["goldenId"]?.text ?? "")"
            let record = try await hub.call("GET", path + "?include=lineage,crosswalk", as: .reader)
            #expect(record.status == 200, "\(record)")
            #expect(record.fields["etag"] == "\"v1\"")
            #expect(record["number"]?.text?.hasPrefix("C") == true)
            #expect(record["attributes"]?.members?["legalName"] == "Acme GmbH")
            let source: JSONValue = ["platform": "sap", "nativeId": "1"]
            #expect(record["lineage"]?.members?["legalName"]?.members?["sources"]?.elements == [source], "\(record)")
            #expect(record["crosswalk"]?.elements?.first?.members?["method"] == "created")
            #expect(try await hub.call("GET", path, fields: ["If-None-Match": "\"v1\""]).status == 304)
            #expect(try await hub.call("GET", path, fields: ["If-None-Match": "\"v2\""]).status == 200)
            #expect(try await hub.call("GET", path + "?include=everything").code == "invalid-parameter")
            #expect(try await hub.call("GET", path + "?incldue=lineage").code == "unknown-parameter")
            let head = try await hub.call("HEAD", path)
            #expect(head.status == 200 && head.body.isEmpty && head.fields["content-length"] != "0")
            #expect(try await hub.call("GET", path + "/lineage")["lineage"] == record["lineage"])
            #expect(try await hub.call("GET", path + "/explanation")["members"]?.elements?.count == 1)
        }
    }

    @Test func unknownGoldenIdsAnswer404() async throws {
        try await TestHubServer.run { hub async throws in
            let receipt = try await hub.put("sap", "customer", "1", #"{"legalName": "Acme"}"#)
            let id = receipt["goldenId"]?.text ?? ""
            #expect(try await hub.call("GET", "/v1/customers/00000000-0000-7000-8000-000000000000").code == "not-found")
            #expect(try await hub.call("GET", "/v1/customers/not-a-uuid").code == "not-found")
            let other = try await hub.call("GET", "/v1/products/\(id)")
            #expect(other.status == 404)
            #expect(other["nearest"]?.elements == [.string("/v1/customers/\(id)")])
        }
    }

    @Test func aMergedIdRedirectsToItsSurvivor() async throws {
        try await TestHubServer.run { hub async throws in
            let first = try await hub.put("sap", "customer", "1", #"{"legalName": "Acme Maschinenbau GmbH"}"#)["goldenId"]?.text ?? ""
            let second = try await hub.put("crm", "customer", "9", #"{"legalName": "Completely Different Bakery"}"#)["goldenId"]?.text ?? ""
            #expect(first != second)
            // Both get the same D-U-N-S number: they are one.
            let duns = #""duns": "804735132""#
            try await hub.put("sap", "customer", "1", #"{"legalName": "Acme Maschinenbau GmbH", \#(duns)}"#)
            let merged = try await hub.put("crm", "customer", "9", #"{"legalName": "Acme Maschinenbau GmbH", \#(duns)}"#)
            try #require(merged["outcome"]?.text == "merged", "\(merged)")
            let survivor = merged["goldenId"]?.text ?? ""
            let gone = survivor == first ? second : first
            let answer = try await hub.call("GET", "/v1/customers/\(gone)/lineage")
            #expect(answer.status == 301)
            #expect(answer.fields["location"] == "/v1/customers/\(survivor)/lineage")
            let moved = try await hub.call("GET", "/v1/customers/\(gone)?include=crosswalk")
            #expect(moved.status == 301)
            #expect(moved.fields["location"] == "/v1/customers/\(survivor)?include=crosswalk")
            #expect(try await hub.call("GET", "/v1/customers/\(survivor)?include=crosswalk")["crosswalk"]?.elements?.count == 2)
            let patch = try await hub.call("PATCH", "/v1/customers/\(gone)", as: .platform, body: #"{"attributes": {"legalName": "X"}}"#)
            #expect(patch.status == 409)
            #expect(patch["goldenId"]?.text == survivor)
        }
    }

    @Test func aNonOwnersPatchChangesNothing() async throws {
        try await TestHubServer.run { hub async throws in
            let receipt = try await hub.put("sap", "customer", "1", #"{"legalName": "Acme GmbH"}"#)
            let path = "/v1/customers/\(receipt["goldenId"]?.text ?? "")"
            let before = try await hub.call("GET", path).body
            let refused = try await hub.call(
                "PATCH", path, as: .platform, body: #"{"attributes": {"website": "https://acme.example", "legalName": "Acme SE"}}"#)
            #expect(refused.status == 403)
            #expect(refused.code == "not-owner")
            #expect(refused.fields["content-type"] == "application/problem+json")
            let violation = try #require(refused["violations"]?.elements?.first?.members)
            #expect(violation["attribute"]?.text == "website")
            #expect(violation["verdict"]?.text == "rejected")
            #expect(violation["owner"]?.text == "salesforce")
            #expect(violation["message"]?.text?.isEmpty == false)
            #expect(try await hub.call("GET", path).body == before)

            let changed = try await hub.call(
                "PATCH", path, as: .platform, fields: ["If-Match": "\"v1\""], body: #"{"attributes": {"legalName": "Acme SE"}}"#)
            #expect(changed.status == 200, "\(changed)")
            #expect(changed.fields["etag"] == "\"v2\"")
            let stale = try await hub.call(
                "PATCH", path, as: .platform, fields: ["If-Match": "\"v1\""], body: #"{"attributes": {"legalName": "Acme AG"}}"#)
            #expect(stale.status == 412)

            let lenient = try await hub.call(
                "PATCH", path, as: .platform, fields: ["Prefer": "handling=lenient"],
                body: #"{"attributes": {"website": "https://acme.example", "legalName": "Acme AG"}}"#)
            #expect(lenient.status == 200, "\(lenient)")
            #expect(lenient.fields["preference-applied"] == "handling=lenient")
            #expect(try await hub.call("GET", path)["attributes"]?.members == ["legalName": "Acme AG"])
        }
    }

    @Test func whoeverIsNoPlatformIsToldSo() async throws {
        try await TestHubServer.run { hub async throws in
            let path = "/v1/customers/00000000-0000-7000-8000-000000000000"
            for role in [.admin, .steward] as [AccessRole] {
                #expect(try await hub.call("PATCH", path, as: role, body: #"{"attributes": {"legalName": "X"}}"#).code == "no-platform")
            }
            #expect(try await hub.call("PATCH", path, as: .reader, body: "{}").code == "forbidden")
            for body in ["{}", #"{"attributes": {}}"#, #"{"attributes": {"a": 1}, "b": 2}"#, #"{"legalName": "X"}"#] {
                #expect(try await hub.call("PATCH", path, as: .platform, body: body).code == "malformed", "\(body)")
            }
        }
    }

    @Test func listsPageByPage() async throws {
        try await TestHubServer.run { hub async throws in
            var made: [String] = []
            for number in 1...5 {
                made.append(
                    try await hub.put("crm", "product", "p\(number)", #"{"name": "Widget \#(number) \#(number * 7919)"}"#)["goldenId"]?.text ?? "")
            }
            var seen: [String] = []
            var target = "/v1/products?limit=2"
            for _ in 0..<3 {
                let page = try await hub.call("GET", target, as: .reader)
                seen += (page["records"]?.elements ?? []).compactMap { $0.members?["goldenId"]?.text }
                guard let next = page["next"]?.text else { break }
                target = "/v1/products?limit=2&cursor=\(next)"
            }
            #expect(seen == made.sorted())
            #expect(try await hub.call("GET", "/v1/products?limit=0").code == "invalid-parameter")
            #expect(try await hub.call("GET", "/v1/products?cursor=x").code == "invalid-parameter")
            #expect(try await hub.call("GET", "/v1/products?limit=1&limit=2").code == "invalid-parameter")
        }
    }

    @Test func historyKeepsEveryVersion() async throws {
        try await TestHubServer.run { hub async throws in
            let receipt = try await hub.put("crm", "product", "p", #"{"name": "One"}"#)
            let path = "/v1/products/\(receipt["goldenId"]?.text ?? "")"
            let moment = try await hub.call("GET", path)["recordedAt"]?.text ?? ""
            for name in ["Two", "Three"] { try await hub.put("crm", "product", "p", #"{"name": "\#(name)"}"#) }
            let history = try await hub.call("GET", path + "/history")
            let names = (history["versions"]?.elements ?? []).map { $0.members?["attributes"]?.members?["name"]?.text }
            #expect(names == ["Three", "Two", "One"], "\(history)")
            let then = try await hub.call("GET", path + "?asOf=\(moment)")
            #expect(then["attributes"]?.members == ["name": "One"], "\(then)")
            #expect(try await hub.call("GET", path + "?asOf=2001-01-01").status == 404)
            #expect(try await hub.call("GET", path + "?asOf=yesterday").code == "invalid-parameter")
        }
    }
}
