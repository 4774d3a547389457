import HTTPTypes
import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore
import ServiceLifecycle

/// The hub's HTTP service: everything under `/v1`, health, metrics and descriptions.
///
/// Runs in a `ServiceGroup`. On graceful shutdown it accepts nothing new, finishes the requests it has taken and ends event streams.
package struct HubApplication: Service {
    /// Where to listen; port 0 takes any free port.
    package struct Address: Sendable, Hashable {
        package var host: String
        package var port: Int

        package init(host: String = "127.0.0.1", port: Int = 8080) {
            self.host = host
            self.port = port
        }
    }

    private let application: Application<HubResponder>

    /// - Parameters:
    ///   - metricsNeedKey: Whether `/metrics` is for keys with the role `admin` or `reader` only.
    ///   - listening: Called once, with the address that was bound.
    package init(
        services: HubServices, address: Address, limits: ServerLimits = ServerLimits(), metricsNeedKey: Bool = false, logger: Logger,
        listening: @escaping @Sendable (Address) async -> Void = { _ in }
    ) {
        let bounds = ConnectionBounds(
            head: TimeAmount(limits.gapTime), bodyGap: TimeAmount(limits.gapTime), stalledWrite: TimeAmount(limits.stallTime))
        let channel = HTTP1Channel.Configuration(
            additionalChannelHandlers: [ConnectionGuard(bounds: bounds)],
            idleTimeout: TimeAmount(limits.idleTime),
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: limits.headerBytes / 2, maxHeaderListSize: limits.headerBytes, maxHeaderFieldCount: 100))
        // Hummingbird says at INFO where it listens; the command line says it in its own words.
        var quiet = logger
        quiet.logLevel = max(logger.logLevel, .notice)
        let metrics = ServerMetrics(gauges: services.gauges)
        let routes = RouteTable(services: services, limits: limits, metrics: metrics, metricsNeedKey: metricsNeedKey).routes
        application = Application(
            responder: HubResponder(routes: routes, services: services, metrics: metrics, limits: limits, logger: logger),
            server: .http1(configuration: channel),
            configuration: ApplicationConfiguration(
                address: .hostname(address.host, port: address.port), serverName: "mdm-hub", backlog: 1_024,
                availableConnectionsDelegate: MaximumAvailableConnections(
                    OpenFiles.connections(wanted: limits.connections, bound: OpenFiles.raiseBound()), logger: quiet)),
            onServerRunning: { channel in
                await listening(Address(host: address.host, port: channel.localAddress?.port ?? address.port))
            },
            logger: quiet)
    }

    package func run() async throws {
        try await application.run()
    }
}
