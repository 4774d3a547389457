import HubStore
import Testing

@Suite struct FeedPositionTests {
    @Test func textsSortAsPositionsDo() {
        var seed = SystemRandomNumberGenerator()
        let numbers: [Int64] = [0, 1, 9, 10, 99, 100, 99_999_999]
        let positions = (0..<500).map { _ in
            // Ticks rise across epochs, so a tick has one epoch.
            let tick = numbers.randomElement(using: &seed) ?? 0
            return FeedPosition(epoch: tick / 10, tick: tick, seq: numbers.randomElement(using: &seed) ?? 0)
        }
        #expect(positions.sorted().map(\.text) == positions.map(\.text).sorted())
        for position in positions { #expect(FeedPosition(position.text) == position) }
        #expect(FeedPosition.end(ofTick: 7, epoch: 1) > FeedPosition(epoch: 1, tick: 7, seq: 123_456_789_012))
        #expect(FeedPosition.end(ofTick: 7, epoch: 1) < FeedPosition(epoch: 1, tick: 8, seq: 0))
    }

    @Test(arguments: [
        "", "0", "1.2.3", "00000001.000000000002.000000000000000", "00000001.000000000002.00000000000000033", "0000000a.000000000002.0000000000000003",
        "00000001.000000000002.0000000000000003 ", "-0000001.000000000002.0000000000000003", "00000001.000000000002.0000000000000003.", "٠٠٠٠٠٠٠١.000000000002.0000000000000003",
    ])
    func otherTextsAreNoPositions(_ text: String) {
        #expect(FeedPosition(text) == nil)
    }

    @Test func theTextIsPadded() {
        #expect(FeedPosition(epoch: 3, tick: 42, seq: 917).text == "00000003.000000000042.0000000000000917")
    }
}
