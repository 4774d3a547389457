import HTTPTypes
import Testing

@testable import HubServer

@Suite struct TraceTests {
    private let parent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"

    @Test func takesWhatIsUsable() {
        let trace = Trace([.correlationId: "order-17/ä".filter(\.isASCII), .traceparent: parent])
        #expect(trace == Trace([.correlationId: "order-17/", .traceparent: parent]))
        #expect(trace.traceparent == parent)
    }

    @Test(arguments: ["", " ", "a b", "a\"b", "a\\b", "ä", String(repeating: "x", count: 129), "a\u{7F}"])
    func replacesAnUnusableCorrelationId(text: String) {
        #expect(!Trace.isCorrelationId(text))
    }

    @Test(arguments: [
        "", "00", "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01", "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736_00f067aa0ba902b7-01", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-0",
    ])
    func refusesAnUnusableTraceparent(text: String) {
        #expect(!Trace.isTraceparent(text))
    }

    @Test func makesWhatIsMissing() {
        var seen: Set<String> = []
        for _ in 0..<1_000 {
            let trace = Trace([:])
            #expect(Trace.isTraceparent(trace.traceparent), "\(trace.traceparent)")
            #expect(trace.correlationId.utf8.count == 36)
            #expect(Array(trace.correlationId)[14] == "7", "\(trace.correlationId)")
            #expect("89ab".contains(Array(trace.correlationId)[19]))
            seen.insert(trace.correlationId)
            seen.insert(trace.traceparent)
        }
        #expect(seen.count == 2_000)
    }
}
