import Testing

@testable import HubServer

@Suite struct RequestTargetTests {
    @Test(arguments: [
        ("/", [""]),
        ("/v1/customers", ["v1", "customers"]),
        ("/v1/customers/", ["v1", "customers", ""]),
        ("/a%2Fb/c", ["a/b", "c"]),
        ("/a%252Fb", ["a%2Fb"]),
        ("/%25", ["%"]),
        ("/..%2f..%2Fetc%2fpasswd", ["../../etc/passwd"]),
        ("/../x", ["..", "x"]),
        ("/a+b%20c", ["a+b c"]),
        ("/%F0%9F%98%80", ["😀"]),
        ("/%00", ["\u{0}"]),
        ("/x#fragment", ["x"]),
        ("http://hub:8080/v1/x?y=1", ["v1", "x"]),
    ])
    func cutsAndDecodesOnce(target: String, segments: [String]) throws {
        #expect(try RequestTarget(target).segments == segments)
    }

    @Test(arguments: [
        ("/x?a=1&b=2", ["a=1", "b=2"]), ("/x?a", ["a="]), ("/x?", []), ("/x?&&a=1&", ["a=1"]), ("/x?a=b=c", ["a=b=c"]), ("/x?a=b+c%2B", ["a=b c+"]),
        ("/x?q=%C3%A9#z", ["q=é"]), ("/x?a=1&a=2", ["a=1", "a=2"]), ("/x?a=/v1/y", ["a=/v1/y"]),
    ])
    func readsTheQuery(target: String, pairs: [String]) throws {
        #expect(try RequestTarget(target).query.map { "\($0.name)=\($0.value)" } == pairs)
    }

    @Test(arguments: ["", "x", "*", "/%", "/%2", "/%zz", "/%C3", "/%FF", "/%ED%A0%80", "/x?a=%", "/x?a=%C3%28", "http://hub"])
    func refusesWhatIsNoTarget(target: String) {
        let problem = #expect(throws: Problem.self) { try RequestTarget(target) }
        #expect(problem?.code == .malformed)
    }
}
