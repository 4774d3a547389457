import HubStore
import HubStoreTesting
import MasterData
import Notifications
import Testing

@Suite struct ServerSentEventsTests {
    @Test func oneFrameForEachEntryWithItsPositionAsId() async throws {
        try await withBench { bench in
            let writer = GoldenWriter(bench.store)
            let id = TimeOrderedId.make()
            try await writer.write([id])
            try await writer.write([id])
            try await bench.cut()
            let page = try await bench.feed.read(limit: 10)
            let events = CloudEventWriter(source: "/hub")
            var output: [UInt8] = []
            ServerSentEvents(events).append(page.entries, to: &output)
            let expected = page.entries.map { entry in
                "id: \(entry.position.text)\nevent: \(events.type(of: entry))\ndata: \(String(decoding: events.json(entry), as: UTF8.self))\n\n"
            }
            #expect(String(decoding: output, as: UTF8.self) == expected.joined())
            #expect(expected[1].contains("event: customer.changed.v1\n"))
        }
    }
}
