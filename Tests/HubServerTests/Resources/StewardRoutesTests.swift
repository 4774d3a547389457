import HTTPTesting
import HubStore
import MasterData
import Testing

@testable import HubServer

@Suite struct StewardRoutesTests {
    private static let kestrel = #"{"legalName": "Kestrel Marine Supplies Ltd", "duns": "150483782"}"#

    private func pair(_ hub: TestHubServer) async throws -> (sap: String, zuora: String) {
        let sap = try await hub.put("sap", "customer", "1", Self.kestrel)
        let zuora = try await hub.call("PUT", "/v1/source-records/zuora/customer/A1", as: .admin, body: #"{"attributes": {"legalName": "Heron Bakery"}}"#)
        return (sap["goldenId"]?.text ?? "", zuora["goldenId"]?.text ?? "")
    }

    @Test func aMergeIsMadeReadAndReversed() async throws {
        try await TestHubServer.run { hub async throws in
            let (sap, zuora) = try await pair(hub)
            let merge = try await hub.call("POST", "/v1/merges", as: .steward, body: #"{"goldenIds": ["\#(sap)", "\#(zuora)"], "reason": "the same owner"}"#)
            #expect(merge.status == 201, "\(merge)")
            #expect(merge["goldenId"]?.text == sap && merge["merged"]?.elements == [.string(zuora)])
            let id = try #require(merge["mergeId"]?.text)
            #expect(merge.fields["location"] == "/v1/merges/\(id)")
            let redirect = try await hub.call("GET", "/v1/customers/\(zuora)", as: .reader)
            #expect(redirect.status == 301 && redirect["goldenId"]?.text == sap)
            #expect(try await hub.call("GET", "/v1/merges/\(id)", as: .reader)["inForce"] == .bool(true))
            #expect(try await hub.call("GET", "/v1/decisions?operation=merge", as: .reader)["decisions"]?.elements?.count == 1)
            // The same again: there is nothing left to merge.
            #expect(try await hub.call("POST", "/v1/merges", as: .steward, body: #"{"goldenIds": ["\#(sap)", "\#(zuora)"], "reason": "x"}"#).code == "merged-away")

            let reversed = try await hub.call("POST", "/v1/merges/\(id):reverse", as: .steward, body: #"{"reason": "two firms after all"}"#)
            #expect(reversed.status == 200, "\(reversed)")
            #expect(try await hub.call("GET", "/v1/customers/\(zuora)", as: .reader).status == 200)
            let again = try await hub.call("POST", "/v1/merges/\(id):reverse", as: .steward)
            #expect(again.status == 409 && again.code == "already-revoked", "\(again)")
            let kept = try await hub.call("GET", "/v1/merges/\(id)", as: .reader)
            #expect(kept["inForce"] == .bool(false) && kept["revokedBecause"]?.text == "two firms after all")
            #expect(try await hub.call("GET", "/v1/decisions", as: .reader)["decisions"]?.elements == [])
            #expect(try await hub.call("GET", "/v1/decisions?revoked=true", as: .reader)["decisions"]?.elements?.count == 1)
        }
    }

    @Test func aDecisionHoldsUntilItIsDeleted() async throws {
        try await TestHubServer.run { hub async throws in
            _ = try await pair(hub)
            let records = #"[{"platform": "sap", "nativeId": "1"}, {"platform": "zuora", "entity": "customer", "nativeId": "A1"}]"#
            let same = try await hub.call(
                "POST", "/v1/decisions", as: .steward, body: #"{"decision": "same", "entity": "customer", "records": \#(records), "reason": "seen on site"}"#)
            #expect(same.status == 201, "\(same)")
            let contrary = try await hub.call(
                "POST", "/v1/decisions", as: .steward, body: #"{"decision": "different", "entity": "customer", "records": \#(records), "reason": "x"}"#)
            #expect(contrary.status == 409 && contrary.code == "contradicting-decision")
            let id = try #require(same["decisionId"]?.text)
            #expect(try await hub.call("GET", "/v1/decisions/\(id)", as: .reader)["decision"]?.text == "same")
            #expect(try await hub.call("DELETE", "/v1/decisions/\(id)?reason=mistaken", as: .steward).status == 200)
            #expect(try await hub.call("GET", "/v1/crosswalks/sap/customer/1", as: .reader)["ids"]?.elements?.count == 1)
        }
    }

    @Test func aSplitTakesRecordsOut() async throws {
        try await TestHubServer.run { hub async throws in
            try await hub.put("sap", "customer", "1", Self.kestrel)
            _ = try await hub.call("PUT", "/v1/source-records/zuora/customer/A1", as: .admin, body: #"{"attributes": \#(Self.kestrel)}"#)
            #expect(try await hub.call("GET", "/v1/crosswalks/sap/customer/1", as: .reader)["ids"]?.elements?.count == 2)
            let split = try await hub.call(
                "POST", "/v1/splits", as: .steward, body: #"{"records": [{"platform": "zuora", "entity": "customer", "nativeId": "A1"}], "reason": "a branch"}"#)
            #expect(split.status == 201 && split["goldenRecords"]?.elements?.count == 2, "\(split)")
            #expect(try await hub.call("GET", "/v1/crosswalks/sap/customer/1", as: .reader)["ids"]?.elements?.count == 1)
        }
    }

    @Test(arguments: [
        ("/v1/decisions", "{}", 400), ("/v1/decisions", #"{"decision": "alike", "records": [], "reason": "x"}"#, 400),
        ("/v1/decisions", #"{"decision": "same", "records": [{"platform": "sap"}], "reason": "x"}"#, 400),
        ("/v1/decisions", #"{"decision": "same", "records": [{"platform": "sap", "nativeId": "1"}], "reason": "x"}"#, 400),
        ("/v1/decisions", #"{"decision": "same", "entity": "customer", "records": "1", "reason": "x"}"#, 400),
        ("/v1/merges", #"{"goldenIds": ["1"], "reason": "x"}"#, 400), ("/v1/merges", #"{"goldenIds": [], "reason": "x"}"#, 400),
        ("/v1/merges", #"{"goldenIds": ["01a20b7c-896b-770e-8097-4fa8ed036c71", "01a20b7c-896b-770e-8097-4fa8ed036c72"], "reason": "x"}"#, 404),
        ("/v1/merges", #"{"goldenIds": ["01a20b7c-896b-770e-8097-4fa8ed036c71"], "reasn": "x"}"#, 400),
        ("/v1/splits", #"{"entity": "customer", "records": [{"platform": "sap", "nativeId": "77"}], "reason": "x"}"#, 404),
        ("/v1/merges/1:reverse", "{}", 404), ("/v1/merges/01a20b7c-896b-770e-8097-4fa8ed036c71:reverse", #"{"why": "x"}"#, 400),
        ("/v1/matches:preview", "{}", 400), ("/v1/matches:preview", #"{"entity": "customer", "attributes": {"nope": 1}}"#, 422),
        ("/v1/matches:preview", #"{"entity": "customer", "attributes": {}, "limit": 0}"#, 400),
        ("/v1/matches:explain", #"{"entity": "customer", "records": [{"platform": "sap", "nativeId": "1"}]}"#, 400),
    ])
    func refusesWhatItCannotDo(path: String, body: String, status: Int) async throws {
        try await TestHubServer.run { hub async throws in
            let answer = try await hub.call("POST", path, as: .steward, body: body)
            #expect(answer.status == status, "\(answer)")
            #expect(answer["detail"]?.text?.isEmpty == false)
        }
    }

    @Test(arguments: ["/v1/decisions", "/v1/merges", "/v1/splits"])
    func onlyStewardsDecide(path: String) async throws {
        try await TestHubServer.run { hub async throws in
            for role in [AccessRole.reader, .platform, .subscriber] {
                #expect(try await hub.call("POST", path, as: role, body: "{}").code == "forbidden", "\(role)")
            }
        }
    }

    @Test func aPreviewSaysWhatAReportWouldDoWithoutAnybodysValues() async throws {
        try await TestHubServer.run { hub async throws in
            let (sap, _) = try await pair(hub)
            let preview = try await hub.call(
                "POST", "/v1/matches:preview", as: .reader,
                body: #"{"entity": "customer", "platform": "salesforce", "attributes": {"legalName": "Kestrel Marine Supplies", "duns": "150483782"}}"#)
            #expect(preview.status == 200 && preview["outcome"]?.text == "match", "\(preview)")
            let candidate = try #require(preview["candidates"]?.elements?.first?.members)
            #expect(candidate["goldenId"]?.text == sap && candidate["nativeId"]?.text == "1")
            #expect(candidate["explanation"]?.members?["identifier"]?.text == "duns")
            #expect(!"\(preview)".contains("kestrel"))
            let explained = try await hub.call(
                "POST", "/v1/matches:explain", as: .steward,
                body: #"{"entity": "customer", "records": [{"platform": "sap", "nativeId": "1"}, {"platform": "zuora", "nativeId": "A1"}]}"#)
            #expect(explained.status == 200 && explained["outcome"]?.text == "nonMatch" && explained["together"] == .bool(false), "\(explained)")
            let explanation = try await hub.call("GET", "/v1/customers/\(sap)/explanation", as: .reader)
            #expect(explanation["members"]?.elements?.first?.members?["nearest"] == .null, "\(explanation)")
        }
    }

    @Test func reviewsSayWhyTheyWaitHowLikelyTheyAreAndHowOld() async throws {
        try await TestHubServer.run { hub async throws in
            // One number, and everything else speaks against it: a steward has to look.
            for (id, name, site) in [("zuora/customer/A1", "Kestrel Marine Supplies Ltd", "kestrel"), ("zuora/customer/A2", "Heron Bakery", "heron-bread")] {
                let report = #"{"attributes": {"legalName": "\#(name)", "website": "https://\#(site).com", "duns": "150483782"}}"#
                _ = try await hub.call("PUT", "/v1/source-records/\(id)", as: .admin, body: report)
            }
            let page = try await hub.call("GET", "/v1/reviews?entity=customer&include=explanation", as: .steward)
            let review = try #require(page["reviews"]?.elements?.first?.members, "\(page)")
            #expect(review["cause"]?.text == "possibleMatch" && review["probability"] != nil && review["ageSeconds"] != nil)
            #expect(review["explanation"]?.members?["identifier"]?.text == "duns")
            // A review's records can be sent back as they are.
            let records = JSONValue.array(review["records"]?.elements ?? []).jsonText
            let decision = try await hub.call(
                "POST", "/v1/decisions", as: .steward, body: #"{"decision": "different", "records": \#(records), "reason": "two firms"}"#)
            #expect(decision.status == 201, "\(decision)")
            #expect(try await hub.call("GET", "/v1/reviews", as: .steward)["reviews"]?.elements == [])
        }
    }
}
