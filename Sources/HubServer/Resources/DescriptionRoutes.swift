import HTTPTypes

/// `/openapi.json` and `/asyncapi.json`: what the hub serves, for programs.
struct DescriptionRoutes: Sendable {
    let openAPI: [UInt8]
    let asyncAPI: [UInt8]

    var routes: [Route] {
        [
            Route(
                method: .get, path: "/openapi.json", operationId: "getDescription", summary: "This description", tag: "Service", access: .open,
                answers: [AnswerDescription(status: 200, summary: "OpenAPI 3.1", schema: "Description")],
                handler: { [openAPI] _ in Reply(json: openAPI) }),
            Route(
                method: .get, path: "/asyncapi.json", operationId: "getEventDescription", summary: "What the change feed says", tag: "Service",
                access: .open,
                answers: [AnswerDescription(status: 200, summary: "AsyncAPI 3.0", schema: "Description")],
                handler: { [asyncAPI] _ in Reply(json: asyncAPI) }),
        ]
    }
}
