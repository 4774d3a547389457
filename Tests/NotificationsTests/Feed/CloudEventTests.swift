import HubStore
import HubStoreTesting
import MasterData
@testable import Notifications
import Testing

@Suite struct CloudEventTests {
    private let writer = CloudEventWriter(source: "/hub")

    private func object(_ entry: FeedEntry) throws -> JSONObject { try JSONParser.parseObject(writer.json(entry)) }

    @Test func aChangeHasEveryAttributeOfItsKind() async throws {
        try await withBench { bench in
            let golden = GoldenWriter(bench.store)
            let id = TimeOrderedId.make()
            let survivor = TimeOrderedId.make()
            try await golden.write([id], attributes: #"{"legalName":"Acme \"A\" é"}"#, linked: #"[["sap","1"],["zuora","Z"]]"#)
            try await golden.write([id], attributes: "{}", status: .merged, mergedInto: survivor, kind: .merged, origin: nil)
            try await bench.cut()
            let page = try await bench.feed.read(limit: 10)
            let events = page.entries.compactMap { entry -> ChangeEvent? in if case .change(let event) = entry { event } else { nil } }
            let created = try object(page.entries[0])
            #expect(created == [
                "specversion": "1.0", "id": .string(events[0].eventId.text), "source": "/hub", "type": "customer.created.v1",
                "subject": .string(id.text), "time": .string(events[0].recordedAt.text), "datacontenttype": "application/json",
                "dataschema": "urn:mdm-hub:schema:customer.created:1.0", "sequence": .string(events[0].position.text), "correlationid": "c-1",
                "data": .object([
                    "entity": "customer", "goldenId": .string(id.text), "goldenVersion": .number("1"), "status": "active",
                    "changed": ["legalName"], "before": .null, "after": .object(["legalName": #"Acme "A" é"#]), "origin": "sap",
                    "linked": [.object(["platform": "sap", "nativeId": "1"]), .object(["platform": "zuora", "nativeId": "Z"])],
                ]),
            ])
            let merged = try object(page.entries[1])
            #expect(merged["type"] == "customer.merged.v1")
            guard case .object(let data)? = merged["data"] else { return #expect(Bool(false), "no data") }
            #expect(data["mergedInto"] == .string(survivor.text))
            #expect(data["origin"] == .null)
            #expect(data["before"] == .object(["legalName": #"Acme "A" é"#]))
            #expect(data["linked"] == nil)
        }
    }

    @Test func aGapSaysFromWhereToWhere() throws {
        let gap = FeedGap(after: FeedPosition(epoch: 1, tick: 2, seq: 3), resumesAfter: .end(ofTick: 9, epoch: 2))
        let event = try object(.gap(gap))
        #expect(event["type"] == "feed.gap.v1")
        #expect(event["sequence"] == .string(gap.resumesAfter.text))
        guard case .object(let data)? = event["data"] else { return #expect(Bool(false), "no data") }
        #expect(data["after"] == .string(gap.after.text))
        #expect(data["resumesAfter"] == .string(gap.resumesAfter.text))
    }

    @Test func storedLineBreaksDoNotBreakAFrame() async throws {
        try await withBench { bench in
            try await GoldenWriter(bench.store).write([TimeOrderedId.make()], attributes: "{\n\"a\": 1\r\n}")
            try await bench.cut()
            let page = try await bench.feed.read(limit: 1)
            let entry = try #require(page.entries.first)
            #expect(!writer.json(entry).contains(UInt8(ascii: "\n")))
            #expect(throws: Never.self) { try object(entry) }
        }
    }
}
