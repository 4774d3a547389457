import HTTPTesting
import HubStore
import MasterData
import PostgresClient
import Testing

@testable import HubServer

@Suite struct HealthRoutesTests {
    @Test func needsNoKey() async throws {
        try await TestHubServer.run { hub async throws in
            for path in ["/healthz", "/readyz", "/metrics", "/openapi.json", "/asyncapi.json"] {
                #expect(try await hub.call("GET", path, as: nil).status == 200, "\(path)")
            }
        }
    }

    @Test func isNotReadyWithoutItsDatabase() async throws {
        try await TestHubServer.run { hub async throws in
            await hub.store.client.close()
            let answer = try await hub.call("GET", "/readyz", as: nil)
            #expect(answer.status == 503)
            #expect(answer.code == "database-away")
            #expect(try await hub.call("GET", "/healthz", as: nil).status == 200)
        }
    }

    @Test func metricsCountByRouteAndNeverByPath() async throws {
        try await TestHubServer.run { hub async throws in
            try await hub.call("GET", "/v1/crosswalks/crm/customer/canary-4711")
            try await hub.call("GET", "/canary-4711")
            let text = try await hub.call("GET", "/metrics", as: nil).text
            #expect(
                text.contains(#"mdm_http_requests_total{method="GET",route="/v1/crosswalks/{platform}/{entity}/{nativeId}",status="404"} 1"#),
                "\(text)")
            #expect(text.contains(#"mdm_http_requests_total{method="other",route="unmatched",status="404"} 1"#), "\(text)")
            #expect(text.contains("mdm_test_gauge_count 42\n"))
            #expect(!text.contains("canary"))
            for line in text.split(separator: "\n") where !line.hasPrefix("#") {
                #expect(line.wholeMatch(of: /[a-z_]+(\{[^}]*\}|\{.*\})? [0-9.]+/) != nil, "\(line)")
            }
        }
    }

    @Test func metricsMayNeedAKey() async throws {
        try await TestHubServer.run(metricsNeedKey: true) { hub async throws in
            #expect(try await hub.call("GET", "/metrics", as: nil).status == 401)
            #expect(try await hub.call("GET", "/metrics", as: .reader).status == 200)
            #expect(try await hub.call("GET", "/metrics", as: .subscriber).status == 403)
        }
    }
}
