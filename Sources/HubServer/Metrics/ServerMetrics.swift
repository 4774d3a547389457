import HTTPTypes
import Synchronization

/// A number that another part of the hub wants seen under `/metrics`.
package struct Gauge: Sendable {
    package enum Kind: String, Sendable {
        case gauge, counter
    }

    package var name: String
    package var kind: Kind
    package var help: String
    package var value: @Sendable () async -> Int64

    /// - Parameter name: As Prometheus asks for it, with the unit last: `mdm_write_queue_depth_reports`.
    package init(name: String, kind: Kind = .gauge, help: String, value: @escaping @Sendable () async -> Int64) {
        self.name = name
        self.kind = kind
        self.help = help
        self.value = value
    }
}

/// What the HTTP service counts about itself.
final class ServerMetrics: Sendable {
    private let routes = Mutex<[RouteMeter]>([])
    /// Requests that met no route: wrong paths, wrong methods, unusable targets.
    let unmatched = RouteMeter(method: "other", name: "unmatched")
    private let inFlight = Atomic<Int>(0)
    private let gauges: [Gauge]

    init(gauges: [Gauge]) {
        self.gauges = gauges
    }

    /// A meter of the route's own, which from now on is part of the text.
    func meter(for route: Route) -> RouteMeter {
        let meter = RouteMeter(method: route.method.rawValue, name: route.path)
        routes.withLock { $0.append(meter) }
        return meter
    }

    func begin() { inFlight.add(1, ordering: .relaxed) }
    func end() { inFlight.subtract(1, ordering: .relaxed) }

    func text() async -> [UInt8] {
        var text = PrometheusText()
        let meters = (routes.withLock { $0 } + [unmatched]).map { (meter: $0, counts: $0.snapshot) }.filter { $0.counts.total > 0 }
        text.family("mdm_http_requests_total", type: "counter", help: "Answers by route and status.")
        for (meter, counts) in meters {
            for (status, number) in counts.statuses.sorted(by: { $0.key < $1.key }) {
                text.sample("mdm_http_requests_total", [("method", meter.method), ("route", meter.name), ("status", String(status))], String(number))
            }
        }
        text.family("mdm_http_request_duration_seconds", type: "histogram", help: "Time from the request's head to its answer.")
        for (meter, counts) in meters {
            let labels = [("method", meter.method), ("route", meter.name)]
            var sum = 0
            for (index, bound) in RouteMeter.bounds.enumerated() {
                sum += counts.buckets[index]
                text.sample("mdm_http_request_duration_seconds_bucket", labels + [("le", PrometheusText.seconds(bound))], String(sum))
            }
            text.sample("mdm_http_request_duration_seconds_bucket", labels + [("le", "+Inf")], String(counts.total))
            text.sample("mdm_http_request_duration_seconds_sum", labels, PrometheusText.seconds(counts.microseconds))
            text.sample("mdm_http_request_duration_seconds_count", labels, String(counts.total))
        }
        text.family("mdm_http_requests_in_flight", type: "gauge", help: "Requests that are being answered.")
        text.sample("mdm_http_requests_in_flight", [], String(inFlight.load(ordering: .relaxed)))
        for gauge in gauges {
            text.family(gauge.name, type: gauge.kind.rawValue, help: gauge.help)
            text.sample(gauge.name, [], String(await gauge.value()))
        }
        return text.bytes
    }
}
