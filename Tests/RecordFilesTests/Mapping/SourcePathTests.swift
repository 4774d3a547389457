import Testing

@testable import RecordFiles

@Suite struct SourcePathTests {
    @Test(arguments: [
        ("a.b", [SourcePath.Step.member("a"), .member("b")]), ("$.a[*].b", [.member("a"), .everyElement, .member("b")]), ("$", []),
        ("[*]", [.everyElement]),
        ("a['x.y'][3]", [.member("a"), .member("x.y"), .element(3)]), ("$name", [.member("$name")]), ("$[0]", [.element(0)]),
    ])
    func `paths are read`(text: String, steps: [SourcePath.Step]) throws {
        #expect(try SourcePath(text).steps == steps)
    }

    @Test(arguments: ["a.", ".a", "a..b", "a[", "a[x]", "a[-1]", "a['x]", "a['']", "a[1]b", "a[99999]"])
    func `what is no path is refused`(text: String) {
        #expect(throws: SourcePath.Refusal.self) { try SourcePath(text) }
    }
}
