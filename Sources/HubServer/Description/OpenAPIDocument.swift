import HTTPTypes
import HubStore
import MasterData

/// `/openapi.json` (OpenAPI 3.1), written from the table of routes.
struct OpenAPIDocument {
    let bytes: [UInt8]

    init(routes: [Route], policies: PolicySet) {
        var paths: [String: JSONObject] = [:]
        for route in routes { paths[route.path, default: JSONObject()][route.method.rawValue.lowercased()] = .object(Self.operation(route)) }
        let document: JSONObject = [
            "openapi": "3.1.0",
            "info": [
                "title": "MDM Hub", "version": "1",
                "description": "Who is it on every platform, which value is right and why, who may change it, and who has been told.",
            ],
            "servers": [["url": "/"]],
            "paths": .object(JSONObject(paths.map { JSONObject.Member(key: $0.key, value: .object($0.value)) })),
            "components": .object([
                "schemas": .object(DescribedSchemas(policies: policies).all),
                "securitySchemes": ["accessKey": ["type": "http", "scheme": "bearer", "description": "An access key from `mdm key create`"]],
                "responses": [
                    "Problem": .object(Self.answer("Why the request was not done", schema: "Problem", mediaType: "application/problem+json"))
                ],
            ]),
            "tags": .array(Self.tags(routes)),
        ]
        var bytes: [UInt8] = []
        document.append(to: &bytes)
        self.bytes = bytes
    }

    /// In the order in which the table names them.
    private static func tags(_ routes: [Route]) -> [JSONValue] {
        var names: [String] = []
        for route in routes where !names.contains(route.tag) { names.append(route.tag) }
        return names.map { ["name": .string($0)] }
    }

    private static func operation(_ route: Route) -> JSONObject {
        var operation: JSONObject = [
            "operationId": .string(route.operationId), "summary": .string(route.summary), "tags": .array([.string(route.tag)]),
            "parameters": .array((route.parameters + [.correlationId, .traceparent]).map { .object(parameter($0)) }),
            "responses": .object(responses(route)),
        ]
        switch route.access {
        case .open: operation["security"] = .array([])
        case .roles(let roles):
            operation["security"] = [["accessKey": []]]
            operation["x-roles"] = .array(roles.map { .string($0.rawValue) })
        }
        if let body = route.body {
            operation["requestBody"] = .object([
                "required": true, "description": .string(body.summary),
                "content": .object([JSONObject.Member(key: body.mediaType, value: ["schema": .object(reference(body.schema))])].asObject),
            ])
        }
        return operation
    }

    private static func parameter(_ parameter: ParameterDescription) -> JSONObject {
        [
            "name": .string(parameter.name), "in": .string(parameter.place.rawValue), "description": .string(parameter.summary),
            "required": .bool(parameter.isRequired), "schema": .object(parameter.schema),
        ]
    }

    private static func responses(_ route: Route) -> JSONObject {
        var responses: JSONObject = ["default": ["$ref": "#/components/responses/Problem"]]
        for described in route.answers {
            responses[String(described.status)] = .object(answer(described.summary, schema: described.schema, mediaType: described.mediaType))
        }
        return responses
    }

    private static func answer(_ summary: String, schema: String?, mediaType: String) -> JSONObject {
        var answer: JSONObject = ["description": .string(summary)]
        if let schema {
            answer["content"] = .object([JSONObject.Member(key: mediaType, value: ["schema": .object(reference(schema))])].asObject)
        }
        return answer
    }

    private static func reference(_ schema: String) -> JSONObject { ["$ref": .string("#/components/schemas/\(schema)")] }
}

extension [JSONObject.Member] {
    fileprivate var asObject: JSONObject { JSONObject(self) }
}

extension JSONValue: ExpressibleByDictionaryLiteral {
    init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(JSONObject(elements.map { JSONObject.Member(key: $0.0, value: $0.1) }))
    }
}
