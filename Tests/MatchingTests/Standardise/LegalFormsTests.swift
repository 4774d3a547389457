import Testing

@testable import Matching

@Suite struct LegalFormsTests {
    private func taken(_ text: String) -> (rest: String, form: LegalForms.Form) {
        var parts = Words.split(TextFolding.fold(text))
        let form = LegalForms.take(from: &parts)
        return (parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " "), form)
    }

    @Test(arguments: [
        ("Keller GmbH", "keller"), ("Keller G.m.b.H.", "keller"), ("Keller GmbH & Co. KG", "keller"), ("Keller S. A.", "keller"),
        ("Keller Pty Ltd", "keller"),
        ("Keller, Inc.", "keller"), ("ООО Келлер", "келлер"), ("GmbH", "gmbh"), ("Keller Sp. z o.o.", "keller"),
        ("Keller Società per Azioni", "keller"),
        ("AS Roma", "as roma"),
    ])
    func takesTheFormOff(text: String, rest: String) {
        #expect(taken(text).rest == rest)
    }

    @Test func spellingsOfOneFormAreEqualAndFormsContradict() {
        #expect(taken("X Keller Inc").form == taken("X Keller Incorporated").form)
        #expect(taken("Keller GmbH").form.contradicts(taken("Keller Inc").form))
        #expect(!taken("Keller Company").form.contradicts(taken("Keller Inc").form))
        #expect(!taken("Keller").form.contradicts(taken("Keller Inc").form))
    }
}
