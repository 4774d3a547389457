import HTTPTypes
import Testing

@testable import HubServer

@Suite struct RouteTreeTests {
    private static let routes: [Route] = [
        route(.get, "/healthz"), route(.get, "/v1/things"), route(.post, "/v1/things"), route(.get, "/v1/things/{id}"),
        route(.delete, "/v1/things/{id}"),
        route(.get, "/v1/things/{id}/parts/{part}"), route(.post, "/v1/things:resolve"), route(.post, "/v1/things/{id}:undo"), route(.get, "/v1/things/special"),
    ]
    private let tree = RouteTree(Self.routes)

    private static func route(_ method: HTTPRequest.Method, _ path: String) -> Route {
        Route(method: method, path: path, operationId: path, summary: "", tag: "", access: .open) { _ in Reply(.ok) }
    }

    @Test(
        arguments: [
            ("GET", ["healthz"], "/healthz", []), ("HEAD", ["healthz"], "/healthz", []), ("GET", ["v1", "things"], "/v1/things", []),
            ("POST", ["v1", "things"], "/v1/things", []), ("GET", ["v1", "things", "a/b"], "/v1/things/{id}", ["a/b"]),
            ("DELETE", ["v1", "things", ".."], "/v1/things/{id}", [".."]),
            ("GET", ["v1", "things", "1", "parts", "2"], "/v1/things/{id}/parts/{part}", ["1", "2"]),
            ("POST", ["v1", "things:resolve"], "/v1/things:resolve", []), ("GET", ["v1", "things", "special"], "/v1/things/special", []),
            ("POST", ["v1", "things", "a:b:undo"], "/v1/things/{id}:undo", ["a:b"]), ("GET", ["v1", "things", ":undo"], "/v1/things/{id}", [":undo"]),
        ] as [(String, [String], String, [String])])
    func finds(method: String, segments: [String], path: String, captures: [String]) throws {
        let match = try tree.match(try #require(HTTPRequest.Method(method)), segments)
        #expect(Self.routes[match.route].path == path)
        #expect(match.captures == captures)
    }

    @Test(arguments: [
        ["nothing"], ["v1"], ["v1", "things", ""], ["v1", "things", "1", "parts"], ["v1", "things", "1", "parts", "2", "3"], [""], ["healthz", ""],
    ])
    func knowsNoSuchPath(segments: [String]) {
        #expect(throws: RouteTree.Failure.noSuchPath) { try tree.match(.get, segments) }
    }

    @Test func saysWhichMethodsAPathTakes() {
        #expect(throws: RouteTree.Failure.otherMethods([.get, .head, .delete])) { try tree.match(.put, ["v1", "things", "1"]) }
        #expect(throws: RouteTree.Failure.otherMethods([.post])) { try tree.match(.get, ["v1", "things:resolve"]) }
    }
}
