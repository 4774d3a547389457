import HTTPTesting
import HTTPTypes
import HubStore
import MasterData
import Testing

@testable import HubServer

@Suite struct OpenAPIDocumentTests {
    private struct Operation {
        var method: String
        var path: String
        var object: JSONObject
    }

    private func operations(_ document: JSONObject) throws -> [Operation] {
        try (document["paths"]?.members?.members ?? []).flatMap { path in
            try (path.value.members?.members ?? []).map { method in
                Operation(method: method.key.uppercased(), path: path.key, object: try #require(method.value.members))
            }
        }
    }

    /// Every described operation is served: with the caller that it is for it is neither unknown nor refused for its method or role.
    @Test func whatIsDescribedIsServed() async throws {
        try await TestHubServer.run { hub async throws in
            let document = try await hub.call("GET", "/openapi.json", as: nil).json
            #expect(document["openapi"]?.text == "3.1.0")
            let operations = try operations(document)
            #expect(operations.count > 25)
            for operation in operations {
                let target = operation.path.replacing("{platform}", with: "sap").replacing("{entity}", with: "customer").replacing(
                    "{nativeId}", with: "1"
                )
                .replacing(/\{(goldenId|decisionId|mergeId)\}/, with: "00000000-0000-7000-8000-000000000000")
                #expect(!target.contains("{"), "\(target)")
                let body = operation.object["requestBody"] == nil ? nil : #"{"attributes": {}, "ids": []}"#
                let isOpen = operation.object["security"]?.elements?.isEmpty == true
                let roles = (operation.object["x-roles"]?.elements ?? []).compactMap(\.text)
                if isOpen {
                    #expect(try await hub.call(operation.method, target, as: nil).status == 200, "\(operation.method) \(target)")
                } else {
                    let refused = try await hub.call(operation.method, target, as: nil, body: body)
                    #expect(refused.status == 401, "\(operation.method) \(target) \(refused)")
                    #expect(refused.fields["www-authenticate"]?.hasPrefix("Bearer") == true)
                }
                for role in AccessRole.allCases where !isOpen {
                    let answer = try await hub.call(operation.method, target, as: role, body: body)
                    #expect(answer.status < 500, "\(operation.method) \(target) as \(role): \(answer)")
                    #expect(answer.code != "no-such-resource" && answer.code != "method-not-allowed", "\(operation.method) \(target): \(answer)")
                    #expect((answer.code == "forbidden") == !roles.contains(role.rawValue), "\(operation.method) \(target) as \(role): \(answer)")
                    if answer.status >= 400 {
                        #expect(answer.fields["content-type"] == "application/problem+json")
                        #expect(operation.object["responses"]?.members?["default"] != nil)
                    } else {
                        #expect(
                            operation.object["responses"]?.members?[String(answer.status)] != nil,
                            "\(operation.method) \(target) answers \(answer.status), which is not described")
                    }
                }
                // What a path is not described to take, it does not take.
                let described = Set(operations.filter { $0.path == operation.path }.map(\.method)).union(["HEAD", "OPTIONS"])
                for method in ["GET", "PUT", "POST", "PATCH", "DELETE"] where !described.contains(method) {
                    let answer = try await hub.call(method, target)
                    #expect(answer.status == 405, "\(method) \(target) \(answer)")
                    #expect(answer.fields["allow"]?.contains(operation.method) == true)
                }
            }
        }
    }

    /// Every reference leads somewhere, operation ids are unique, and every path parameter is described.
    @Test func theDescriptionHoldsTogether() throws {
        let route = Route(
            method: .get, path: "/x/{platform}", operationId: "x", summary: "", tag: "T", access: .open, parameters: [.platform],
            answers: [AnswerDescription(status: 200, summary: "", schema: "Health")]
        ) { _ in Reply(.ok) }
        let small = try JSONParser.parseObject(OpenAPIDocument(routes: [route], policies: .test).bytes)
        #expect(small["paths"]?.members?.keys == ["/x/{platform}"])
    }

    @Test func everyReferenceLeadsSomewhere() async throws {
        try await TestHubServer.run { hub async throws in
            let answer = try await hub.call("GET", "/openapi.json", as: nil)
            let schemas = try #require(answer.json["components"]?.members?["schemas"]?.members)
            for reference in answer.text.matches(of: /"\$ref":"#\/components\/schemas\/([A-Za-z]+)"/) {
                #expect(schemas[String(reference.1)] != nil, "\(reference.1)")
            }
            let operations = try operations(answer.json)
            #expect(Set(operations.compactMap { $0.object["operationId"]?.text }).count == operations.count)
            for operation in operations {
                let described = (operation.object["parameters"]?.elements ?? []).filter { $0.members?["in"]?.text == "path" }.compactMap {
                    $0.members?["name"]?.text
                }
                let captured = operation.path.matches(of: /\{([A-Za-z]+)\}/).map { String($0.1) }
                #expect(Set(described) == Set(captured), "\(operation.path)")
            }
            #expect(
                schemas["CustomerAttributes"]?.members?["properties"]?.members?.keys == ["duns", "legalName", "notes", "paymentTerms", "website"])
        }
    }
}
