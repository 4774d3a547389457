import Testing

@testable import HubServer

@Suite struct EntityTagTests {
    @Test(arguments: [("\"v1\"", "\"v1\""), ("W/\"v1\"", "\"v1\""), ("*", "*")])
    func reads(value: String, text: String) {
        #expect(EntityTag(value)?.text == text)
    }

    @Test(arguments: ["", "v1", "\"\"", "\"a", "a\"", "\"a\", \"b\"", "\"a\"b\""])
    func refuses(value: String) {
        #expect(EntityTag(value) == nil)
    }

    @Test(arguments: [("\"v1\"", true), ("\"v2\"", false), ("\"v2\", \"v1\"", true), ("W/\"v1\" ", true), ("*", true), ("v1", false), ("", false)])
    func matchesAnyOfAList(field: String, expected: Bool) {
        #expect(EntityTag.matches(field, tag: "\"v1\"") == expected)
    }
}
