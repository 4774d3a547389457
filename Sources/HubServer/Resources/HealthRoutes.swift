import FoundationEssentials
import HTTPTypes
import HubStore

/// `/healthz`, `/readyz` and `/metrics`: for those who run the hub.
struct HealthRoutes: Sendable {
    let services: HubServices
    let metrics: ServerMetrics
    let metricsNeedKey: Bool

    var routes: [Route] {
        [
            Route(
                method: .get, path: "/healthz", operationId: "getHealth", summary: "The hub is alive", tag: "Service", access: .open,
                answers: [AnswerDescription(status: 200, summary: "It is", schema: "Health")], isUntimed: true, handler: health),
            Route(
                method: .get, path: "/readyz", operationId: "getReadiness", summary: "The hub can reach its database", tag: "Service", access: .open,
                answers: [AnswerDescription(status: 200, summary: "It can", schema: "Health")], handler: readiness),
            Route(
                method: .get, path: "/metrics", operationId: "getMetrics", summary: "Metrics in Prometheus' text format", tag: "Service",
                access: metricsNeedKey ? .roles([.admin, .reader]) : .open,
                answers: [AnswerDescription(status: 200, summary: "The metrics", schema: "Text", mediaType: "text/plain")], handler: metricsText),
        ]
    }

    private func health(_ call: Call) async throws -> Reply { Reply(json: Self.healthy) }

    private func readiness(_ call: Call) async throws -> Reply {
        // Any answer will do: it takes a connection, the schema, and the right to read it.
        _ = try await services.store.goldenRecord(UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)))
        return Reply(json: Self.healthy)
    }

    private func metricsText(_ call: Call) async throws -> Reply { Reply(json: await metrics.text(), type: PrometheusText.mediaType) }

    private static let healthy = Array("{\"status\":\"ok\"}".utf8)
}
