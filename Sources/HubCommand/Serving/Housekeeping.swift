import HubStore
import Logging
import PostgresClient
import ServiceLifecycle

/// What a hub does now and then: makes the partitions of the coming weeks, and drops answers kept for repeated requests once they expire.
struct Housekeeping: Service {
    let store: HubStore
    let logger: Logger
    var pause: Duration = .seconds(3600)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    _ = try await store.client.query(Queries.makePartitions)
                    // In bites, so that no statement holds others up.
                    while try await store.expireAnswers() > 0 {}
                } catch {
                    logger.warning("housekeeping failed and will be tried again", metadata: ["reason": "\(error)", "after": "\(pause)"])
                }
                try? await Task.sleep(for: pause)
            }
        }
    }
}
