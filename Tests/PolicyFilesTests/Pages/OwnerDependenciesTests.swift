import Testing

@testable import PolicyFiles

@Suite struct OwnerDependenciesTests {
    private func attribute(_ name: String, on other: String) -> String {
        "  \(name): { type: text, owner: { when: { \(other): x }, platform: sap, else: zuora } }\n"
    }

    @Test("an owner that depends on its own attribute") func itself() throws {
        #expect(
            try PolicyFolderFixture.mistakes(attributes: attribute("a", on: "a")) == [
                "3: the owner of `a` depends on `a` itself; let one of the conditions read another attribute"
            ])
    }

    @Test("a circle is reported once") func circle() throws {
        let attributes = attribute("c", on: "a") + attribute("a", on: "b") + attribute("b", on: "c") + attribute("d", on: "a")
        #expect(
            try PolicyFolderFixture.mistakes(attributes: attributes) == [
                "4: owners depend on each other in a circle: `a` → `b` → `c` → `a`; let one of the conditions read another attribute"
            ])
    }

    @Test("a chain is none") func chain() throws {
        let attributes = attribute("a", on: "b") + attribute("b", on: "c") + "  c: { type: text }\n" + attribute("d", on: "b")
        #expect(try PolicyFolderFixture.mistakes(attributes: attributes) == [])
    }
}
