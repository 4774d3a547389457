package import FoundationEssentials
import HubStore
import Logging
import MasterData

/// What folding the feed gave.
package struct FoldReport: Sendable, Hashable {
    package var events: Int64 = 0
    package var goldenRecords: Int64 = 0
    /// Golden records whose fold differs from the golden table.
    package var mismatches: Int64 = 0
    /// Up to ten of them, to start looking at.
    package var examples: [UUID] = []
    /// The start of the feed has expired: records were taken as their first kept event found them, and those without any were left out.
    package var isTruncated = false
}

extension EventFeed {
    /// Replays all events from the start and compares the result with the golden table: attributes, version, status and redirect.
    /// Also counts a record whose versions do not rise by one or whose `before` is not the `after` of the event before.
    ///
    /// Feed and table are read as of one moment; memory holds about 60 bytes for each golden record.
    package func fold() async throws -> FoldReport {
        // Large backlogs read faster from ticks. Where they cannot be cut, they are still read, below.
        do { try await Sequencer.cutOnce(store: store, logger: Logger(label: "mdm.feed")) } catch is SequencerError {}
        return try await store.withFeedSnapshot { snapshot in
            let first = try await snapshot.bounds().first
            var fold = FeedFold(isTruncated: first > 0)
            var position = first > 0 ? FeedPosition.end(ofTick: first, epoch: 0) : .start
            while case let events = try await snapshot.events(after: position, limit: Self.pageLimit), let last = events.last {
                for event in events { fold.apply(event) }
                position = last.position
            }
            var seq: Int64 = 0
            while case let events = try await snapshot.untickedEvents(afterSeq: seq, limit: Self.pageLimit), let last = events.last {
                for event in events { fold.apply(event) }
                seq = last.position.seq
            }
            var after: UUID?
            while case let states = try await snapshot.goldenStates(after: after, limit: Self.pageLimit), let last = states.last {
                for state in states { fold.compare(state) }
                after = last.goldenId
            }
            return fold.finish()
        }
    }
}

/// The state that events add up to. Pure; values are kept as hashes with a random seed, which differ for different values but
/// for one chance in 2^64.
struct FeedFold {
    private struct Folded {
        var version: Int64
        var attributes: Int
        var status: GoldenStatus
        var mergedInto: UUID?
        var isBroken: Bool
    }

    private var report = FoldReport()
    private var folded: [UUID: Folded] = [:]

    init(isTruncated: Bool) {
        report.isTruncated = isTruncated
    }

    mutating func apply(_ event: ChangeEvent) {
        report.events += 1
        let before = folded[event.goldenId]
        let follows =
            if let before {
                event.goldenVersion == before.version + 1 && event.beforeJSON.map { Self.hash($0) } == before.attributes
            } else {
                report.isTruncated || (event.goldenVersion == 1 && event.beforeJSON == nil)
            }
        folded[event.goldenId] = Folded(
            version: event.goldenVersion, attributes: Self.hash(event.afterJSON ?? ""), status: event.status, mergedInto: event.mergedInto,
            isBroken: !follows || before?.isBroken ?? false)
    }

    mutating func compare(_ state: GoldenState) {
        report.goldenRecords += 1
        guard let own = folded.removeValue(forKey: state.goldenId) else {
            if !report.isTruncated { mismatch(state.goldenId) }
            return
        }
        let isEqual =
            !own.isBroken && own.version == state.version && own.status == state.status && own.mergedInto == state.mergedInto
            && own.attributes == Self.hash(state.attributesJSON)
        if !isEqual { mismatch(state.goldenId) }
    }

    /// What is left was told by events but is not in the table.
    mutating func finish() -> FoldReport {
        for goldenId in folded.keys.sorted(by: UUID.older) { mismatch(goldenId) }
        folded = [:]
        return report
    }

    private mutating func mismatch(_ goldenId: UUID) {
        report.mismatches += 1
        if report.examples.count < 10 { report.examples.append(goldenId) }
    }

    private static func hash(_ text: String) -> Int {
        var text = text
        return text.withUTF8 { bytes in
            var hasher = Hasher()
            hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
            return hasher.finalize()
        }
    }
}
