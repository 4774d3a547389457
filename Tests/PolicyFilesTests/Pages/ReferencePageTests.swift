import MasterData
import Testing

@testable import PolicyFiles

@Suite struct ReferencePageTests {
    private func read(_ text: String) throws -> (list: ReferenceList?, found: [String]) {
        let reading = try PolicyFolderFixture.read(["reference/terms.yaml": text])
        return (reading.policies?.reference["terms"], reading.diagnostics.map(PolicyFolderFixture.text))
    }

    @Test("codes and titles are spellings of their own, in lower case") func spellings() throws {
        let list = try #require(try read("list: terms\ncodes: { NET30: 30 Days net, EOM: , A: same, B: Same }\n").list)
        #expect(list.codes == ["NET30": "30 Days net", "EOM": "EOM", "A": "same", "B": "Same"])
        #expect(list.mappings == ["*": ["net30": "NET30", "30 days net": "NET30", "eom": "EOM", "a": "A", "b": "B"]])
    }

    @Test("a platform's mapping comes before its role's, and that before its kind's") func order() throws {
        let list = try #require(
            try read(
                """
                list: terms
                codes: { A: "1st", B: "2nd", C: "3rd" }
                mappings:
                  dataverse: { x: A, Y: A, z: A }
                  crm: { x: B, y: B }
                  dynamics: { X: C }
                  "*": { x: A }
                  chargebee: { x: A }

                """
            ).list)
        #expect(list.mappings["dynamics"] == ["x": "C", "y": "B", "z": "A"])
        #expect(list.mappings["salesforce"] == ["x": "B", "y": "B"])
        #expect(list.mappings["*"]?["x"] == "A")
        #expect(list.mappings["chargebee"] == nil)
    }

    @Test(
        "mistakes",
        arguments: [
            ("codes: { A: a }\n", "1: the code list has no `list`; add `list: terms`"),
            ("list: term\ncodes: { A: a }\n", "1: the file of `term` is named `terms.yaml`; rename the file or the list: both have one name"),
            ("list: terms\n", "1: the code list has no `codes`; add the codes with their titles, as in `NET30: 30 days net`"),
            ("list: terms\ncodes: [A]\n", "2: `codes` is a list, not a block of keys; write `key: value` lines"),
            (
                "list: terms\ncodes: { NET30: x }\nmappings:\n  sap: { n: NET3O }\n",
                "4: `n` maps to `NET3O`, which is no code of this list; did you mean `NET30`?"
            ),
            ("list: terms\ncodes: { A: x }\nmappings:\n  spa: { n: A }\n", "4: unknown platform `spa`; did you mean `sap`?"),
            (
                "list: terms\ncodes: { A: x, B: y }\nmappings:\n  sap: { n: A, N: B }\n",
                "4: `N` maps to both `A` and `B`; spellings differ in more than case; keep one"
            ),
            ("list: terms\ncodes: { A: x }\nmapping: {}\n", "3: unknown key `mapping` in the code list; did you mean `mappings`?"),
        ])
    func mistakes(text: String, message: String) throws {
        #expect(try read(text).found == [message])
    }
}
