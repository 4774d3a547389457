import Testing

@testable import PolicyFiles

@Suite struct NodeConversionTests {
    @Test("values are counted up to the bound", arguments: [(99_990, 0), (100_001, 1)]) func count(values: Int, mistakes: Int) {
        let text = "a: [" + String(repeating: "x,", count: values) + "]\n"
        #expect(PolicyDocumentTests.parse(text).found.count == mistakes)
    }

    @Test("a key found twice is left out, its first value stays") func duplicates() {
        guard case .mapping(let entries)? = PolicyDocumentTests.parse("a: 1\na: 2\n").node?.content else {
            Issue.record("no mapping")
            return
        }
        #expect(entries.count == 1)
        #expect(entries.first?.value.content == .scalar("1", isPlain: true))
    }
}
