import Testing

@testable import PolicyFiles

@Suite struct AliasKeysTests {
    @Test(arguments: ["*a : 1", "a: 1\n{*x : 1}", "a: *b\n? [c]\n", "a: *b\n[c]: d", "? *a"]) func present(text: String) {
        #expect(AliasKeys.arePresent(in: text.split(separator: "\n").map(String.init)))
    }

    @Test(arguments: ["a: *b", "a: 2 * 3", "\"*\": { x: y }", "a: [*b, *c]", "'*': 1", "a: b*c: d", "{a: b}"]) func absent(text: String) {
        #expect(!AliasKeys.arePresent(in: text.split(separator: "\n").map(String.init)))
    }
}
