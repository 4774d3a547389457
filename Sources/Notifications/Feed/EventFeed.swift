package import HubStore

/// An entry of the feed: a change, or word that changes are missing.
package enum FeedEntry: Sendable, Hashable {
    case change(ChangeEvent)
    case gap(FeedGap)

    package var position: FeedPosition {
        switch self {
        case .change(let event): event.position
        case .gap(let gap): gap.resumesAfter
        }
    }
}

/// Changes behind a position have expired; the reader lacks them and should compare its records with the hub's.
package struct FeedGap: Sendable, Hashable {
    package var after: FeedPosition
    /// Everything behind this position is there.
    package var resumesAfter: FeedPosition
}

/// A page of the feed.
package struct FeedPage: Sendable, Hashable {
    package var entries: [FeedEntry]
    /// Where the next page starts.
    package var next: FeedPosition
}

/// The pull feed: all committed changes, each exactly once per reading, in the order of the tick ledger, which is the order of
/// versions for each golden record. Positions stay valid for as long as their ticks are kept.
package struct EventFeed: Sendable {
    /// Entries in one page.
    package static let pageLimit = 1_000

    let store: HubStore
    private let ticked: FeedSignal

    /// - Parameter ticked: the one that this process's `Sequencer` fires.
    package init(store: HubStore, ticked: FeedSignal) {
        self.store = store
        self.ticked = ticked
    }

    /// Reads a position as text.
    package static func position(_ text: String) throws(FeedError) -> FeedPosition {
        guard let position = FeedPosition(text) else { throw .malformedPosition }
        return position
    }

    /// Behind the newest event: where to start for what is yet to come.
    package func end() async throws -> FeedPosition {
        let bounds = try await store.feed(after: .start, limit: 0).bounds
        return bounds.last == 0 ? .start : .end(ofTick: bounds.last, epoch: bounds.lastEpoch)
    }

    /// The entries behind a position, at most `limit` and `pageLimit`; from the start where none is given.
    ///
    /// What was committed before the call is in the answer, if the page has room for it: where the sequencer has yet to cut it, this
    /// waits for that, but no longer than a quarter of a second. A position beyond the end is one that the hub has yet to reach: the
    /// page is empty and its `next` the same position.
    /// - Throws: `FeedError.foreignPosition`, `PostgresError`.
    package func read(after position: FeedPosition? = nil, limit: Int) async throws -> FeedPage {
        let after = position ?? .start
        let limit = min(max(limit, 1), Self.pageLimit)
        let end = ContinuousClock.now.advanced(by: .milliseconds(250))
        var firstLook: Int64?
        while true {
            let seen = ticked.generation
            let (events, bounds, hasUnticked) = try await store.feedAndBacklog(after: after, limit: limit)
            // The tick that was being cut at the first look may miss what was committed then; the one behind it does not.
            let isSettled = !hasUnticked || events.count == limit || bounds.last > (firstLook ?? bounds.last) + 1
            let rest = ContinuousClock.now.duration(to: end)
            if isSettled || rest <= .zero { return try await page(events, bounds, after: after) }
            firstLook = firstLook ?? bounds.last
            await ticked.wait(beyond: seen, atMost: min(rest, .milliseconds(20)))
            try Task.checkCancellation()
        }
    }

    private func page(_ events: [ChangeEvent], _ bounds: FeedBounds, after: FeedPosition) async throws -> FeedPage {
        if after.tick > bounds.last { return FeedPage(entries: [], next: after) }
        if Self.hasExpired(after, bounds) {
            let gap = FeedGap(after: after, resumesAfter: try await endOfFirstTick(bounds.first))
            return FeedPage(entries: [.gap(gap)], next: gap.resumesAfter)
        }
        if after.tick > 0, let epoch = bounds.epoch, epoch != after.epoch { throw FeedError.foreignPosition(after) }
        return FeedPage(entries: events.map { .change($0) }, next: events.last?.position ?? after)
    }

    /// What ticks hold behind a position; where there is nothing, waits up to `wait` for an entry.
    package func read(after position: FeedPosition? = nil, limit: Int, wait: Duration) async throws -> FeedPage {
        let after = position ?? .start
        let end = ContinuousClock.now.advanced(by: wait)
        while true {
            let seen = ticked.generation
            let (events, bounds) = try await store.feed(after: after, limit: min(max(limit, 1), Self.pageLimit))
            let page = try await page(events, bounds, after: after)
            let rest = ContinuousClock.now.duration(to: end)
            if !page.entries.isEmpty || rest <= .zero { return page }
            // Look again after a second at the latest, so that a lost signal costs a second and no more.
            await ticked.wait(beyond: seen, atMost: min(rest, .seconds(1)))
            try Task.checkCancellation()
        }
    }

    /// The oldest tick that is kept stands for the state before: what it held is gone in part. Behind it everything is there.
    private static func hasExpired(_ after: FeedPosition, _ bounds: FeedBounds) -> Bool {
        guard bounds.first > 0 else { return false }
        return after.tick < bounds.first || (after.tick == bounds.first && after != .end(ofTick: after.tick, epoch: after.epoch))
    }

    private func endOfFirstTick(_ tick: Int64) async throws -> FeedPosition {
        let probe = FeedPosition(epoch: 0, tick: tick, seq: .max)
        return .end(ofTick: tick, epoch: try await store.feed(after: probe, limit: 0).bounds.epoch ?? 0)
    }
}
