/// A place in the change feed: behind the event `seq` of a tick. Its text sorts as the feed does.
package struct FeedPosition: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Of the sequencer that cut the tick: tells histories apart after a restore.
    package var epoch: Int64
    package var tick: Int64
    package var seq: Int64

    package init(epoch: Int64, tick: Int64, seq: Int64) {
        self.epoch = epoch
        self.tick = tick
        self.seq = seq
    }

    /// Before the first event.
    package static let start = FeedPosition(epoch: 0, tick: 0, seq: 0)

    private static let widths = [8, 12, 16]

    /// Behind all events of a tick.
    package static func end(ofTick tick: Int64, epoch: Int64) -> FeedPosition {
        FeedPosition(epoch: epoch, tick: tick, seq: 9_999_999_999_999_999)
    }

    /// `epoch.tick.seq`, zero-padded to 8, 12 and 16 digits: enough for a thousand ticks a second for thirty years.
    package var text: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(38)
        append(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    package func append(to output: inout [UInt8]) {
        for (index, number) in [epoch, tick, seq].enumerated() {
            if index > 0 { output.append(UInt8(ascii: ".")) }
            let digits = String(number).utf8
            for _ in 0..<max(0, Self.widths[index] - digits.count) { output.append(UInt8(ascii: "0")) }
            output.append(contentsOf: digits)
        }
    }

    package var description: String { text }

    /// Nil where `text` is not exactly what `text` of a position gives.
    package init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3 else { return nil }
        var numbers: [Int64] = []
        for (part, width) in zip(parts, Self.widths) {
            guard part.count == width, part.allSatisfy({ $0 >= 48 && $0 <= 57 }) else { return nil }
            numbers.append(part.reduce(0) { $0 * 10 + Int64($1 - 48) })
        }
        self.init(epoch: numbers[0], tick: numbers[1], seq: numbers[2])
    }

    /// The feed's order: ticks rise by one across epochs.
    package static func < (left: FeedPosition, right: FeedPosition) -> Bool {
        (left.tick, left.seq, left.epoch) < (right.tick, right.seq, right.epoch)
    }
}
