package import HubStore
package import MasterData
package import Mastering
package import Notifications

/// The parts of the hub that HTTP is a door to.
package struct HubServices: Sendable {
    package var policies: PolicySet
    package var store: HubStore
    package var lookups: CrosswalkCoalescer
    package var keys: AccessKeyCache
    package var pipeline: MasteringPipeline
    package var writes: WriteQueue
    package var feed: EventFeed
    /// What other parts want seen under `/metrics`.
    package var gauges: [Gauge]

    package init(
        policies: PolicySet, store: HubStore, lookups: CrosswalkCoalescer, keys: AccessKeyCache, pipeline: MasteringPipeline,
        writes: WriteQueue, feed: EventFeed, gauges: [Gauge] = []
    ) {
        self.policies = policies
        self.store = store
        self.lookups = lookups
        self.keys = keys
        self.pipeline = pipeline
        self.writes = writes
        self.feed = feed
        self.gauges = gauges
    }
}
