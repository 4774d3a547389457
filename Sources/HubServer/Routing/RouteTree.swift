import HTTPTypes

/// Finds the route of a request: a tree over path segments in which literals win over captures, and captures with an ending of their own
/// (`{mergeId}:reverse`) over those without.
struct RouteTree: Sendable {
    struct Match: Sendable {
        /// Place of the route in the table.
        var route: Int
        /// Values of the path's captures, in order.
        var captures: [String]
    }

    enum Failure: Error, Equatable {
        case noSuchPath
        /// The path is served, with these methods.
        case otherMethods([HTTPRequest.Method])
    }

    private struct Node {
        var literals: [(segment: String, node: Int)] = []
        /// Captures that end in a literal.
        var endings: [(ending: String, node: Int)] = []
        var capture: Int?
        var methods: [(method: HTTPRequest.Method, route: Int)] = []
    }

    private var nodes = [Node()]

    /// - Precondition: No two routes have one method and paths that differ only in the names of captures.
    init(_ routes: [Route]) {
        for (index, route) in routes.enumerated() {
            var place = 0
            for segment in route.path.split(separator: "/") {
                if !segment.hasPrefix("{") {
                    place = literalNode(String(segment), after: place)
                } else if let brace = segment.firstIndex(of: "}"), segment.index(after: brace) < segment.endIndex {
                    place = endingNode(String(segment[segment.index(after: brace)...]), after: place)
                } else {
                    place = captureNode(after: place)
                }
            }
            precondition(!nodes[place].methods.contains { $0.method == route.method }, "two routes for \(route.method) \(route.path)")
            nodes[place].methods.append((route.method, index))
        }
    }

    private mutating func literalNode(_ segment: String, after place: Int) -> Int {
        if let known = nodes[place].literals.first(where: { $0.segment == segment }) { return known.node }
        nodes.append(Node())
        nodes[place].literals.append((segment, nodes.count - 1))
        return nodes.count - 1
    }

    private mutating func endingNode(_ ending: String, after place: Int) -> Int {
        if let known = nodes[place].endings.first(where: { $0.ending == ending }) { return known.node }
        nodes.append(Node())
        nodes[place].endings.append((ending, nodes.count - 1))
        return nodes.count - 1
    }

    private mutating func captureNode(after place: Int) -> Int {
        if let known = nodes[place].capture { return known }
        nodes.append(Node())
        nodes[place].capture = nodes.count - 1
        return nodes.count - 1
    }

    /// `HEAD` is served wherever `GET` is.
    func match(_ method: HTTPRequest.Method, _ segments: [String]) throws(Failure) -> Match {
        var place = 0
        var captures: [String] = []
        for segment in segments {
            if let literal = nodes[place].literals.first(where: { $0.segment == segment }) {
                place = literal.node
            } else if let found = nodes[place].endings.first(where: { segment.hasSuffix($0.ending) && segment.utf8.count > $0.ending.utf8.count }) {
                captures.append(String(segment.dropLast(found.ending.count)))
                place = found.node
            } else if let capture = nodes[place].capture, !segment.isEmpty {
                captures.append(segment)
                place = capture
            } else {
                throw .noSuchPath
            }
        }
        let methods = nodes[place].methods
        guard !methods.isEmpty else { throw .noSuchPath }
        let wanted = method == .head ? .get : method
        guard let found = methods.first(where: { $0.method == wanted }) else {
            throw .otherMethods(methods.flatMap { $0.method == .get ? [.get, .head] : [$0.method] })
        }
        return Match(route: found.route, captures: captures)
    }
}
