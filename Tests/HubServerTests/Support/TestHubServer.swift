
import HTTPTesting
@testable import HubServer
import HubStore
import Logging
import MasterData
import Mastering
import Matching
import Notifications
import PostgresClient
import PostgresTesting
import ServiceLifecycle
import Synchronization
import Testing

/// A whole hub over HTTP on a port of its own, with a database of its own.
struct TestHubServer: Sendable {
    let port: Int
    let store: HubStore
    let group: ServiceGroup
    private let keyTexts: [AccessRole: String]
    /// A second platform's key; the first is that of the role `platform`, which is `sap`.
    let salesforceKey: String

    /// - Parameters:
    ///   - sequences: Whether the feed is sequenced as in a running hub; costs a connection.
    ///   - body: Gets the server while it listens; the group is shut down gracefully afterwards.
    static func run(
        limits: ServerLimits = ServerLimits(), sequences: Bool = false, metricsNeedKey: Bool = false,
        _ body: @Sendable (TestHubServer) async throws -> Void
    ) async throws {
        try await withTestDatabase(template: .hubServer) { url in
            let client = PostgresClient(PostgresConfiguration(url: url, poolSize: 8, applicationName: "test"), logger: TestDatabase.quiet)
            let store = HubStore(client: client)
            var keys: [AccessRole: String] = [:]
            for role in AccessRole.allCases {
                keys[role] = try await store.createKey(role: role, platform: role == .platform ? "sap" : nil).text
            }
            let salesforceKey = try await store.createKey(role: .platform, platform: "salesforce").text
            let (committed, ticked) = (FeedSignal(), FeedSignal())
            let pipeline = MasteringPipeline(
                store: store, policies: .test, models: [.customer: .customer, .product: .product, .contract: .contract],
                committed: { committed.fire() })
            let services = HubServices(
                policies: .test, store: store, lookups: CrosswalkCoalescer(store: store), keys: AccessKeyCache(store: store), pipeline: pipeline,
                writes: WriteQueue(pipeline: pipeline), feed: EventFeed(store: store, ticked: ticked),
                gauges: [Gauge(name: "mdm_test_gauge_count", help: "A gauge of this test.") { 42 }])
            let (ports, port) = AsyncStream.makeStream(of: Int.self)
            let application = HubApplication(
                services: services, address: .init(port: 0), limits: limits, metricsNeedKey: metricsNeedKey, logger: TestDatabase.quiet,
                listening: { port.yield($0.port) })
            var running: [any Service] = [application]
            if sequences { running.append(Sequencer(store: store, committed: committed, ticked: ticked, logger: TestDatabase.quiet)) }
            let group = ServiceGroup(configuration: .init(services: running, logger: TestDatabase.quiet))
            do {
                try await withThrowingTaskGroup(of: Void.self) { tasks in
                    tasks.addTask { try await group.run() }
                    var iterator = ports.makeAsyncIterator()
                    let bound = try #require(await iterator.next())
                    let server = TestHubServer(port: bound, store: store, group: group, keyTexts: keys, salesforceKey: salesforceKey)
                    do {
                        try await body(server)
                    } catch {
                        await group.triggerGracefulShutdown()
                        throw error
                    }
                    await group.triggerGracefulShutdown()
                    try await tasks.waitForAll()
                }
                await client.close()
            } catch {
                await client.close()
                throw error
            }
        }
    }

    func key(_ role: AccessRole) -> String { keyTexts[role] ?? "" }

    /// One request on a connection of its own.
    @discardableResult
    func call(
        _ method: String, _ target: String, as role: AccessRole? = .admin, key: String? = nil, fields: [String: String] = [:], body: String? = nil
    ) async throws -> HTTPAnswer {
        let text = HTTPText.request(
            method, target, key: key ?? role.map(self.key), fields: fields.merging(["Connection": "close"]) { own, _ in own }, body: body)
        return try await RawConnection.exchange(port: port, Array(text.utf8), answers: 1, isHead: method == "HEAD")[0]
    }

    /// A platform's report, which must be taken.
    @discardableResult
    func put(_ platform: String, _ entity: String = "customer", _ id: String, _ attributes: String) async throws -> HTTPAnswer {
        let answer = try await call("PUT", "/v1/source-records/\(platform)/\(entity)/\(id)", body: #"{"attributes": \#(attributes)}"#)
        #expect([200, 201].contains(answer.status), "\(answer)")
        return answer
    }
}

extension DatabaseTemplate {
    static let hubServer = DatabaseTemplate(name: "hub_server") { client in _ = try await Migrator(client).migrate() }
}

extension PolicySet {
    /// Few attributes, every kind of ownership that HTTP shows.
    static let test = PolicySet(
        version: "0123456789abcdef",
        entities: [
            .customer: EntityPolicy(
                entity: .customer,
                attributes: [
                    AttributePolicy(name: "legalName", type: .organisationName, ownership: Ownership(platform: "sap"), otherwise: ["salesforce"]),
                    AttributePolicy(name: "website", type: .url, ownership: Ownership(platform: "salesforce"), onConflict: .reject),
                    AttributePolicy(
                        name: "paymentTerms", type: .code(reference: nil),
                        ownership: Ownership(periods: [
                            .init(platform: "netsuite", until: "2027-01-01"), .init(platform: "sap", from: "2027-01-01"),
                        ])),
                    AttributePolicy(name: "duns", type: .duns),
                    AttributePolicy(name: "notes", type: .text),
                ]),
            .product: EntityPolicy(entity: .product, attributes: [AttributePolicy(name: "name", type: .text)]),
            .contract: EntityPolicy(
                entity: .contract,
                attributes: [AttributePolicy(name: "number", type: .text), AttributePolicy(name: "customer", type: .reference(to: .customer))]),
        ],
        platforms: Dictionary(
            uniqueKeysWithValues: [
                PlatformPolicy(name: "sap", kind: .sap), PlatformPolicy(name: "salesforce", kind: .salesforce),
                PlatformPolicy(name: "zuora", kind: .zuora),
                PlatformPolicy(name: "netsuite", kind: .netsuite), PlatformPolicy(name: "crm", kind: .other),
            ].map { ($0.name, $0) }))
}
