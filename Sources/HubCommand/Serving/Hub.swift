import HubServer
import HubStore
import Logging
import MasterData
import Mastering
import Notifications
import ServiceLifecycle
import UnixSignals

/// The running hub: pipeline, write queue, feed, sequencer and HTTP over one open database.
struct Hub {
    let policies: PolicySet
    let store: HubStore
    let address: HubApplication.Address
    /// Say where it listens as a JSON object.
    let wantsJSON: Bool
    let logger: Logger

    /// How long requests under way may take once the hub is asked to stop.
    static let longestFarewell: Duration = .seconds(30)

    /// Serves until SIGTERM or SIGINT; then takes nothing new and finishes what it has taken.
    func run() async throws {
        let committed = FeedSignal()
        let ticked = FeedSignal()
        let pipeline = MasteringPipeline(store: store, policies: policies) { committed.fire() }
        let services = HubServices(
            policies: policies, store: store, lookups: CrosswalkCoalescer(store: store), keys: AccessKeyCache(store: store), pipeline: pipeline,
            writes: WriteQueue(pipeline: pipeline), feed: EventFeed(store: store, ticked: ticked))
        let wantsJSON = wantsJSON
        let http = HubApplication(services: services, address: address, logger: logger) { bound in
            Terminal.write(wantsJSON ? JSONValue.object(["listening": .string(bound.url)]).jsonText + "\n" : "listening on \(bound.url)\n")
        }
        // Stopped from the last to the first: nothing comes in any more before those who serve it end.
        var configuration = ServiceGroupConfiguration(
            services: [
                .init(service: Housekeeping(store: store, logger: logger)),
                .init(service: Sequencer(store: store, committed: committed, ticked: ticked, logger: logger)),
                .init(service: http),
            ],
            gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        configuration.maximumGracefulShutdownDuration = Self.longestFarewell
        try await ServiceGroup(configuration: configuration).run()
    }
}
