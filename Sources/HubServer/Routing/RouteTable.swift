/// Everything the hub serves, resource by resource.
struct RouteTable {
    let routes: [Route]

    init(services: HubServices, limits: ServerLimits, metrics: ServerMetrics, metricsNeedKey: Bool) {
        let names = PolicyNames(policies: services.policies)
        let listeners = ListenerPlaces(limit: limits.listeners)
        var routes =
            SourceRecordRoutes(services: services, names: names, limits: limits).routes
            + GoldenRecordRoutes(services: services).routes
            + CrosswalkRoutes(services: services, names: names, limits: limits).routes
            + ReviewRoutes(services: services, names: names).routes
            + DecisionRoutes(services: services, names: names).routes
            + MergeRoutes(services: services, names: names).routes
            + MatchRoutes(services: services, names: names).routes
            + OwnershipRoutes(policies: services.policies, names: names).routes
            + EventRoutes(services: services, limits: limits, places: listeners).routes
            + HealthRoutes(services: services, metrics: metrics, metricsNeedKey: metricsNeedKey).routes
        // The description describes itself too, so it is written from a table in which its own route stands with an empty body.
        let described = OpenAPIDocument(routes: routes + DescriptionRoutes(openAPI: [], asyncAPI: []).routes, policies: services.policies)
        routes += DescriptionRoutes(openAPI: described.bytes, asyncAPI: AsyncAPIDocument(policies: services.policies).bytes).routes
        self.routes = routes
    }
}
